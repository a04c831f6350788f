/** How far long work is: a bar on a terminal, a line every few seconds elsewhere. On standard error. */
import {Presets, SingleBar} from 'cli-progress'

export interface Progress {
  start(total: number): void
  step(): void
  /** Shows `text` without spoiling a bar that is being drawn. */
  say(text: string): void
  stop(): void
}

const EVERY = 5_000 // milliseconds between plain lines

const number = (value: number): string => value.toLocaleString('en')

/** What is said while the bar stands is kept until it goes. */
const bar = (stream: NodeJS.WriteStream, noun: string): Progress => {
  const single = new SingleBar(
    {
      format: `{bar} {percentage}%  {value} of {total} ${noun}, {eta_formatted} left`,
      clearOnComplete: true,
      hideCursor: true,
      stream,
    },
    Presets.shades_classic,
  )
  const said: string[] = []
  return {
    start: (total) => {
      if (total > 0) single.start(total, 0)
    },
    step: () => {
      single.increment()
    },
    say: (text) => {
      if (single.isActive) said.push(text)
      else stream.write(text)
    },
    stop: () => {
      single.stop()
      for (const text of said.splice(0)) stream.write(text)
    },
  }
}

const lines = (stream: NodeJS.WriteStream, noun: string): Progress => {
  let total = 0
  let done = 0
  let last = Date.now()
  return {
    start: (count) => {
      total = count
    },
    step: () => {
      done += 1
      if (Date.now() - last < EVERY) return
      last = Date.now()
      stream.write(`${number(done)} of ${number(total)} ${noun}\n`)
    },
    say: (text) => {
      stream.write(text)
    },
    stop: () => {},
  }
}

/** `noun`, in the plural, is what the steps are. */
export const createProgress = (
  noun: string,
  stream: NodeJS.WriteStream = process.stderr,
): Progress => (stream.isTTY ? bar(stream, noun) : lines(stream, noun))
