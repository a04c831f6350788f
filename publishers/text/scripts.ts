/** Sub- and superscript in plain text: readable, and with the meaning they had. */

/** What follows a number as an ordinal: 1st, 2nd, 1er, 2e, 3º. */
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|o|a|\u00aa|\u00ba)$/i

/** Charges and plain powers after a letter read well as they are: `Na+`, `Ca2+`, `m2`. */
const AFTER_LETTER = /^\d*[+\u2212-]?$/

const WORD = /^[\p{L}\p{N}]+$/u
const SIGNED_WORD = /^[+\u2212-]?[\p{L}\p{N}.,]+$/u

const marked = (sign: '^' | '_', text: string): string =>
  SIGNED_WORD.test(text) ? `${sign}${text}` : `${sign}(${text})`

/**
 * `before` is the text so far. After a digit a sign is needed (10^6 is not 106); after a letter
 * most need none (H2O, m2, Na+).
 */
export const scripted = (script: 'sub' | 'sup', text: string, before: string): string => {
  if (text.trim() === '') return text
  const afterNumber = /[\p{N})\]]$/u.test(before)
  if (script === 'sub') return !afterNumber && WORD.test(text) ? text : marked('_', text)
  const plain = afterNumber ? ORDINAL.test(text) : AFTER_LETTER.test(text) || ORDINAL.test(text)
  return plain ? text : marked('^', text)
}
