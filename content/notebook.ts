/**
 * Lines that one run leaves for the next, beside the data of this machine. Each carries its CRC-32: one
 * that was torn, or written over by another run, is as if it had never been. Losing them costs time only.
 */
import {appendFile, mkdir, readFile, rm} from 'node:fs/promises'
import {dirname} from 'node:path'
import {crc32} from 'node:zlib'
import {parseJson} from './parse-json.ts'

export interface Notebook {
  /** Every value that was left, oldest first. */
  read(): Promise<Iterable<unknown>>
  /** Never throws for what cannot be written. */
  append(values: readonly unknown[]): Promise<void>
  clear(): Promise<void>
}

const NEWLINE = 0x0a
/** Hexadecimal digits of a CRC-32. */
const DIGITS = 8
/** Values that are written in one piece. */
const PIECE = 5000

const lineOf = (value: unknown): string => {
  const text = JSON.stringify(value)
  return `${crc32(text).toString(16).padStart(DIGITS, '0')}${text}\n`
}

function* valuesIn(bytes: Buffer): Generator {
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    const sum = bytes.toString('latin1', start, start + DIGITS)
    const text = bytes.subarray(Math.min(start + DIGITS, end), end)
    start = end + 1
    if (Number.parseInt(sum, 16) === crc32(text)) yield parseJson(text.toString('utf8'))
  }
}

/** `path` need not be there yet. */
export const notebook = (path: string): Notebook => ({
  async read() {
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    return valuesIn(bytes)
  },
  async append(values) {
    try {
      await mkdir(dirname(path), {recursive: true})
      for (let at = 0; at < values.length; at += PIECE) {
        // a line of its own, whatever the one before it was torn from
        await appendFile(
          path,
          `\n${values
            .slice(at, at + PIECE)
            .map(lineOf)
            .join('')}`,
        )
      }
    } catch {
      // the next run reads the dataset, that is all
    }
  },
  async clear() {
    await rm(path, {force: true}).catch(() => undefined)
  },
})
