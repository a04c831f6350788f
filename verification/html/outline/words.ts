/** Words in HTML that is known to be plain, looked at where they stand. */
import {collapse} from '../../text.ts'

const SPACE = 0x20
const AMPERSAND = 0x26
const DELETE = 0x7f

/** White space between elements (HTML 4.1 section 9.1). */
const isWhite = (code: number): boolean =>
  code === SPACE || code === 0x0a || code === 0x09 || code === 0x0c

/** Offset of the first character from `from` to `to` that is no white space, or `to`. */
export const firstWordIn = (html: string, from: number, to: number): number => {
  let at = from
  while (at < to && isWhite(html.charCodeAt(at))) at += 1
  return at
}

/**
 * Whether a text whose first words stand from `from` to `to` may read as `words`, which are collapsed.
 * Never false where it does: up to its first reference, what stands there must be how they begin.
 */
export const mayBegin = (html: string, from: number, to: number, words: string): boolean => {
  const code = html.charCodeAt(from)
  const isPlain = code > SPACE && code < DELETE && code !== AMPERSAND
  // Stryker disable next-line ConditionalExpression: most texts begin otherwise; it saves time only
  if (isPlain && code !== words.charCodeAt(0)) return false
  const reference = html.slice(from, to).indexOf('&')
  const end = reference === -1 ? to : from + reference
  return words.startsWith(collapse(html.slice(from, end)))
}
