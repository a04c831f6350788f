/**
 * Requests a minute and partner, in memory. Told in the RateLimit headers of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
import {Lru} from '../../../content/lru.ts'

export interface Standing {
  readonly isOver: boolean
  /** Seconds until the window ends. */
  readonly reset: number
  /** `"minute";q=600;w=60` */
  readonly policy: string
  /** `"minute";r=599;t=31` */
  readonly limit: string
}

const WINDOW = 60_000
/** Partners remembered; one that is forgotten begins anew. */
const KEPT = 10_000

interface Window {
  endsAt: number
  used: number
}

/** `now` in milliseconds. */
export const createQuotas = (now: () => number = () => performance.now()) => {
  const windows = new Lru<Window>(KEPT)
  return {
    take: (partnerId: string, perMinute: number): Standing => {
      const time = now()
      let window = windows.get(partnerId)
      if (window === undefined || window.endsAt <= time) {
        window = {endsAt: time + WINDOW, used: 0}
        windows.set(partnerId, window, 1)
      }
      window.used += 1
      const reset = Math.ceil((window.endsAt - time) / 1000)
      const left = Math.max(0, perMinute - window.used)
      return {
        isOver: window.used > perMinute,
        reset,
        policy: `"minute";q=${perMinute};w=60`,
        limit: `"minute";r=${left};t=${reset}`,
      }
    },
  }
}

export type Quotas = ReturnType<typeof createQuotas>
