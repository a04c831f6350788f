/** Whether a helpline may be shown: it must be in service, verified, and of the right country. */
import type {ValidationContext} from '@sanity/types'
import {refOf, textOf} from '../shapes.ts'
import {advise, firstOf, type Verdict} from '../verdict.ts'
import {ask} from './dataset.ts'
import {today} from './dates.ts'
import {age, CALL, isExpired, isStale, type Line, lineOf} from './helpline-line.ts'

const LINE =
  '*[_type == "helpline" && _id == $id][0]{name, country, retiredAt, "replacement": replacedBy->name, verifiedAt, verifyEvery}'

const referencedLine = async (
  reference: unknown,
  context: ValidationContext,
): Promise<Line | undefined> => {
  const id = refOf(reference)
  if (id === undefined) return undefined
  const found = await ask(context, LINE, {id})
  // that the document is missing is said by the reference itself
  return found === null ? undefined : lineOf(found)
}

const inService = ({name, retiredAt, replacement}: Line): Verdict => {
  if (retiredAt === '' || retiredAt > today()) return true
  const mend =
    replacement === ''
      ? 'Remove it, or put the line that took over in its place.'
      : `Put "${replacement}" in its place, which took over.`
  return advise(`"${name}" was retired on ${retiredAt}. ${mend}`)
}

const verified = (line: Line): Verdict =>
  isExpired(line)
    ? advise(
        `Nobody has verified "${line.name}" for ${age(line)} days, so it can no longer be shown. ${CALL}`,
      )
    : true

/** For a reference to a helpline: an error when readers must not be sent there. */
export const usable = async (reference: unknown, context: ValidationContext): Promise<Verdict> => {
  const line = await referencedLine(reference, context)
  return line === undefined ? true : firstOf([inService(line), verified(line)])
}

/** For a reference within a document that has a `country` itself. */
export const sameCountry = async (
  reference: unknown,
  context: ValidationContext,
): Promise<Verdict> => {
  const country = textOf(context.document?.['country'])
  const line = await referencedLine(reference, context)
  return line === undefined || country === '' || line.country === '' || line.country === country
    ? true
    : advise(
        `"${line.name}" is a line of ${line.country}, and this is for ${country}. Choose a line of ${country}.`,
      )
}

/** For a reference to a helpline, as a warning. */
export const verifiedLately = async (
  reference: unknown,
  context: ValidationContext,
): Promise<Verdict> => {
  const line = await referencedLine(reference, context)
  return line === undefined || !isStale(line)
    ? true
    : advise(`"${line.name}" was last verified ${age(line)} days ago. ${CALL}`)
}
