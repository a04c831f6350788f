/** Quoted-printable (RFC 2045 section 6.7), in one pass over its octets. */
import {utf8Text} from './utf8.ts'

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const EQUALS = 0x3d
const DELETE = 0x7f

/** Rule 5, the line break not counted. */
const LINE_LIMIT = 76

const isControl = (octet: number): boolean => octet === DELETE || (octet < SPACE && octet !== TAB)

const isBlank = (octet: number | undefined): boolean => octet === SPACE || octet === TAB

/** Rules 2 and 3: 1 for an octet that stands for itself. */
const IS_LITERAL = Uint8Array.from({length: 128}, (_each, octet) =>
  isControl(octet) || octet === EQUALS ? 0 : 1,
)

/** -1 in an octet. */
const NO_DIGIT = 255

/** Rule 1: capitals only. */
const DIGIT = Uint8Array.from({length: 256}, (_each, octet) =>
  '0123456789ABCDEF'.indexOf(String.fromCharCode(octet)),
)

const digitAt = (octets: Uint8Array, at: number): number => DIGIT[octets[at] ?? 0] ?? NO_DIGIT

/**
 * What `=` and two digits stand for; `undefined` for any other. A control character is nothing that a
 * reader shows, and an encoded line break is none (rule 4).
 */
const encodedAt = (octets: Uint8Array, at: number): number | undefined => {
  const high = digitAt(octets, at + 1)
  const low = digitAt(octets, at + 2)
  const octet = high * 16 + low
  return high === NO_DIGIT || low === NO_DIGIT || isControl(octet) ? undefined : octet
}

/** 80 to BF, which never begin a character (RFC 3629 section 3). */
const isContinuation = (octets: Uint8Array, at: number): boolean =>
  octets[at] === EQUALS && digitAt(octets, at + 1) >> 2 === 2

/**
 * The offset after the break at `at` of the line that began at `line`. `undefined` where readers differ:
 * at white space before it (rule 3), at half a line break, and where a soft one ends nothing or divides a character.
 */
const afterBreak = (octets: Uint8Array, at: number, line: number): number | undefined => {
  const isSoft = octets[at] === EQUALS
  const end = isSoft ? at + 1 : at
  const next = end + 2
  if (octets[end] !== CR || octets[end + 1] !== LF || end - line > LINE_LIMIT) return undefined
  if (!isSoft) return isBlank(octets[at - 1]) ? undefined : next
  const goesOn = next < octets.length && octets[next] !== CR
  return goesOn && !isContinuation(octets, next) ? next : undefined
}

/** How many octets `encoded` comes to in `into`, where each line ends in LF, the last one too. */
const decode = (encoded: Uint8Array, into: Uint8Array): number | undefined => {
  const end = encoded.length
  let at = 0
  let line = 0
  let done = 0
  while (at < end) {
    const octet = encoded[at] ?? 0
    if (IS_LITERAL[octet] === 1) {
      into[done] = octet
      done += 1
      at += 1
    } else if (octet === EQUALS && encoded[at + 1] !== CR) {
      const character = encodedAt(encoded, at)
      if (character === undefined) return undefined
      into[done] = character
      done += 1
      at += 3
    } else {
      const next = afterBreak(encoded, at, line)
      if (next === undefined) return undefined
      if (octet === CR) {
        into[done] = LF
        done += 1
      }
      at = next
      line = next
    }
  }
  if (end - line > LINE_LIMIT || isBlank(encoded[end - 1])) return undefined
  into[done] = LF
  return done + 1
}

/**
 * `undefined` for what readers decode in more than one way, or repair. `room` for one octet more than
 * `encoded` has.
 */
export const quotedPrintableText = (encoded: Uint8Array, room: Uint8Array): string | undefined => {
  const length = decode(encoded, room)
  return length === undefined ? undefined : utf8Text(room.subarray(0, length))
}
