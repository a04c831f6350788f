/** At most so many at once; the others wait in order. */
export interface Window {
  run<Result>(task: () => Promise<Result>): Promise<Result>
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>
}

export const createWindow = (size: number): Window => {
  const waiting: (() => void)[] = []
  const sleepers: (() => void)[] = []
  let running = 0
  const leave = (): void => {
    const next = waiting.shift()
    if (next !== undefined) {
      next()
      return
    }
    running -= 1
    if (running === 0) for (const wake of sleepers.splice(0)) wake()
  }
  return Object.freeze({
    run: async <Result>(task: () => Promise<Result>): Promise<Result> => {
      if (running < size) running += 1
      else {
        await new Promise<void>((enter) => {
          waiting.push(enter)
        })
      }
      try {
        return await task()
      } finally {
        leave()
      }
    },
    idle: async () => {
      if (running === 0) return
      await new Promise<void>((wake) => {
        sleepers.push(wake)
      })
    },
  })
}
