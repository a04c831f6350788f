/** UTF-8 (RFC 3629), in octets, without Node's Buffer. */

const encoder = new TextEncoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Octets of `text` in UTF-8. */
export const utf8Length = (text: string): number => utf8(text).length

/** How many octets were written to `target`, which has room for all. */
export const utf8Into = (text: string, target: Uint8Array): number =>
  encoder.encodeInto(text, target).written
