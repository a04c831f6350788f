/** A helpline's rules about itself. */
import type {ValidationContext} from '@sanity/types'
import {fieldsOf, itemsOf, refOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'
import {ask, publishedId} from './dataset.ts'
import {age, CALL, isExpired, isStale, lineOf} from './helpline-line.ts'

/** For a helpline's own `verifiedAt`: an error. */
export const ownAgeError = (_value: unknown, {document}: ValidationContext): Verdict => {
  const line = lineOf(document)
  return isExpired(line)
    ? advise(`Last verified ${age(line)} days ago, so this line can no longer be shown. ${CALL}`)
    : true
}

/** For a helpline's own `verifiedAt`: a warning. */
export const ownAgeWarning = (_value: unknown, {document}: ValidationContext): Verdict => {
  const line = lineOf(document)
  if (age(line) < 0)
    return advise('This day is in the future. Set the day somebody verified the line.')
  return isStale(line)
    ? advise(
        `Last verified ${age(line)} days ago; it is due every ${line.verifyEvery} days. ${CALL}`,
      )
    : true
}

/** A line that refers to itself would be shown, or looked for, for ever. */
export const anotherLine = (reference: unknown, {document}: ValidationContext): Verdict => {
  const id = refOf(reference)
  return id === undefined || id !== publishedId(document?._id ?? '')
    ? true
    : advise('This is the same line. Choose another one, or empty the field.')
}

const PARTNER = '*[_type == "helpline" && _id == $id][0]{name, "back": pairedWith._ref}'

/** Shown together or not at all, so each must know of the other. A warning. */
export const pairedBack = async (
  reference: unknown,
  context: ValidationContext,
): Promise<Verdict> => {
  const id = refOf(reference)
  if (id === undefined) return true
  const found = await ask(context, PARTNER, {id})
  if (found === null) return true
  const {name, back} = fieldsOf(found)
  return back === publishedId(context.document?._id ?? '')
    ? true
    : advise(`Open "${textOf(name)}" and pair it with this line, so that neither is shown alone.`)
}

const USERS =
  '*[references($id) && _id != $id && _type in ["crisisNotice", "article", "section", "warning", "digest", "contributor"]]{"title": coalesce(heading, title, name)}'

/** For a helpline's `retiredAt`: a warning that lists who still shows the line. */
export const shownNowhere = async (
  retiredAt: string | undefined,
  context: ValidationContext,
): Promise<Verdict> => {
  if (retiredAt === undefined) return true
  const found = await ask(context, USERS, {id: publishedId(context.document?._id ?? '')})
  const titles = itemsOf(found).map((user) => textOf(fieldsOf(user)['title']))
  if (titles.length === 0) return true
  const named = titles.slice(0, 5).map((title) => `"${title}"`)
  const more = titles.length > 5 ? ` and ${titles.length - 5} more` : ''
  return advise(
    `Still shown by ${named.join(', ')}${more}. Put the line that took over in its place there; until then they cannot be published.`,
  )
}

/** For a helpline's `phone`: a line that nobody can reach helps nobody. */
export const reachable = (_value: unknown, {document}: ValidationContext): Verdict => {
  const {phone, sms, chatUrl} = fieldsOf(document)
  const ways = [fieldsOf(phone)['dial'], fieldsOf(sms)['number'], chatUrl]
  return ways.some((way) => textOf(way) !== '')
    ? true
    : advise(
        'Nobody can reach this line yet. Add a phone number, a number to text, or a chat address.',
      )
}
