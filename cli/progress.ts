/** How far long work is: a bar on a terminal, a line every few seconds elsewhere. On standard error. */
import {grouped} from './counted.ts'

export interface Progress {
  start(total: number): void
  step(): void
  /** To so many in all. */
  update(done: number): void
  stop(): void
}

const EVERY = 5_000 // milliseconds between plain lines

const lines = (stream: NodeJS.WriteStream, noun: string): Progress => {
  let total = 0
  let done = 0
  let last = Date.now()
  const update = (count: number): void => {
    done = count
    if (Date.now() - last < EVERY) return
    last = Date.now()
    stream.write(`${grouped(done)} of ${grouped(total)} ${noun}\n`)
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
export const createProgress = async (
  noun: string,
  stream: NodeJS.WriteStream = process.stderr,
): Promise<Progress> => {
  if (!stream.isTTY) return lines(stream, noun)
  const {progressBar} = await import('./progress-bar.ts')
  return progressBar(stream, noun)
}
