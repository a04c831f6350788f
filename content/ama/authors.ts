/** `Smith JA, Doe M, Roe R, et al` (AMA Manual of Style, 11th edition, section 3.7). */
import type {SourceAuthor} from '../model.ts'

const MOST_NAMED = 6
const NAMED_OF_MORE = 3

/** Latin, Greek, Cyrillic and others have capitals; where a script has none, initials say nothing. */
const hasCase = (letter: string): boolean => letter.toUpperCase() !== letter.toLowerCase()

const firstLetter = (name: string): string => /\p{L}\p{M}*/u.exec(name)?.[0] ?? ''

/** Already initials: `JA`, `M`. */
const INITIALS = /^\p{Lu}{1,3}$/u

const PARTICLE = /^\p{Ll}/u

/** `Mary Ann` and `M. A.` are `MA`, `Jean-Pierre` is `JP`. */
export const initials = (given: string): string =>
  given
    .split(/[\s.\-\u2010\u2011]+/u)
    .map((name) => {
      if (name === '' || PARTICLE.test(name)) return ''
      const letter = firstLetter(name)
      return INITIALS.test(name) ? name : letter.toUpperCase()
    })
    .join('')

const SUFFIX = /,\s*(Jr|Sr|[IVX]+|\d(?:st|nd|rd|th))\.?$/u

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['II', '2nd'],
  ['III', '3rd'],
  ['IV', '4th'],
])

const personName = (family: string, given: string): string => {
  const suffix = SUFFIX.exec(given)?.[1]
  const own = given.replace(SUFFIX, '')
  const short = hasCase(firstLetter(own)) ? initials(own) : own
  const rank = suffix === undefined ? [] : [SUFFIXES.get(suffix) ?? suffix]
  return [family, short, ...rank].filter((part) => part !== '').join(' ')
}

const authorName = (author: SourceAuthor): string =>
  'organization' in author ? author.organization : personName(author.family, author.given ?? '')

/** Without a final full stop; empty when there is no author. */
export const formatAuthors = (authors: readonly SourceAuthor[]): string => {
  const names = authors.map(authorName)
  if (names.length <= MOST_NAMED) return names.join(', ')
  return [...names.slice(0, NAMED_OF_MORE), 'et al'].join(', ')
}
