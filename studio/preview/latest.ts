/**
 * One run at a time, and then the newest request: on a slow machine an editor sees the last keystroke
 * soon, instead of every keystroke late.
 */
export interface Latest<T> {
  request(value: T): void
}

/** `run` must not reject. */
export const latest = <T>(run: (value: T) => Promise<void>): Latest<T> => {
  let waiting: readonly T[] = []
  let isRunning = false
  const work = async (): Promise<void> => {
    isRunning = true
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      waiting = []
      await run(next)
    }
    isRunning = false
  }
  return {
    request(value) {
      waiting = [value]
      if (!isRunning) void work()
    },
  }
}
