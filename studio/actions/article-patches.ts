/** What the actions on articles and helplines write. Days are YYYY-MM-DD. */
import {daysBetween} from '../../schemas/rules/dates.ts'
import {VERIFY_EVERY} from '../../schemas/rules/helpline-line.ts'
import {type Fields, textOf} from '../../schemas/shapes.ts'
import type {Stored} from '../where-used/stored.ts'
import type {PatchMutation} from './mutation.ts'

type Patch = Omit<PatchMutation['patch'], 'id' | 'ifRevisionID'>

const DAY = 86_400_000

/** A year between two reviews, when the article had none before. */
export const REVIEW_EVERY = 365

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

/** As long after this review as the article's last two were apart. */
export const suggestedReview = (article: Fields, reviewed: string): string => {
  const [last, next] = [textOf(article['lastReviewed']), textOf(article['nextReview'])]
  const interval = last === '' || next === '' ? 0 : daysBetween(last, next)
  return addDays(reviewed, interval > 0 ? interval : REVIEW_EVERY)
}

export interface Review {
  /** A contributor's id. */
  readonly reviewer: string
  readonly lastReviewed: string
  readonly nextReview: string
}

export const reviewed = ({reviewer, lastReviewed, nextReview}: Review): Patch => ({
  set: {
    lastReviewed,
    nextReview,
    reviewer: {_type: 'reference', _ref: reviewer},
  },
})

export const retracted = (date: string, reason: string): Patch => ({
  set: {retraction: {_type: 'retraction', date, reason: reason.trim()}},
})

export interface Correction {
  readonly key: string
  readonly date: string
  readonly note: string
  /** Set to show the article again in feeds: a time, RFC 3339. */
  readonly updatedAt?: string
}

/** At the end of the list, which is in the order of the days. */
export const corrected = ({key, date, note, updatedAt}: Correction): readonly Patch[] => [
  {setIfMissing: {corrections: []}},
  {
    insert: {
      after: 'corrections[-1]',
      items: [{_key: key, _type: 'correction', date, note: note.trim()}],
    },
  },
  ...(updatedAt === undefined ? [] : [{set: {updatedAt}}]),
]

/** In the published line and in its draft, so that neither waits for the other. */
export const verifiedOn = (states: readonly Stored[], date: string): readonly PatchMutation[] =>
  states.map(({_id}) => ({patch: {id: _id, set: {verifiedAt: date}}}))

/** Days until the line is due again; negative when it is overdue. */
export const verificationDue = (helpline: Fields, today: string): number => {
  const {verifyEvery} = helpline
  const every = typeof verifyEvery === 'number' ? verifyEvery : VERIFY_EVERY
  const verifiedAt = textOf(helpline['verifiedAt'])
  return verifiedAt === '' ? -1 : every - daysBetween(verifiedAt, today)
}
