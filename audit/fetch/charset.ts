/** The text of a page, in whatever encoding it came (WHATWG Encoding; HTML section 13.2.3.2, in short). */

const decoderOf = (label: string | undefined): TextDecoder | undefined => {
  try {
    return label === undefined ? undefined : new TextDecoder(label)
  } catch {
    return undefined
  }
}

const BOMS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
] as const

const byMark = (body: Uint8Array): string | undefined =>
  BOMS.find(([, mark]) => mark.every((byte, index) => body[index] === byte))?.[0]

const byMeta = (body: Uint8Array): string | undefined => {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 1024))
  const label = /<meta[^>]+charset\s*=\s*["']?([\w:-]+)/i.exec(head)?.[1]
  // a page that can say so in ASCII is not in UTF-16
  return label?.toLowerCase().startsWith('utf-16') === true ? 'utf-8' : label
}

/** UTF-8 where nothing is said, or nothing that is known. */
export const decodeBody = (body: Uint8Array, contentType: string | undefined): string => {
  const named = /charset\s*=\s*"?([\w:-]+)/i.exec(contentType ?? '')?.[1]
  const decoder =
    decoderOf(byMark(body)) ?? decoderOf(named) ?? decoderOf(byMeta(body)) ?? new TextDecoder()
  return decoder.decode(body)
}
