/** What a mail that comes in may be. A bounce with our whole mail in it has some 150 KB and 5 parts. */

export const INBOUND_LIMITS = {
  /** Octets of the whole mail. */
  octets: 1024 * 1024,
  /** Lines that begin a part's type or a boundary: more than any report has. */
  parts: 200,
  /** Of multiparts in each other. */
  depth: 8,
  /** Octets of all headers. */
  headers: 128 * 1024,
} as const

/** Counted in the octets, before a parser builds anything of them. */
const PART = /^(?:content-type[ \t]*:|--[^\s-])/gim

/** Why the mail is not even parsed. */
export const bombReason = (raw: Uint8Array): string | undefined => {
  if (raw.length > INBOUND_LIMITS.octets) return `it has more than ${INBOUND_LIMITS.octets} octets`
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1')
  let parts = 0
  for (const _ of text.matchAll(PART)) {
    parts += 1
    if (parts > INBOUND_LIMITS.parts) return `it has more than ${INBOUND_LIMITS.parts} parts`
  }
  return undefined
}
