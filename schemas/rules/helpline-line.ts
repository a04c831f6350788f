/** What a helpline says of its own service, read from a document or from an answer of the dataset. */
import {fieldsOf, textOf} from '../shapes.ts'
import {daysBetween, today} from './dates.ts'

/** Half a year; services change their numbers rarely, but they do. */
export const VERIFY_EVERY = 180

export interface Line {
  readonly name: string
  readonly country: string
  readonly retiredAt: string
  readonly replacement: string
  readonly verifiedAt: string
  readonly verifyEvery: number
}

export const lineOf = (value: unknown): Line => {
  const {name, country, retiredAt, replacement, verifiedAt, verifyEvery} = fieldsOf(value)
  return {
    name: textOf(name),
    country: textOf(country),
    retiredAt: textOf(retiredAt),
    replacement: textOf(replacement),
    verifiedAt: textOf(verifiedAt),
    verifyEvery: typeof verifyEvery === 'number' ? verifyEvery : VERIFY_EVERY,
  }
}

/** Days since somebody verified the line. */
export const age = ({verifiedAt}: Line): number =>
  verifiedAt === '' ? 0 : daysBetween(verifiedAt, today())

/** Not verified for twice as long as it should be. */
export const isExpired = (line: Line): boolean => age(line) > 2 * line.verifyEvery

export const isStale = (line: Line): boolean => age(line) > line.verifyEvery && !isExpired(line)

export const CALL = 'Call the line or look at its website, then set "Last verified" to that day.'
