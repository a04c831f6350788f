/** A headline, and every shorter form of it that still says something, longest first. */

/** Left in GSM 7-bit as three full stops: one character that it lacks would make the message UCS-2. */
const MORE = '...'

/** A word of nothing but pictures: emoji, their modifiers and joiners, flags. */
const PICTURES =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200D\u20E3\uFE0F])+$/u

const TRAILING = /[\s.,;:!?\u060C\u061B\u0964\u2026(-]+$/u

/** Ends of words. Where a script writes no spaces, a dictionary finds the words (UAX 29). */
const wordEnds = (headline: string, language: string): readonly number[] => {
  if (headline.includes(' ')) {
    return [...headline.matchAll(/ /g)].map((space) => space.index)
  }
  const segments = [...new Intl.Segmenter(language, {granularity: 'word'}).segment(headline)]
  return segments.slice(1).map((segment) => segment.index)
}

const prefixes = (headline: string, language: string): readonly string[] =>
  wordEnds(headline, language)
    .map((end) => headline.slice(0, end).replace(TRAILING, ''))
    .filter((prefix) => prefix !== '')
    .map((prefix) => `${prefix}${MORE}`)

/**
 * The headline whole; without its pictures; then cut at each end of a word, longest first; at last
 * the empty string. A word is never cut, hence no grapheme either.
 */
export const headlineForms = (headline: string, language: string): readonly string[] => {
  const words = headline.split(' ')
  const plain = words.filter((word) => !PICTURES.test(word)).join(' ')
  const shortened = [...prefixes(headline, language), ...prefixes(plain, language)]
  const byLength = shortened.toSorted((a, b) => b.length - a.length)
  return [...new Set([headline, plain, ...byLength, ''])]
}
