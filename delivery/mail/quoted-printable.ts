/**
 * Slots in a quoted-printable body (RFC 2045 6.7). Nothing else of the body is written anew: an
 * address is cut out where it stands, and ours is put in with soft line breaks around its token.
 */
import {type BodySlot, PLACEHOLDER, type Piece} from './slots.ts'
import type {Place} from './places.ts'

const SOFT = '=\r\n'
/** Of the 76 characters of a line, one is for the soft break. */
const ROOM = 75

interface Decoded {
  readonly octets: Buffer
  /** Where in the encoded body each octet begins; one more for the end. */
  readonly offsets: readonly number[]
}

/** The bodies are our own publisher's: a `=` is followed by two hex digits or by a line's end. */
export const decodeQuotedPrintable = (body: string): Decoded => {
  const octets: number[] = []
  const offsets: number[] = []
  let at = 0
  while (at < body.length) {
    if (body.startsWith(SOFT, at)) {
      at += SOFT.length
      continue
    }
    const isTriplet = body[at] === '='
    offsets.push(at)
    octets.push(isTriplet ? Number.parseInt(body.slice(at + 1, at + 3), 16) : body.charCodeAt(at))
    at += isTriplet ? 3 : 1
  }
  return {octets: Buffer.from(octets), offsets: [...offsets, body.length]}
}

/** `address` holds URL characters only. A dot that starts a line would have to be stuffed. */
const broken = (address: string): string => {
  const lines: string[] = []
  for (let at = 0; at < address.length; at += ROOM - 2) {
    lines.push(
      address
        .slice(at, at + ROOM - 2)
        .replaceAll('=', '=3D')
        .replace(/^\./, '=2E'),
    )
  }
  return lines.join(SOFT)
}

const slot = ({name}: Place): BodySlot =>
  Object.freeze({name, width: PLACEHOLDER.length, encode: (token: string) => token})

/** `places` in characters of the decoded part; `addressOf` is what stands before each token. */
export const quotedPrintablePieces = (
  body: string,
  places: readonly Place[],
  addressOf: (place: Place) => string,
): readonly Piece[] => {
  const {octets, offsets} = decodeQuotedPrintable(body)
  const decoded = octets.toString('utf8')
  const encodedAt = (character: number): number =>
    offsets[Buffer.byteLength(decoded.slice(0, character))] ?? body.length
  const pieces: Piece[] = []
  let done = 0
  for (const place of places) {
    const start = encodedAt(place.start)
    const end = encodedAt(place.end)
    const before = body.slice(done, start)
    const lead = before.endsWith('\r\n') ? '' : SOFT
    pieces.push(`${before}${lead}${broken(addressOf(place))}${SOFT}`, slot(place))
    // what follows begins a line of its own, unless the line ends here anyway
    const follows = body.slice(end)
    const isEnd = follows.startsWith('\r\n') || follows.startsWith(SOFT)
    if (!isEnd) pieces.push(SOFT)
    done = end
  }
  return [...pieces, body.slice(done)]
}
