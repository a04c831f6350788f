/** UTF-8 (RFC 3629) without repairs. */

/** Throws at what is no UTF-8, and keeps a byte order mark. */
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/** `undefined` where a reader would put U+FFFD, or drop a byte order mark. */
export const utf8Text = (octets: Uint8Array): string | undefined => {
  let text: string
  try {
    text = decoder.decode(octets)
  } catch {
    return undefined
  }
  return text.startsWith('\ufeff') ? undefined : text
}
