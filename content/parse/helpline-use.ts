/** Whether a helpline may still be shown in running text. */
import type {Helpline} from '../model.ts'
import type {Lookup} from './lookup.ts'
import type {Place} from './place.ts'

const DAY = 86_400_000

/** Retired: an error that names the replacement. Not verified for twice its interval: an error. */
export const reportUnusable = (helpline: Helpline, today: string, place: Place): void => {
  const {id, name, retiredAt, replacedBy, verifiedAt, verifyEvery} = helpline
  if (id === '') return
  if (retiredAt !== undefined && retiredAt <= today) {
    const mend =
      replacedBy === undefined
        ? 'Remove it, or put the line that replaces it in its place'
        : `Reference ${replacedBy}, which replaces it`
    place.report('HELPLINE_RETIRED', `${name} (${id}) was retired on ${retiredAt}. ${mend}.`)
  }
  const age = Math.round((Date.parse(today) - Date.parse(verifiedAt)) / DAY)
  if (age > 2 * verifyEvery) {
    place.report(
      'HELPLINE_EXPIRED',
      `${name} (${id}) was last verified ${age} days ago; it is due every ${verifyEvery} days. Call the line, then set its verifiedAt to today.`,
    )
  }
}

/** The line it is paired with is shown with it, so that one must be usable too. */
export const reportPartner = (helpline: Helpline, lookup: Lookup, place: Place): void => {
  const {id, pairedWith} = helpline
  if (id === '' || pairedWith === undefined) return
  const partner = lookup.helplines.get(pairedWith)
  if (partner.ok) {
    reportUnusable(partner.value, lookup.today, place)
    return
  }
  for (const problem of partner.problems) place.adopt(problem)
  place.report(
    'REFERENCE_INVALID',
    `${id} is shown together with ${pairedWith}, which cannot be published. Mend ${pairedWith}, or remove pairedWith.`,
  )
}
