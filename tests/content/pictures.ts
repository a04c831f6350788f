/** The smallest files of each picture format: headers are all that is read of them. */
export const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(33)
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1')
  bytes.writeUInt32BE(13, 8)
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

export const gif = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(13)
  bytes.write('GIF89a', 0, 'latin1')
  bytes.writeUInt16LE(width, 6)
  bytes.writeUInt16LE(height, 8)
  return bytes
}

/** With an APP0 segment before the frame. */
export const jpeg = (width: number, height: number): Buffer => {
  const frame = Buffer.alloc(19)
  frame.writeUInt16BE(0xffc2, 0)
  frame.writeUInt16BE(17, 2)
  frame.writeUInt8(8, 4)
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]), frame])
}

const riff = (chunk: string, fill: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(40)
  bytes.write('RIFF', 0, 'latin1')
  bytes.write('WEBP', 8, 'latin1')
  bytes.write(chunk, 12, 'latin1')
  fill(bytes)
  return bytes
}

export const webpExtended = (width: number, height: number): Buffer =>
  riff('VP8X', (bytes) => {
    bytes.writeUIntLE(width - 1, 24, 3)
    bytes.writeUIntLE(height - 1, 27, 3)
  })

export const webpLossless = (width: number, height: number): Buffer =>
  riff('VP8L', (bytes) => {
    bytes.writeUInt8(0x2f, 20)
    bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21)
  })

export const webpLossy = (width: number, height: number): Buffer =>
  riff('VP8 ', (bytes) => {
    bytes.writeUInt16LE(width, 26)
    bytes.writeUInt16LE(height, 28)
  })

export const avif = (): Buffer => {
  const bytes = Buffer.alloc(24)
  bytes.write('ftypavif', 4, 'latin1')
  return bytes
}
