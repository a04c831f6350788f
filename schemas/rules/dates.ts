/** Days as YYYY-MM-DD. */
import {fieldsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'

const DAY = 86_400_000

const two = (value: number): string => String(value).padStart(2, '0')

/** Where the editor is: a line verified this morning in Auckland was verified today. */
export const today = (now = new Date()): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** For an article's `nextReview`. */
export const afterLastReview = (next: string | undefined, parent: unknown): Verdict => {
  const last = textOf(fieldsOf(parent)['lastReviewed'])
  return next === undefined || last === '' || next > last
    ? true
    : advise(`The last review was on ${last}. Choose a later day for the next one.`)
}
