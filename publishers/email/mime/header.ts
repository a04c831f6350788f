/**
 * Header fields (RFC 5322 2.2), folded at 76 columns. Each function takes clean one-line values
 * (see one-line.ts) and returns the field without its final CRLF.
 */
import {encodedWords, isPlainText} from './encoded-word.ts'

const COLUMNS = 76

/** Joins tokens by spaces, and folds before one that would not fit the line. */
const fold = (name: string, tokens: readonly string[]): string => {
  let line = `${name}:`
  const lines: string[] = []
  for (const [index, token] of tokens.entries()) {
    if (index > 0 && line.length + 1 + token.length > COLUMNS) {
      lines.push(line)
      line = ''
    }
    line += ` ${token}`
  }
  return [...lines, line].join('\r\n')
}

/** A field whose tokens must stay whole: addresses, ids, parameters. */
export const structured = (name: string, ...tokens: readonly string[]): string => fold(name, tokens)

/** A field of free text: Subject. */
export const unstructured = (name: string, text: string): string =>
  fold(name, isPlainText(text) ? text.split(' ') : encodedWords(text, name.length + 2))

/** Words of RFC 5322 atext. */
const ATOMS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/

const phrase = (text: string, used: number): readonly string[] => {
  // A quoted string this long would be one token that cannot be folded.
  if (!isPlainText(text) || text.length > COLUMNS - used) return encodedWords(text, used)
  if (ATOMS.test(text)) return text.split(' ')
  return [`"${text.replace(/["\\]/g, String.raw`\$&`)}"`]
}

/** `From: Name <address>`; an encoded-word may not stand within quotes. */
export const mailbox = (
  field: string,
  {name, address}: {readonly name: string; readonly address: string},
): string => fold(field, [...phrase(name, field.length + 2), `<${address}>`])
