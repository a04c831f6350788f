/** Base64 (RFC 2045 section 6.8), in one pass over its octets. */
import {utf8Text} from './utf8.ts'

const LF = 0x0a
const CR = 0x0d
const PAD = 0x3d

const LINE = 76

/** -1 in an octet. */
const NO_DIGIT = 255

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const DIGIT = Uint8Array.from({length: 256}, (_each, octet) =>
  DIGITS.indexOf(String.fromCharCode(octet)),
)

const digitAt = (octets: Uint8Array, at: number): number => DIGIT[octets[at] ?? 0] ?? NO_DIGIT

/** The 24 bits of four digits, of which the last `pads` are no digits but padding; `undefined` of any other. */
const bitsAt = (octets: Uint8Array, at: number, pads: number): number | undefined => {
  const first = digitAt(octets, at)
  const second = digitAt(octets, at + 1)
  const third = pads > 1 ? 0 : digitAt(octets, at + 2)
  const fourth = pads > 0 ? 0 : digitAt(octets, at + 3)
  if ((first | second | third | fourth) === NO_DIGIT) return undefined
  return (first << 18) | (second << 12) | (third << 6) | fourth
}

/** How many `=` are at the end, two at most. */
const padsOf = (octets: Uint8Array): number => {
  if (octets.at(-1) !== PAD) return 0
  return octets.at(-2) === PAD ? 2 : 1
}

/** How many octets `encoded` comes to in `into`. */
const decode = (encoded: Uint8Array, into: Uint8Array): number | undefined => {
  const pads = padsOf(encoded)
  const last = encoded.length - 4
  let at = 0
  let line = 0
  let done = 0
  for (;;) {
    if (at - line === LINE) {
      if (encoded[at] !== CR || encoded[at + 1] !== LF) return undefined
      at += 2
      line = at
    }
    const bits = bitsAt(encoded, at, at < last ? 0 : pads)
    // Stryker disable next-line ConditionalExpression: NUL in its place is refused too; the type asks
    if (bits === undefined) return undefined
    into[done] = bits >> 16
    into[done + 1] = bits >> 8
    into[done + 2] = bits
    done += 3
    if (at >= last) return (bits & ((1 << (8 * pads)) - 1)) === 0 ? done - pads : undefined
    at += 4
  }
}

/** What no reader shows, and line breaks other than CRLF (RFC 2046 section 4.1.1). */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const ODD = /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?!\n)|(?<!\r)\n/

/**
 * `undefined` of anything but lines of 76 digits and a last one that may be shorter, padded at the very
 * end alone, with zeros in the bits that this leaves over (RFC 4648 section 3.5).
 */
export const base64Text = (encoded: Uint8Array, room: Uint8Array): string | undefined => {
  const length = decode(encoded, room)
  // Stryker disable next-line ConditionalExpression: all of the room is no text, having NUL at its end
  const text = length === undefined ? undefined : utf8Text(room.subarray(0, length))
  // Stryker disable next-line ConditionalExpression: nothing odd is in "undefined"; the type asks
  return text === undefined || ODD.test(text) ? undefined : text
}
