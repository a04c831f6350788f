/**
 * Quoted-printable bodies (RFC 2045 6.7). Encoding works line by line, so the encoding of two
 * texts joined by a line break is their encodings joined by CRLF: lengths add up.
 */
import {utf8} from './utf8.ts'

/** RFC 2045 allows 76 characters; the last is kept for the soft break's `=`. */
const ROOM = 75

const triplet = (octet: number): string => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`

/** Every octet of a character as `=XX`. */
export const triplets = (character: string): string => Array.from(utf8(character), triplet).join('')

/** Printable US-ASCII but `=`; blanks are safe but at the end of a line. */
const isLiteral = (character: string): boolean => /^[\t\x20-\x3c\x3e-\x7e]$/.test(character)

const cache = new Map<string, string>()

/** Most characters of an article are the same few dozen: looking them up is four times as fast. */
const encoded = (character: string): string => {
  const known = cache.get(character)
  if (known !== undefined) return known
  const unit = isLiteral(character) ? character : triplets(character)
  // Bounded, since a dataset may hold every character of Unicode.
  if (cache.size < 4096) cache.set(character, unit)
  return unit
}

/**
 * Nothing to encode and no soft break needed. A dot that starts a line would have to be stuffed by
 * every SMTP client on the way (RFC 5321 4.5.2), `From ` would be changed by mbox stores (RFC 4155).
 */
const isPlain = (line: string): boolean =>
  line.length <= ROOM && /^(?!\.|From )(?:[\t\x20-\x3c\x3e-\x7e]*[\x21-\x3c\x3e-\x7e])?$/.test(line)

const encodeLine = (line: string): string => {
  if (isPlain(line)) return line
  const trailingBlank = /[\t ]$/.test(line) ? line.length - 1 : -1
  const from = line.startsWith('From ')
  let out = ''
  let column = 0
  let offset = 0
  for (const character of line) {
    let unit = offset === trailingBlank ? triplets(character) : encoded(character)
    if (offset === 0 && from) unit = triplets(character)
    if (column + unit.length > ROOM) {
      out += '=\r\n'
      column = 0
    }
    if (column === 0 && unit === '.') unit = triplets(unit)
    out += unit
    column += unit.length
    offset += character.length
  }
  return out
}

/**
 * `text` with its line breaks as CRLF and lines of at most 76 characters. A soft break never
 * divides a character. Lone surrogates become U+FFFD.
 */
export const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(encodeLine)
    .join('\r\n')
