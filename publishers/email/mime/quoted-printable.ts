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

/** All but printable US-ASCII, and `=`; blanks are safe but at the end of a line. */
const UNSAFE = /[^\t\x20-\x3c\x3e-\x7e]/gu

const cache = new Map<string, string>()

/** Most characters of an article are the same few dozen. */
const encoded = (character: string): string => {
  const known = cache.get(character)
  if (known !== undefined) return known
  const unit = triplets(character)
  // Bounded, since a dataset may hold every character of Unicode.
  if (cache.size < 4096) cache.set(character, unit)
  return unit
}

/** `From ` at a line's start would be changed by mbox stores (RFC 4155), a blank at its end by relays. */
const encodeCharacters = (line: string): string =>
  line
    .replace(UNSAFE, encoded)
    .replace(/^From /, '=46rom ')
    .replace(/[\t ]$/, triplets)

/** The last place up to `end` where no character is divided; every `=` starts a triplet. */
const breakBefore = (line: string, end: number): number => {
  let at = end
  if (line[at - 1] === '=') at -= 1
  else if (line[at - 2] === '=') at -= 2
  // UTF-8 continuation octets, 80 to BF
  while (/^=[89AB]/.test(line.slice(at, at + 2))) at -= 3
  return at
}

/**
 * A dot that starts a line would have to be stuffed by every SMTP client on the way (RFC 5321 4.5.2),
 * and a `From ` would be changed by mbox stores: both are encoded after our own breaks too.
 */
const softBreaks = (line: string): string => {
  if (line.length <= ROOM && !line.startsWith('.')) return line
  const lines: string[] = []
  let at = 0
  for (;;) {
    const risky = line[at] === '.' || line.startsWith('From ', at)
    const lead = risky ? triplets(line.charAt(at)) : ''
    if (lead !== '') at += 1
    if (lead.length + line.length - at <= ROOM)
      return [...lines, lead + line.slice(at)].join('=\r\n')
    const next = breakBefore(line, at + ROOM - lead.length)
    lines.push(lead + line.slice(at, next))
    at = next
  }
}

/**
 * `text` with its line breaks as CRLF and lines of at most 76 characters. A soft break never
 * divides a character. Lone surrogates become U+FFFD.
 */
export const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => softBreaks(encodeCharacters(line)))
    .join('\r\n')
