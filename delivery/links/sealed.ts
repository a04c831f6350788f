/**
 * Sealing: a few octets become a tag and a mask of themselves, both keyed, so that nobody without
 * the secret can make one, read one, or turn one purpose's into another's. The tag is
 * HMAC-SHA-256 (RFC 2104) of the plain octets, cut to `tagLength`; the mask is the HMAC of the tag
 * under a second key (the construction of synthetic initialisation vectors, RFC 5297). The same
 * octets give the same seal in every run, as a message that is sent again must stay the same.
 */
import {timingSafeEqual} from 'node:crypto'
import {keyedHash} from './hmac.ts'

export interface Seal {
  close(plain: Uint8Array): Buffer
  /** `undefined` for what this secret did not close for this purpose. */
  open(sealed: Uint8Array): Buffer | undefined
}

/** `plain` may have up to 32 octets. */
export const createSeal = ({
  secret,
  purpose,
  tagLength,
}: {
  readonly secret: string
  readonly purpose: string
  /** Octets. */
  readonly tagLength: number
}): Seal => {
  const derived = keyedHash(Buffer.from(secret))
  const keyFor = (use: string): ((data: Uint8Array) => Buffer) =>
    keyedHash(derived(Buffer.from(`throwline link ${purpose}: ${use}`)))
  const [tagged, maskFrom] = [keyFor('tag'), keyFor('mask')]
  const tagOf = (plain: Uint8Array): Buffer => tagged(plain).subarray(0, tagLength)
  const masked = (octets: Uint8Array, tag: Uint8Array): Buffer => {
    const mask = maskFrom(tag)
    return Buffer.from(octets.map((octet, index) => octet ^ (mask[index] ?? 0)))
  }
  return Object.freeze({
    close: (plain: Uint8Array) => {
      const tag = tagOf(plain)
      return Buffer.concat([tag, masked(plain, tag)])
    },
    open: (sealed: Uint8Array) => {
      if (sealed.length <= tagLength) return undefined
      const tag = sealed.subarray(0, tagLength)
      const plain = masked(sealed.subarray(tagLength), tag)
      return timingSafeEqual(tagOf(plain), tag) ? plain : undefined
    },
  })
}
