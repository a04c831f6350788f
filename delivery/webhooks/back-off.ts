/**
 * When a message that was not taken is tried again. No pause is longer than an hour: whoever is back must
 * hear of a dead helpline soon.
 */

/** Seconds; the last one again and again. */
const PAUSES = [5, 30, 120, 600, 1800, 3600] as const
/** Share by which a pause is longer or shorter, so that those who failed together do not come back together. */
const JITTER = 0.2

/** Seconds for which every attempt has failed until the endpoint is disabled: 3 days. */
export const GIVEN_UP_AFTER = 3 * 24 * 3600

/** `failed`: attempts in a row, 1 or more. `random`: 0 to 1. */
export const pauseAfter = (failed: number, random: number = Math.random()): number => {
  const pause = PAUSES[Math.min(failed, PAUSES.length) - 1] ?? PAUSES[0]
  return pause * (1 - JITTER + 2 * JITTER * random)
}
