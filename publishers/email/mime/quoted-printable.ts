/**
 * Quoted-printable bodies (RFC 2045 6.7). Encoding works line by line, so the encoding of two
 * texts joined by a line break is their encodings joined by CRLF: lengths add up.
 */
import {mostQuoted, type Quoted, writeQuoted} from './quoted-octets.ts'
import {utf8, utf8Into} from './utf8.ts'

const triplet = (octet: number): string => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`

/** Every octet of a character as `=XX`. */
export const triplets = (character: string): string => Array.from(utf8(character), triplet).join('')

interface Desk {
  readonly source: Uint8Array
  readonly target: Uint8Array
}

const desk = (octets: number): Desk => ({
  source: new Uint8Array(octets + 1),
  target: new Uint8Array(mostQuoted(octets)),
})

/** More than a mail's part may have: longer texts are only measured, and get a desk of their own. */
const KEPT = 1 << 18

/** Nothing is read from it that the same call has not written. */
const ours = desk(KEPT)

/** No UTF-16 unit takes more than three octets. */
const deskFor = (text: string): Desk => (3 * text.length <= KEPT ? ours : desk(3 * text.length))

const decoder = new TextDecoder()

/** The length of `quotedPrintable(text)`, and the octets of what it says. */
export const quotedSize = (text: string): Quoted => {
  const {source, target} = deskFor(text)
  return writeQuoted(source, utf8Into(text, source), target)
}

/** `quotedPrintable` and the octets of what it says. */
export const quoted = (text: string): {readonly body: string; readonly octets: number} => {
  const {source, target} = deskFor(text)
  const {length, octets} = writeQuoted(source, utf8Into(text, source), target)
  return {body: decoder.decode(target.subarray(0, length)), octets}
}

/**
 * `text` with its line breaks as CRLF and lines of at most 76 characters. A soft break never
 * divides a character. Lone surrogates become U+FFFD.
 */
export const quotedPrintable = (text: string): string => quoted(text).body
