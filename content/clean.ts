/**
 * What text is rid of at the door, and what it is refused for. Everything else stays as written: a
 * single zero-width joiner or non-joiner or a direction mark carries meaning in Persian, Hindi and
 * emoji.
 */

/**
 * Characters that steganographic edit markers are written in (`@sanity/client/stega`); they come in
 * long runs, while prose has one, rarely two, in a row.
 */
const STEGA_RUN = /[\u{200b}-\u{200d}\u{2060}-\u{2063}\u{feff}\u{1d173}-\u{1d17a}]{4,}/gu

const BYTE_ORDER_MARKS = /\u{feff}/gu

/** C0 and C1 controls but tab and newline, and noncharacters, which XML forbids. */
const CONTROLS = /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n]]/gv

const LINE_BREAKS = /\r\n|[\r\v\f\u{85}\u{2028}\u{2029}]/gu

const TABS = /\t/g

/**
 * Latin text with its punctuation: nothing to clean, nothing that composes with what is before it, and
 * no direction character. Most of an English dataset, and four times as fast to tell.
 */
const PLAIN = /^[\n -~\u{a0}-\u{2ff}\u{2010}-\u{2027}\u{2030}-\u{205e}\u{20a0}-\u{20bf}]*$/u

export const isPlain = (text: string): boolean => PLAIN.test(text)

/** Any character that one of the above may change. */
const SUSPECT =
  /[[\p{Cc}\p{Noncharacter_Code_Point}\u{200b}-\u{200d}\u{2028}\u{2029}\u{2060}-\u{2063}\u{feff}\u{1d173}-\u{1d17a}]--\n]/v

/**
 * Text without edit markers, U+FEFF and control characters; every kind of line break is `\n`, a tab
 * is a space; Unicode normalisation form C. Idempotent.
 */
export const cleanText = (text: string): string => {
  if (isPlain(text)) return text
  return SUSPECT.test(text) ? cleanedText(text) : text.normalize('NFC')
}

/** The same for any text, in five passes. */
export const cleanedText = (text: string): string => {
  const lines = text.replace(LINE_BREAKS, '\n').replace(TABS, ' ')
  // controls first: one in the middle of a run would hide it
  const visible = lines.replace(CONTROLS, '')
  const unmarked = visible.replace(STEGA_RUN, '').replace(BYTE_ORDER_MARKS, '')
  return unmarked.normalize('NFC')
}

/** Invisible, direction, control and space characters: none of them belongs in an identifier, number or address. */
const HIDDEN = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{1d173}-\u{1d17a}]|\p{Noncharacter_Code_Point}/u

export const hiddenCharacter = (text: string): string | undefined => HIDDEN.exec(text)?.[0]

/** `U+202E` */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
