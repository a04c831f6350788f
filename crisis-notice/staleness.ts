/** When a helpline's number may no longer be trusted. */
import type {Helpline} from '../content/model.ts'
import type {Problem} from '../errors.ts'

const DAY = 86_400_000

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/**
 * Past `verifiedAt + verifyEvery` days: HELPLINE_STALE, a warning. Past twice that:
 * HELPLINE_EXPIRED, an error. `today` is YYYY-MM-DD.
 */
export const staleness = (helpline: Helpline, today: string): Problem | undefined => {
  const age = daysBetween(helpline.verifiedAt, today)
  if (age <= helpline.verifyEvery) return undefined
  const expired = age > 2 * helpline.verifyEvery
  return {
    documentId: helpline.id,
    path: 'verifiedAt',
    code: expired ? 'HELPLINE_EXPIRED' : 'HELPLINE_STALE',
    message: `${helpline.name} was last verified ${age} days ago, on ${helpline.verifiedAt}; it is due every ${helpline.verifyEvery} days. Call the line, then set verifiedAt to today.`,
  }
}
