/** Lines that a run needs again at its end, on the disk in place of memory. */
import {closeSync, mkdirSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {dirname} from 'node:path'
import {OutFolderError} from '../../errors.ts'
import {besideName} from './beside.ts'

/** Octets that wait until they are written together. */
const CHUNK = 1 << 16

/**
 * Beside `file`. Its name is removed as soon as it is open: nobody else comes upon it, and it is gone when the process
 * is, however that ends. Methods throw OutFolderError.
 */
export class Spool {
  readonly #path: string
  #descriptor: number | undefined
  #isDiscarded = false
  /** Where each line begins, in octets, and where the next one will. */
  readonly #starts: number[] = [0]
  #waiting: Buffer[] = []
  #flushed = 0

  constructor(file: string) {
    this.#path = besideName(file)
  }

  get length(): number {
    return this.#starts.length - 1
  }

  /** Gives its number, from 0. */
  add(line: string): number {
    const bytes = Buffer.from(line, 'utf8')
    this.#waiting.push(bytes)
    const end = this.#end + bytes.length
    this.#starts.push(end)
    if (end - this.#flushed >= CHUNK) this.#flush()
    return this.length - 1
  }

  at(number: number): string | undefined {
    const [start, end] = [this.#starts[number], this.#starts[number + 1]]
    if (start === undefined || end === undefined) return undefined
    if (end > this.#flushed) this.#flush()
    const bytes = Buffer.allocUnsafe(end - start)
    this.#told((file) => {
      for (let at = 0; at < bytes.length;) {
        const read = readSync(file, bytes, at, bytes.length - at, start + at)
        if (read === 0) throw new Error('it was cut short')
        at += read
      }
    })
    return bytes.toString('utf8')
  }

  /** To be called in the end; what it held is gone. Never throws. */
  discard(): void {
    this.#isDiscarded = true
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  get #end(): number {
    return this.#starts.at(-1) ?? 0
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    this.#told((file) => {
      for (let at = 0; at < bytes.length;) {
        at += writeSync(file, bytes, at, bytes.length - at, this.#flushed + at)
      }
    })
    this.#waiting = []
    this.#flushed = this.#end
  }

  #told(act: (file: number) => void): void {
    try {
      act(this.#opened())
    } catch (error) {
      throw new OutFolderError({file: this.#path, cause: error})
    }
  }

  #opened(): number {
    if (this.#isDiscarded) throw new Error('it was discarded')
    if (this.#descriptor !== undefined) return this.#descriptor
    mkdirSync(dirname(this.#path), {recursive: true})
    const descriptor = openSync(this.#path, 'wx+')
    this.#descriptor = descriptor
    rmSync(this.#path)
    return descriptor
  }
}
