/**
 * Requests a minute and partner, in memory. Told in the RateLimit headers of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */

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
/** Partners remembered: beyond them all begin anew. */
const KEPT = 10_000

interface Window {
  readonly policy: string
  endsAt: number
  used: number
}

/** `now` in milliseconds. */
export const createQuotas = (now: () => number = () => performance.now()) => {
  const windows = new Map<string, Window>()
  return {
    take: (partnerId: string, perMinute: number): Standing => {
      const time = now()
      let window = windows.get(partnerId)
      if (window === undefined || window.endsAt <= time) {
        if (windows.size >= KEPT) windows.clear()
        window = {endsAt: time + WINDOW, used: 0, policy: `"minute";q=${perMinute};w=60`}
        windows.set(partnerId, window)
      }
      window.used += 1
      const reset = Math.ceil((window.endsAt - time) / 1000)
      const left = Math.max(0, perMinute - window.used)
      return {
        isOver: window.used > perMinute,
        reset,
        policy: window.policy,
        limit: `"minute";r=${left};t=${reset}`,
      }
    },
  }
}

export type Quotas = ReturnType<typeof createQuotas>
