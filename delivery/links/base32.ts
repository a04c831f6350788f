/**
 * Base32 (RFC 4648 6) in lower case and without padding, for the local part of a mail address: it
 * survives servers on the way that change the case of letters.
 */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

export const base32 = (octets: Uint8Array): string => {
  let out = ''
  let bits = 0
  let held = 0
  for (const octet of octets) {
    held = (held << 8) | octet
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += LETTERS.charAt((held >> bits) & 31)
      held &= (1 << bits) - 1
    }
  }
  return bits === 0 ? out : out + LETTERS.charAt((held << (5 - bits)) & 31)
}

/** `undefined` for what `base32` never writes; letters of either case are read. */
export const fromBase32 = (text: string): Uint8Array | undefined => {
  const lower = text.toLowerCase()
  const out: number[] = []
  let bits = 0
  let held = 0
  for (const letter of lower) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return undefined
    held = (held << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    out.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  const octets = Uint8Array.from(out)
  // one text for each value: no spare letter, no spare bit
  return base32(octets) === lower ? octets : undefined
}
