/** `Smith JA, van der Berg M, World Health Organization, et al`: the authors of an AMA reference. */
import type {SourceAuthor} from '../../content/model.ts'

export interface Authors {
  readonly authors: readonly SourceAuthor[]
  /** `et al`: there are more than are named. */
  readonly more: boolean
  /** Whether the text can only be a list of authors. */
  readonly sure: boolean
  /** A comma that may part two organisations or stand within one name. */
  readonly commaInName?: true
}

const PERSON =
  /^((?:(?:\p{Ll}|['’])[\p{L}'’]* )*\p{Lu}[\p{L}\p{M}'’]*(?:[ -]\p{L}[\p{L}\p{M}'’]*)*) ((?:\p{Lu}-?){1,4})(?: (Jr|Sr|II|III|IV|2nd|3rd|4th))?$/u

/** Words that organisations are called by. */
const ORGANIZATION =
  /\b(?:academy|administration|agency|alliance|association|authority|board|bureau|cent(?:er|re)s?|charity|collaborat(?:ion|ive|ors)|college|commission|committee|consortium|council|department|federation|foundation|fund|government|group|health service|hospital|institutes?|investigators|league|library|ministry|nations|network|office|organi[sz]ation|project|society|task force|trust|union|universit(?:y|ies)|workgroup|world bank)\b/iu

/** `AARP`, `MedlinePlus`, `UNICEF`: one word that is no word. */
const ACRONYM = /^(?=(?:.*\p{Lu}){2})[\p{L}\d]{2,20}$/u

/** Names are written with capitals; a sentence is not. */
const CAPITALS = /^(?:(?:\p{Lu}|\d)\S*|and|for|of|on|the|in|to|&|de|la|del|der|für)$/u

const isCapitalized = (text: string): boolean =>
  text.split(/\s+/u).every((word) => CAPITALS.test(word))

/** Whether a text is the name of an organisation. */
export const isOrganization = (text: string): boolean =>
  ACRONYM.test(text) || (ORGANIZATION.test(text) && isCapitalized(text))

/** `JA` → `J. A.`, `JP` of `J-P` → `J.-P.`, as the Studio's editors write them. */
const spaced = (initials: string): string =>
  [...initials]
    .map((letter) => (letter === '-' ? '-' : `${letter}.`))
    .join(' ')
    .replaceAll(' - ', '-')

const person = (text: string): SourceAuthor | undefined => {
  const [, family, initials, suffix] = PERSON.exec(text) ?? []
  if (family === undefined || initials === undefined) return undefined
  const given = spaced(initials)
  return {family, given: suffix === undefined ? given : `${given}, ${suffix}`}
}

const one = (text: string): SourceAuthor | undefined =>
  person(text) ?? (isOrganization(text) ? {organization: text} : undefined)

const ET_AL = /,?\s+et al\.?$/iu

const isPerson = (author: SourceAuthor | undefined): boolean =>
  author !== undefined && 'family' in author

/** What the first sentence of a reference says of its authors; nothing when it names none. */
export const readAuthors = (sentence: string): Authors | undefined => {
  const more = ET_AL.test(sentence)
  const names = sentence
    .replace(ET_AL, '')
    .replace(/; (?:for|on behalf of) (?:the )?/u, ', ')
    .replace(/,? (?:and|&) (?=[^,]+ \p{Lu}{1,4}$)/u, ', ')
    .split(/,\s+/u)
  const each = names.map(one)
  const named = each.flatMap((author) => author ?? [])
  if (named.length === names.length && each.some(isPerson)) {
    return {authors: named, more, sure: true}
  }
  if (more) return undefined
  const whole = sentence.trim()
  const name =
    names.length > 1
      ? names.every(isCapitalized) && ORGANIZATION.test(whole)
      : isOrganization(whole)
  if (!name) return undefined
  // "Department of Justice, Drug Enforcement Administration" is one name, "AARP, National Alliance" two
  if (named.length === names.length && names.some((part) => ACRONYM.test(part))) {
    return {authors: named, more, sure: false}
  }
  return {
    authors: [{organization: whole}],
    more,
    sure: false,
    ...(names.length > 1 && {commaInName: true}),
  }
}
