/**
 * Slots in a base64 body (RFC 2045 6.8). A slot stands on a line of its own, between groups of three
 * octets: the octets of its neighbours that share its first and last group are encoded with it, and
 * are the same for every recipient.
 */
import {type BodySlot, PLACEHOLDER, type Piece} from './slots.ts'
import type {Place} from './places.ts'

const LINE = 76
const GROUP = 3

export const decodeBase64 = (body: string): Buffer => Buffer.from(body, 'base64')

const lines = (octets: Buffer): string => {
  const whole = octets.toString('base64')
  return (whole.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []).join('\r\n')
}

const slot = ({name}: Place, before: Buffer, after: Buffer): BodySlot => {
  const encode = (token: string): string =>
    Buffer.concat([before, Buffer.from(token, 'latin1'), after]).toString('base64')
  return Object.freeze({name, width: encode(PLACEHOLDER).length, encode})
}

/** `places` in characters of the decoded part; `addressOf` is what stands before each token. */
export const base64Pieces = (
  body: string,
  places: readonly Place[],
  addressOf: (place: Place) => string,
): readonly Piece[] => {
  const decoded = decodeBase64(body).toString('utf8')
  const pieces: Piece[] = []
  let left = Buffer.alloc(0)
  let done = 0
  for (const [index, place] of places.entries()) {
    const text = `${decoded.slice(done, place.start)}${addressOf(place)}`
    const literal = Buffer.concat([left, Buffer.from(text)])
    const shared = literal.length % GROUP
    const own = literal.subarray(0, literal.length - shared)
    const next = Buffer.from(decoded.slice(place.end, places[index + 1]?.start))
    const taken = (GROUP - ((shared + PLACEHOLDER.length) % GROUP)) % GROUP
    pieces.push(
      `${lines(own)}\r\n`,
      slot(place, literal.subarray(literal.length - shared), next.subarray(0, taken)),
      '\r\n',
    )
    left = next.subarray(taken)
    done = places[index + 1]?.start ?? decoded.length
  }
  const rest = Buffer.concat([left, Buffer.from(decoded.slice(done))])
  return [...pieces, lines(rest)]
}
