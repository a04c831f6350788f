/** A bar on a terminal, loaded where there is one. */
import {Presets, SingleBar} from 'cli-progress'
import type {Progress} from './progress.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Once more, now that nobody listens: the process ends as if nobody had. */
const pass = (signal: NodeJS.Signals): void => {
  process.kill(process.pid, signal)
}

export const progressBar = (stream: NodeJS.WriteStream, noun: string): Progress => {
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
