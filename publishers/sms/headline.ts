/** A headline, and every shorter form of it that still says something, longest first. */
import {foreignCharacter} from './encode.ts'

/** GSM 7-bit has no ellipsis: it would make the message UCS-2. Where that is so anyway, it saves two units. */
const more = (prefix: string): string => (foreignCharacter(prefix) === undefined ? '...' : '\u2026')

/** No single SMS holds more UTF-16 units than this, in either encoding; a longer form is not tried. */
const LONGEST = 160

/** A word of nothing but pictures: emoji, their modifiers and joiners, flags. */
const PICTURES =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F)+$/u

/** A cut headline without a letter or a number says nothing. */
const SAYS = /[\p{L}\p{N}]/u

/** `that can save a...` reads worse than `that can save...`. */
const ENDS_ON_PARTICLE = / \p{L}{1,2}$/u

/** A direction isolate left open would turn what follows, the link and STOP. */
const isClosed = (text: string): boolean =>
  text.replace(/[^\u2066-\u2068]/g, '').length === text.replace(/[^\u2069]/g, '').length

const TRAILING = /[\s.,;:!?\u060C\u061B\u0964\u2026(-]+$/u

/** Ends of words. Where a script writes no spaces, a dictionary finds the words (UAX 29). */
const wordEnds = (headline: string, language: string): readonly number[] => {
  if (headline.includes(' ')) {
    return [...headline.matchAll(/ /g)].map((space) => space.index)
  }
  const segments = [...new Intl.Segmenter(language, {granularity: 'word'}).segment(headline)]
  return segments.map((segment) => segment.index)
}

const prefixes = (headline: string, language: string): readonly string[] =>
  wordEnds(headline.slice(0, LONGEST), language)
    .map((end) => headline.slice(0, end).replace(TRAILING, ''))
    .filter((prefix) => SAYS.test(prefix) && !ENDS_ON_PARTICLE.test(prefix) && isClosed(prefix))
    .map((prefix) => `${prefix}${more(prefix)}`)

/**
 * The headline whole; without its pictures; then cut at each end of a word, longest first; at last
 * the empty string. Forms longer than 160 UTF-16 units are left out. A word is never cut, hence no
 * grapheme either.
 */
export const headlineForms = (headline: string, language: string): readonly string[] => {
  const words = headline.split(' ')
  const plain = words.filter((word) => !PICTURES.test(word)).join(' ')
  const shortened = [...prefixes(headline, language), ...prefixes(plain, language)]
  const byLength = shortened.toSorted((a, b) => b.length - a.length)
  const forms = [headline, plain, ...byLength, ''].filter((form) => form.length <= LONGEST)
  return [...new Set(forms)]
}
