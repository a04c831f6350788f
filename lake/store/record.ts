/**
 * One record a line: `<CRC-32, 8 hex digits> <length in bytes> <JSON>\n`. Length and sum tell a
 * record that was never written to its end from one that was damaged later.
 */
import {crc32} from 'node:zlib'

const SPACE = 0x20
const NEWLINE = 0x0a
const SUM_LENGTH = 8
/** More digits than any length has. */
const LONGEST_HEADER = SUM_LENGTH + 1 + 16 + 1

export const encodeRecord = (value: unknown): Buffer => {
  const json = Buffer.from(JSON.stringify(value))
  const header = `${crc32(json).toString(16).padStart(SUM_LENGTH, '0')} ${json.length} `
  return Buffer.concat([Buffer.from(header), json, Buffer.from('\n')])
}

export type Decoded =
  | {readonly kind: 'record'; readonly json: string; readonly end: number}
  /** What cannot be read is the last line: it was never acknowledged. */
  | {readonly kind: 'torn'}
  | {readonly kind: 'damaged'}

const bad = (bytes: Buffer, end: number): Decoded =>
  end >= bytes.length ? {kind: 'torn'} : {kind: 'damaged'}

/** Reads the record that begins at `start`. */
export const decodeRecord = (bytes: Buffer, start: number): Decoded => {
  const newline = bytes.indexOf(NEWLINE, start)
  const lineEnd = newline === -1 ? bytes.length : newline + 1
  const space = bytes.indexOf(SPACE, start + SUM_LENGTH + 1)
  if (space === -1 || space - start > LONGEST_HEADER) return bad(bytes, lineEnd)
  const header = bytes.toString('latin1', start, space)
  const match = /^([0-9a-f]{8}) (\d+)$/.exec(header)
  if (match === null) return bad(bytes, lineEnd)
  const end = space + 1 + Number(match[2])
  const json = bytes.subarray(space + 1, end)
  const sum = Number.parseInt(match[1] ?? '', 16)
  // JSON holds no line break, so a line that ends elsewhere is not what was written
  if (newline !== end || crc32(json) !== sum) return bad(bytes, lineEnd)
  return {kind: 'record', json: json.toString('utf8'), end: lineEnd}
}
