/** Whether an article's review is due, or a helpline's verification. Days are YYYY-MM-DD. */
import type {DocumentBadgeDescription} from 'sanity'
import {daysBetween} from '../../schemas/rules/dates.ts'
import {lineOf} from '../../schemas/rules/helpline-line.ts'
import {type Fields, fieldsOf, textOf} from '../../schemas/shapes.ts'

/** Days before a review in which editors are reminded of it. */
export const REMIND = 30

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** Nothing while the next review is far off; retracted articles need none. */
export const reviewBadge = (article: Fields, today: string): DocumentBadgeDescription | null => {
  const next = textOf(article['nextReview'])
  if (textOf(fieldsOf(article['retraction'])['date']) !== '') {
    return {
      label: 'Retracted',
      color: 'danger',
      title: 'Taken back on every channel. Its page says so, and why.',
    }
  }
  if (next === '') {
    return {
      label: 'No review planned',
      color: 'warning',
      title: 'Nobody is reminded to check the medicine. Use "Mark reviewed" to set a day.',
    }
  }
  const left = daysBetween(today, next)
  if (left < 0) {
    return {
      label: 'Review overdue',
      color: 'danger',
      title: `The review was due on ${next}, ${inDays(-left)} ago. Have the article checked, then mark it reviewed.`,
    }
  }
  if (left > REMIND) return null
  return {
    label: left === 0 ? 'Review due today' : 'Review due soon',
    color: 'warning',
    title:
      left === 0 ? 'The review is due today.' : `The review is due on ${next}, in ${inDays(left)}.`,
  }
}

/** A line in service says nothing. */
export const verificationBadge = (
  helpline: Fields,
  today: string,
): DocumentBadgeDescription | null => {
  const {retiredAt, verifiedAt, verifyEvery} = lineOf(helpline)
  if (retiredAt !== '' && retiredAt <= today) {
    return {label: 'Retired', color: 'danger', title: `Retired on ${retiredAt}; shown nowhere.`}
  }
  if (verifiedAt === '') return null
  const age = daysBetween(verifiedAt, today)
  if (age <= verifyEvery) return null
  const isExpired = age > 2 * verifyEvery
  return {
    label: isExpired ? 'Not verified: no longer shown' : 'Verification overdue',
    color: isExpired ? 'danger' : 'warning',
    title: `Last verified ${inDays(age)} ago; it is due every ${verifyEvery} days. Call the line, then use "I verified this today".`,
  }
}
