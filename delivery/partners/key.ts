/**
 * Keys of partners: `tl_<id>_<secret>`. The id finds the row, the secret (256 random bits) is kept only as
 * its SHA-256: a secret that nobody can guess needs no slow hash.
 */
import {hash, randomBytes, timingSafeEqual} from 'node:crypto'
import {base32} from '../links/base32.ts'

export interface MadeKey {
  readonly id: string
  /** Whole, as a partner sends it; shown once. */
  readonly key: string
  readonly hash: string
}

/** The id has no underscore in it; the secret may. */
const SHAPE = /^tl_([a-z2-7]{12})_([\w-]{43})$/

/** Octets behind an id: 60 bits, so that two never meet. */
const ID_OCTETS = 7
const ID_LETTERS = 12
const SECRET_OCTETS = 32

export const makeId = (): string => base32(randomBytes(ID_OCTETS + 1)).slice(0, ID_LETTERS)

export const hashOf = (secret: string): string => hash('sha256', secret, 'hex')

export const makeKey = (): MadeKey => {
  const id = makeId()
  const secret = randomBytes(SECRET_OCTETS).toString('base64url')
  return Object.freeze({id, key: `tl_${id}_${secret}`, hash: hashOf(secret)})
}

/** `undefined` for what was never a key of ours. */
export const parseKey = (
  text: string,
): {readonly id: string; readonly secret: string} | undefined => {
  const [, id, secret] = SHAPE.exec(text) ?? []
  return id === undefined || secret === undefined ? undefined : {id, secret}
}

/** Takes as long whatever the secret is. `wanted` is what `hashOf` gives. */
export const isSecret = (secret: string, wanted: string): boolean => {
  const [given, kept] = [hashOf(secret), wanted].map((text) => Buffer.from(text, 'latin1'))
  if (given === undefined || kept === undefined || given.length !== kept.length) return false
  return timingSafeEqual(given, kept)
}
