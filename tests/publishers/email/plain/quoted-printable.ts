/** Quoted-printable as it reads in RFC 2045 6.7, a line and a character at a time: what the fast one is held to. */

/** RFC 2045 allows 76 characters; the last is kept for the soft break's `=`. */
const ROOM = 75

const triplet = (octet: number): string => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`

const encoder = new TextEncoder()

/** Every octet of a character as `=XX`. */
const triplets = (character: string): string =>
  Array.from(encoder.encode(character), triplet).join('')

/** All but printable US-ASCII, and `=`; blanks are safe but at the end of a line. */
const UNSAFE = /[^\t\x20-\x3c\x3e-\x7e]/gu

/** `From ` at a line's start would be changed by mbox stores (RFC 4155), a blank at its end by relays. */
const encodeCharacters = (line: string): string =>
  line
    .replace(UNSAFE, triplets)
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
export const plainQuotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => softBreaks(encodeCharacters(line)))
    .join('\r\n')
