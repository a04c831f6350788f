/**
 * Text as words to compare: lower case, without accents, vowel marks, punctuation and apostrophes,
 * one blank between. `ARRÊT!` is `arret`, `don't` is `dont`. Not to be shown to anybody.
 */

/** Nobody writes more than some hundred characters by phone; the rest is not read. */
const LONGEST = 4000

const CHANGES: readonly (readonly [pattern: RegExp, replacement: string, why: string])[] = [
  [/[\u0300-\u036f]/gu, '', 'accents of Latin letters'],
  [/[\u064b-\u065f\u0670\u0640]/gu, '', 'Arabic vowel marks, hamza above or below, tatweel'],
  [/\u0671/gu, '\u0627', 'alef wasla'],
  [/\u0649/gu, '\u064a', 'alef maqsura'],
  [/\u0629/gu, '\u0647', 'teh marbuta'],
  [/[\u093c\u200c\u200d]/gu, '', 'nukta and joiners'],
  [/['\u2018\u2019\u02bc`\u00b4]/gu, '', 'apostrophes'],
  [/[^\p{L}\p{M}\p{N}]+/gu, ' ', 'whatever else is no part of a word'],
]

export const plainWords = (text: string): string => {
  const start = text.slice(0, LONGEST)
  // compatibility first: full-width and mathematical letters become plain ones
  const decomposed = start.normalize('NFKC').toLowerCase().normalize('NFD')
  const words = CHANGES.reduce(
    (changed, [pattern, replacement]) => changed.replace(pattern, replacement),
    decomposed,
  )
  return words.normalize('NFC').trim()
}
