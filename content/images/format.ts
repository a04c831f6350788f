/** Which kind of picture a file holds, and its size, from its first bytes. */
export interface Picture {
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'avif'
  /** Pixels. */
  readonly width?: number
  readonly height?: number
}

/** Bytes. Larger files belong to no page; a camera's JPEG has half of it. */
export const LARGEST_IMAGE = 20 * 1024 * 1024

const ascii = (bytes: Buffer, start: number, end: number): string =>
  bytes.toString('latin1', start, end)

/** PNG, 3rd edition, section 11.2.1: IHDR comes first. */
const png = (bytes: Buffer): Picture | undefined => {
  if (ascii(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n' || ascii(bytes, 12, 16) !== 'IHDR')
    return undefined
  if (bytes.length < 24) return undefined
  return {extension: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20)}
}

/** GIF89a, section 18. */
const gif = (bytes: Buffer): Picture | undefined => {
  const version = ascii(bytes, 0, 6)
  if ((version !== 'GIF87a' && version !== 'GIF89a') || bytes.length < 10) return undefined
  return {extension: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8)}
}

/** Frame headers of ITU-T T.81, table B.1: SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const jpeg = (bytes: Buffer): Picture | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) {
      return {
        extension: 'jpg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      }
    }
    // a fill byte before a marker
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return {extension: 'jpg'}
}

/** RFC 9649, section 2.5 to 2.7: lossy, lossless and extended files. */
const webp = (bytes: Buffer): Picture | undefined => {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return undefined
  const extension = 'webp'
  if (bytes.length < 30) return {extension}
  const chunk = ascii(bytes, 12, 16)
  if (chunk === 'VP8X') {
    return {extension, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1}
  }
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21)
    return {extension, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1}
  }
  if (chunk === 'VP8 ') {
    return {
      extension,
      width: bytes.readUInt16LE(26) & 0x3fff,
      height: bytes.readUInt16LE(28) & 0x3fff,
    }
  }
  return {extension}
}

/** ISO/IEC 23000-22: an ISO media file of brand avif or avis. Its size lies deeper than is worth reading. */
const avif = (bytes: Buffer): Picture | undefined =>
  ascii(bytes, 4, 8) === 'ftyp' && /^avi[fs]/.test(ascii(bytes, 8, 12))
    ? {extension: 'avif'}
    : undefined

const FORMATS = [png, jpeg, webp, gif, avif]

/** Undefined for anything else; SVG too, since it can carry scripts. */
export const pictureOf = (bytes: Uint8Array): Picture | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const format of FORMATS) {
    const picture = format(buffer)
    if (picture !== undefined) return picture
  }
  return undefined
}
