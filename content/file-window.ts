/**
 * Pieces of a file, read at once. The system's cache nearly always has them, and asking a thread of
 * the pool and waiting for its promise took 160 µs of processor time a piece, where this takes 4.
 */
import {readSync} from 'node:fs'
import type {FileHandle} from 'node:fs/promises'

/** Bytes; an article of eight sections takes some 45 KB, and what is read in vain takes as long as what is not. */
const WINDOW = 24 * 1024

export class FileWindow {
  readonly #file: FileHandle
  readonly #bytes = Buffer.allocUnsafe(WINDOW)
  /** What `#bytes` holds of the file. */
  #start = 0
  #end = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  /**
   * These bytes, to be used before the next ones are asked for; fewer where the file ends. What
   * begins near the last piece is read with its neighbours, on the side where the reader is going: the
   * parts of an article often lie side by side, and are asked for from the first to the last or back.
   */
  at(offset: number, length: number): Buffer {
    const end = offset + length
    if (offset < this.#start || end > this.#end) {
      if (length > WINDOW) return this.#apart(offset, length)
      const isNear = offset > this.#start - WINDOW && offset < this.#end + WINDOW
      const isBackwards = isNear && offset < this.#start
      const start = isBackwards ? Math.max(0, end - WINDOW) : offset
      this.#end = start + this.#read(this.#bytes, start, isNear ? WINDOW : length)
      this.#start = start
    }
    const from = offset - this.#start
    return this.#bytes.subarray(from, Math.min(end, this.#end) - this.#start)
  }

  #apart(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    return bytes.subarray(0, this.#read(bytes, offset, length))
  }

  #read(into: Buffer, offset: number, length: number): number {
    return readSync(this.#file.fd, into, 0, length, offset)
  }
}
