/** The body of a compiled mail: one run of octets with slots at known places, and its hash. */
import {createHash, type Hash} from 'node:crypto'
import {relaxedEnd, relaxedPiece} from './canonical.ts'
import {type BodySlot, type LinkSlot, PLACEHOLDER, type Piece} from './slots.ts'

export type LinkTokens = Readonly<Partial<Record<LinkSlot, string>>>

export interface Filled {
  /** SHA-256 of the body in relaxed canonical form, in base64: DKIM's `bh=`. */
  readonly hash: string
  /** The whole message, with this before the body. */
  after(head: string): Buffer
}

export interface Body {
  readonly slots: readonly LinkSlot[]
  /** Tokens of another width than the slots' throw RangeError. */
  fill(tokens: LinkTokens): Filled
}

const isSlot = (piece: Piece): piece is BodySlot => typeof piece !== 'string'

/** The hash so far, and what is still to come after it: slots, and literals as octets. */
interface Hashing {
  readonly begun: Hash
  readonly rest: readonly (BodySlot | Buffer)[]
}

/**
 * The state of the hash up to the first slot is kept, so that what stands before it, and its
 * canonical form everywhere, are worked out once for all recipients.
 */
const hashing = (pieces: readonly Piece[]): Hashing => {
  const canonical = pieces.map((piece, index) => {
    if (isSlot(piece)) return piece
    return Buffer.from(index === pieces.length - 1 ? relaxedEnd(piece) : relaxedPiece(piece))
  })
  const first = canonical.findIndex((piece) => !Buffer.isBuffer(piece))
  const split = first < 0 ? canonical.length : first
  const begun = createHash('sha256')
  for (const piece of canonical.slice(0, split)) if (Buffer.isBuffer(piece)) begun.update(piece)
  return {begun, rest: canonical.slice(split)}
}

const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece
    else out.push(piece)
  }
  return out
}

const fitting = (slot: BodySlot, token = ''): string => {
  const filling = slot.encode(token)
  if (token.length === PLACEHOLDER.length && filling.length === slot.width) return filling
  throw new RangeError(`A token of ${token.length} octets does not fit "${slot.name}"`)
}

/** `parts` end with a string. */
export const createBody = (parts: readonly Piece[]): Body => {
  const pieces = joined(parts)
  const places: {readonly slot: BodySlot; readonly at: number}[] = []
  let length = 0
  for (const piece of pieces) {
    if (isSlot(piece)) places.push({slot: piece, at: length})
    length += isSlot(piece) ? piece.width : piece.length
  }
  const template = Buffer.from(
    pieces.map((piece) => (isSlot(piece) ? piece.encode(PLACEHOLDER) : piece)).join(''),
    'latin1',
  )
  const {begun, rest} = hashing(pieces)
  return Object.freeze({
    slots: Object.freeze([...new Set(places.map(({slot}) => slot.name))]),
    fill: (tokens: LinkTokens): Filled => {
      const encoded = new Map(places.map(({slot}) => [slot, fitting(slot, tokens[slot.name])]))
      const hash = begun.copy()
      for (const piece of rest) {
        if (Buffer.isBuffer(piece)) hash.update(piece)
        else hash.update(encoded.get(piece) ?? '', 'latin1')
      }
      return {
        hash: hash.digest('base64'),
        after: (head: string) => {
          const message = Buffer.allocUnsafe(head.length + template.length)
          message.write(head, 'latin1')
          template.copy(message, head.length)
          for (const {slot, at} of places) {
            message.write(encoded.get(slot) ?? '', head.length + at, 'latin1')
          }
          return message
        },
      }
    },
  })
}
