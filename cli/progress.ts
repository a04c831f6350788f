/** How far long work is: a bar on a terminal, a line every few seconds elsewhere. On standard error. */
import {Presets, SingleBar} from 'cli-progress'

export interface Progress {
  start(total: number): void
  step(): void
  /** To so many in all. */
  update(done: number): void
  stop(): void
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

const EVERY = 5_000 // milliseconds between plain lines

const number = (value: number): string => value.toLocaleString('en')

/** Once more, now that nobody listens: the process ends as if nobody had. */
const pass = (signal: NodeJS.Signals): void => {
  process.kill(process.pid, signal)
}

const bar = (stream: NodeJS.WriteStream, noun: string): Progress => {
  const single = new SingleBar(
    {
      format: `{bar} {percentage}%  {value} of {total} ${noun}, {eta_formatted} left`,
      clearOnComplete: true,
      hideCursor: true,
      // its own handler puts the cursor back and swallows Ctrl-C
      gracefulExit: false,
      stream,
    },
    Presets.shades_classic,
  )
  const interrupted = (signal: NodeJS.Signals): void => {
    stop()
    pass(signal)
  }
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, interrupted)
    single.stop()
  }
  return {
    start: (total) => {
      if (total === 0) return
      for (const signal of SIGNALS) process.once(signal, interrupted)
      single.start(total, 0)
    },
    step: () => {
      single.increment()
    },
    update: (done) => {
      single.update(done)
    },
    stop,
  }
}

const lines = (stream: NodeJS.WriteStream, noun: string): Progress => {
  let total = 0
  let done = 0
  let last = Date.now()
  const update = (count: number): void => {
    done = count
    if (Date.now() - last < EVERY) return
    last = Date.now()
    stream.write(`${number(done)} of ${number(total)} ${noun}\n`)
  }
  return {
    start: (count) => {
      total = count
    },
    step: () => update(done + 1),
    update,
    stop: () => {},
  }
}

/** For work that follows what was shown already. */
export const SILENT: Progress = Object.freeze({
  start: () => {},
  step: () => {},
  update: () => {},
  stop: () => {},
})

/** `noun`, in the plural, is what the steps are. */
export const createProgress = (
  noun: string,
  stream: NodeJS.WriteStream = process.stderr,
): Progress => (stream.isTTY ? bar(stream, noun) : lines(stream, noun))
