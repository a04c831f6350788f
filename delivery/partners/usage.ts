/** Counts requests by partner, day and status, and writes the sums now and then. No address is kept. */
import type {Partners, UsageCount} from './partners.ts'

/** Milliseconds between writes. */
const EVERY = 5000

export interface UsageCounter {
  add(request: {readonly partnerId: string; readonly keyId: string; readonly status: number}): void
  /** Writes what was counted. */
  flush(): Promise<void>
  close(): Promise<void>
}

type Sum = {-readonly [Field in keyof UsageCount]: UsageCount[Field]}

/** `onError`: what was counted stays, and is written with the next. */
export const createUsageCounter = (
  partners: Pick<Partners, 'count'>,
  onError: (error: unknown) => void,
): UsageCounter => {
  let sums = new Map<string, Sum>()
  let day = ''
  let dayEnds = 0
  let writing: Promise<void> = Promise.resolve()

  const merge = (counts: Iterable<Sum>): void => {
    for (const each of counts) {
      const key = `${each.keyId} ${each.day} ${each.status}`
      const known = sums.get(key)
      if (known === undefined) sums.set(key, each)
      else known.requests += each.requests
    }
  }

  const write = async (): Promise<void> => {
    if (sums.size === 0) return
    const counted = sums
    sums = new Map()
    try {
      await partners.count([...counted.values()])
    } catch (error) {
      merge(counted.values())
      onError(error)
    }
  }

  const flush = (): Promise<void> => {
    writing = writing.then(write)
    return writing
  }

  const timer = setInterval(() => {
    void flush()
  }, EVERY)
  timer.unref()

  return Object.freeze({
    add: ({partnerId, keyId, status}) => {
      const now = Date.now()
      if (now >= dayEnds) {
        day = new Date(now).toISOString().slice(0, 10)
        dayEnds = Date.parse(day) + 86_400_000
      }
      const key = `${keyId} ${day} ${status}`
      const known = sums.get(key)
      if (known === undefined) {
        sums.set(key, {partnerId, keyId, day, status, requests: 1, at: new Date(now)})
        return
      }
      known.requests += 1
      known.at.setTime(now)
    },
    flush,
    close: async () => {
      clearInterval(timer)
      await flush()
    },
  } satisfies UsageCounter)
}
