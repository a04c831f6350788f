/** Tries again what may pass, a bounded number of times, at the pace that the service asks for. */
import {SourceError} from '../../errors.ts'
import {failureOf} from './failure.ts'

export interface Retry {
  /** In all, the first included. */
  readonly attempts: number
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

const FIRST_WAIT = 500
/** A service that asks for more has a longer trouble; somebody should know. */
const LONGEST_WAIT = 60_000

export const RETRY: Retry = {
  attempts: 5,
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
}

/** Throws SourceError with the last failure, named. */
export const withRetry = async <T>(
  place: string,
  {attempts, wait}: Retry,
  work: () => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof SourceError) throw error
      const failure = failureOf(error, place)
      const pause = failure.wait ?? FIRST_WAIT * 2 ** (attempt - 1)
      if (!failure.isPassing || attempt >= attempts || pause > LONGEST_WAIT) {
        const {code, message} = failure
        throw new SourceError({code, source: place, message, cause: error})
      }
      await wait(pause)
    }
  }
}
