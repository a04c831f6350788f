/** The same dataset with one word of one section changed, as a new export would bring it. */
import {createReadStream, createWriteStream, renameSync} from 'node:fs'
import {open} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'

const PIECE = 4 * 2 ** 20

/** Offset of the first occurrence, in bytes. Throws RangeError when there is none. */
export const offsetOf = async (file: string, text: string, piece = PIECE): Promise<number> => {
  const wanted = Buffer.from(text)
  const handle = await open(file)
  try {
    const buffer = Buffer.alloc(piece + wanted.length)
    for (let at = 0; ; at += piece) {
      const {bytesRead} = await handle.read(buffer, 0, buffer.length, at)
      const found = buffer.subarray(0, bytesRead).indexOf(wanted)
      if (found !== -1) return at + found
      if (bytesRead < buffer.length) throw new RangeError(`${file} has no ${text}`)
    }
  } finally {
    await handle.close()
  }
}

/**
 * Puts `text` behind `after` where that stands first: everything behind it moves. The file is replaced
 * by another, as an export does it.
 */
export const insertBehind = async (file: string, after: string, text: string): Promise<void> => {
  const offset = (await offsetOf(file, after)) + Buffer.byteLength(after)
  const next = `${file}.next`
  const target = createWriteStream(next)
  if (offset > 0) await pipeline(createReadStream(file, {end: offset - 1}), target, {end: false})
  target.write(text)
  await pipeline(createReadStream(file, {start: offset}), target)
  renameSync(next, file)
}
