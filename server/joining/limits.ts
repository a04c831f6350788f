/** How often somebody may try. Kept in memory: a restart forgets it, and that is harm enough to nobody. */
import {RateLimiterMemory, RateLimiterRes} from 'rate-limiter-flexible'

const HOUR = 3600

/** Sign-ups from one network address, and to one subscriber's address, an hour. */
const FROM = 20
const TO = 3
/** Answers to one number: two machines that answer each other must end, and nobody in need counts to 30. */
const ANSWERS = 30

export interface Limits {
  /** False when the network address has tried too often. */
  mayTry(from: string): Promise<boolean>
  /** False when the address was written to often enough; nobody is told. */
  mayWrite(to: string): Promise<boolean>
  /** False when the number was answered very often. */
  mayAnswer(to: string): Promise<boolean>
}

const takes = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
  try {
    await limiter.consume(key)
    return true
  } catch (error) {
    if (error instanceof RateLimiterRes) return false
    throw error
  }
}

export const createLimits = (): Limits => {
  const from = new RateLimiterMemory({points: FROM, duration: HOUR})
  const to = new RateLimiterMemory({points: TO, duration: HOUR})
  const answers = new RateLimiterMemory({points: ANSWERS, duration: HOUR})
  return {
    mayTry: (key) => takes(from, key),
    mayWrite: (key) => takes(to, key),
    mayAnswer: (key) => takes(answers, key),
  }
}
