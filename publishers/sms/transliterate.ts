/**
 * Characters that GSM 7-bit lacks, and what says the same in it. Only signs are here, never a
 * letter: a letter that has no place in GSM 7-bit makes the message UCS-2. The replacement of a
 * sign keeps its meaning; nothing is replaced by `?`.
 */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['\u2018', "'"], // LEFT SINGLE QUOTATION MARK
  ['\u2019', "'"], // RIGHT SINGLE QUOTATION MARK
  ['\u201A', "'"], // SINGLE LOW-9 QUOTATION MARK
  ['\u201B', "'"], // SINGLE HIGH-REVERSED-9 QUOTATION MARK
  ['\u2032', "'"], // PRIME
  ['\u00B4', "'"], // ACUTE ACCENT
  ['\u0060', "'"], // GRAVE ACCENT
  ['\u2039', "'"], // SINGLE LEFT-POINTING ANGLE QUOTATION MARK
  ['\u203A', "'"], // SINGLE RIGHT-POINTING ANGLE QUOTATION MARK
  ['\u201C', '"'], // LEFT DOUBLE QUOTATION MARK
  ['\u201D', '"'], // RIGHT DOUBLE QUOTATION MARK
  ['\u201E', '"'], // DOUBLE LOW-9 QUOTATION MARK
  ['\u201F', '"'], // DOUBLE HIGH-REVERSED-9 QUOTATION MARK
  ['\u2033', '"'], // DOUBLE PRIME
  ['\u00AB', '"'], // LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
  ['\u00BB', '"'], // RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
  ['\u2010', '-'], // HYPHEN
  ['\u2011', '-'], // NON-BREAKING HYPHEN
  ['\u2012', '-'], // FIGURE DASH
  ['\u2013', '-'], // EN DASH
  ['\u2212', '-'], // MINUS SIGN
  ['\u2014', ' - '], // EM DASH
  ['\u2015', ' - '], // HORIZONTAL BAR
  ['\u2026', '...'], // HORIZONTAL ELLIPSIS
  ['\u00AD', ''], // SOFT HYPHEN
  ['\u200B', ''], // ZERO WIDTH SPACE
  ['\u2060', ''], // WORD JOINER
  ['\uFEFF', ''], // ZERO WIDTH NO-BREAK SPACE
])

/**
 * Composed (NFC), signs replaced, on one line. Every kind of space (no-break, thin, tab, line break)
 * becomes a plain one, none at either end nor two in a row.
 */
export const transliterate = (text: string): string =>
  Array.from(text.normalize('NFC'), (character) => REPLACEMENTS.get(character) ?? character)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
