/** How far long work is: a bar on a terminal, a line every few seconds elsewhere. On standard error. */
import {Presets, SingleBar} from 'cli-progress'

export interface Progress {
  start(total: number): void
  step(): void
  stop(): void
}

const EVERY = 5_000 // milliseconds between plain lines

const bar = (): Progress => {
  const single = new SingleBar(
    {format: '{bar} {value}/{total} documents, {eta_formatted} left', clearOnComplete: true},
    Presets.shades_classic,
  )
  return {
    start: (total) => {
      single.start(total, 0)
    },
    step: () => {
      single.increment()
    },
    stop: () => {
      single.stop()
    },
  }
}

const lines = (write: (line: string) => void): Progress => {
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
      write(`${done}/${total} documents\n`)
    },
    stop: () => {},
  }
}

export const createProgress = (stream: NodeJS.WriteStream = process.stderr): Progress =>
  stream.isTTY ? bar() : lines((line) => stream.write(line))
