/** Ctrl-C and `kill`, once each; a second Ctrl-C does not wait. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve()
    }
    for (const signal of SIGNALS) process.on(signal, stop)
  })

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
