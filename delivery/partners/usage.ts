/** Counts requests by partner, day and status, and writes the sums now and then. No address is kept. */
import type {Partners, Position, UsageCount} from './partners.ts'

/** Milliseconds between writes. */
const EVERY = 5000

export interface UsageCounter {
  add(request: {readonly partnerId: string; readonly keyId: string; readonly status: number}): void
  /** It was handed everything up to the cursor. */
  saw(partnerId: string, cursor: number): void
  /** Writes what was counted. */
  flush(): Promise<void>
  close(): Promise<void>
}

type Sum = {-readonly [Field in keyof UsageCount]: UsageCount[Field]}

/** `onError`: what was counted stays, and is written with the next. */
export const createUsageCounter = (
  partners: Pick<Partners, 'count' | 'saw'>,
  onError: (error: unknown) => void,
): UsageCounter => {
  // of this day by key and status: no string is made for a request
  let today = new Map<string, Map<number, Sum>>()
  let day = ''
  let dayEnds = 0
  /** Of days that have ended, or that could not be written. */
  let waiting: Sum[] = []
  let positions = new Map<string, Position>()
  let writing: Promise<void> = Promise.resolve()

  const put = (): void => {
    for (const sums of today.values()) waiting.push(...sums.values())
    today = new Map()
  }

  const beginDay = (now: number): void => {
    put()
    day = new Date(now).toISOString().slice(0, 10)
    dayEnds = Date.parse(day) + 86_400_000
  }

  const writePositions = async (): Promise<void> => {
    if (positions.size === 0) return
    const seen = positions
    positions = new Map()
    try {
      await partners.saw(seen)
    } catch (error) {
      // what was seen since is further
      positions = new Map([...seen, ...positions])
      onError(error)
    }
  }

  const write = async (): Promise<void> => {
    await writePositions()
    put()
    if (waiting.length === 0) return
    const counted = waiting
    waiting = []
    try {
      await partners.count(counted)
    } catch (error) {
      waiting.push(...counted)
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
      if (now >= dayEnds) beginDay(now)
      let sums = today.get(keyId)
      if (sums === undefined) {
        sums = new Map()
        today.set(keyId, sums)
      }
      const known = sums.get(status)
      if (known === undefined) {
        sums.set(status, {partnerId, keyId, day, status, requests: 1, at: new Date(now)})
        return
      }
      known.requests += 1
      known.at.setTime(now)
    },
    saw: (partnerId, cursor) => {
      positions.set(partnerId, {cursor, at: new Date()})
    },
    flush,
    close: async () => {
      clearInterval(timer)
      await flush()
    },
  } satisfies UsageCounter)
}
