/**
 * Quoted-printable (RFC 2045 6.7) from octets into octets, in one pass: every octet is looked at once,
 * and a line of output is broken where it is full, while it is written.
 */

/** RFC 2045 allows 76 characters; the last is kept for the soft break's `=`. */
const ROOM = 75

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const DOT = 0x2e
const EQUALS = 0x3d

/** What an octet is; from ESCAPED on, one less than that the octets of the character it begins. */
const SAFE = 0
const LINE_END = 1
const ESCAPED = 2

const kindOf = (octet: number): number => {
  if (octet === LF || octet === CR) return LINE_END
  if (octet === TAB || (octet >= SPACE && octet < 0x7f && octet !== EQUALS)) return SAFE
  // RFC 3629: 110xxxxx begins two octets, 1110xxxx three, 11110xxx four
  return ESCAPED + Number(octet >= 0xc0) + Number(octet >= 0xe0) + Number(octet >= 0xf0)
}

const KINDS = Uint8Array.from({length: 256}, (_, octet) => kindOf(octet))
const HEX = Uint8Array.from('0123456789ABCDEF', (digit) => digit.charCodeAt(0))
const FROM = Uint8Array.from('From ', (letter) => letter.charCodeAt(0))

/** Octets that `write` may need for so many: three each, a soft break in 64 characters, and some. */
export const mostQuoted = (octets: number): number => 4 * octets + 16

const writeTriplet = (octet: number, target: Uint8Array, to: number): number => {
  target[to] = EQUALS
  target[to + 1] = HEX[octet >> 4] ?? 0
  target[to + 2] = HEX[octet & 15] ?? 0
  return to + 3
}

const writeSoftBreak = (target: Uint8Array, to: number): number => {
  target[to] = EQUALS
  target[to + 1] = CR
  target[to + 2] = LF
  return to + 3
}

/**
 * A dot that starts a line would have to be stuffed by every SMTP client on the way (RFC 5321 4.5.2),
 * and a `From ` would be changed by mbox stores (RFC 4155): both are encoded, after our own breaks too. There
 * the blank of a `From ` that ends its line is encoded already, and it may stay.
 */
const isRisky = (source: Uint8Array, at: number, isOwnBreak: boolean): boolean => {
  const first = source[at]
  if (first === DOT) return true
  if (first !== FROM[0] || !FROM.every((letter, index) => source[at + index] === letter)) {
    return false
  }
  return !isOwnBreak || KINDS[source[at + FROM.length] ?? LF] !== LINE_END
}

/** How much was written, and what was read, each line break counted as CRLF. */
export interface Quoted {
  readonly length: number
  readonly octets: number
}

/**
 * The first `end` octets of `source`, which are UTF-8, written to `target`; its line breaks become CRLF.
 * `source` has one octet more, which is overwritten, so that the text ends where a line ends.
 */
export const writeQuoted = (source: Uint8Array, end: number, target: Uint8Array): Quoted => {
  source[end] = LF
  let at = 0
  let to = 0
  let octets = end
  let isOwnBreak = false
  // A line of output a turn.
  for (;;) {
    let room = ROOM
    if (isRisky(source, at, isOwnBreak)) {
      to = writeTriplet(source[at] ?? 0, target, to)
      at += 1
      room -= 3
    }
    let kind = SAFE
    for (;;) {
      const full = at + room
      while (at < full) {
        const octet = source[at] ?? 0
        if (KINDS[octet] !== SAFE) break
        target[to] = octet
        to += 1
        at += 1
      }
      room = full - at
      kind = KINDS[source[at] ?? 0] ?? SAFE
      // No character is divided.
      const size = kind - ESCAPED + 1
      if (kind < ESCAPED || 3 * size > room) break
      room -= 3 * size
      for (const after = at + size; at < after; at += 1) {
        to = writeTriplet(source[at] ?? 0, target, to)
      }
    }
    isOwnBreak = kind !== LINE_END
    if (isOwnBreak) {
      to = writeSoftBreak(target, to)
      continue
    }
    const last = target[to - 1] ?? 0
    if (last === SPACE || last === TAB) {
      // Relays take away a blank that ends a line.
      to -= 1
      if (room < 2) to = writeSoftBreak(target, to)
      to = writeTriplet(last, target, to)
    }
    if (at === end) return {length: to, octets}
    target[to] = CR
    target[to + 1] = LF
    to += 2
    const isPair = source[at] === CR && source[at + 1] === LF && at + 1 < end
    at += isPair ? 2 : 1
    octets += isPair ? 0 : 1
  }
}
