/** Files that are either the old one or the new one, whenever the process dies. */
import {closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from 'node:fs'
import {type FileHandle, mkdir, open, readFile, rename, rm} from 'node:fs/promises'
import {dirname} from 'node:path'
import {OutFolderError} from '../../errors.ts'
import {besideName, isMissing} from './beside.ts'

const readIfThere = async (file: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Opens what must not exist yet, and makes its folder when that is what is missing. */
const create = async (file: string): Promise<FileHandle> => {
  try {
    return await open(file, 'wx')
  } catch (error) {
    if (!isMissing(error)) throw error
    await mkdir(dirname(file), {recursive: true})
    return open(file, 'wx')
  }
}

const nothing = (): void => {}

/** Writes beside, fsyncs, renames. Throws OutFolderError, and then the old file still stands. */
const replace = async (
  file: string,
  write: (handle: FileHandle) => Promise<void>,
  whileSynced: () => void = nothing,
): Promise<void> => {
  const beside = besideName(file)
  try {
    const handle = await create(beside)
    try {
      await write(handle)
      const synced = handle.sync()
      try {
        whileSynced()
      } finally {
        await synced
      }
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, {force: true}).catch(() => undefined)
    // what is written may come from a file that cannot be read, and says so
    throw error instanceof OutFolderError ? error : new OutFolderError({file, cause: error})
  }
}

/**
 * Leaves a file alone that already holds `bytes`, unless it is told to write `anew`. Tells whether
 * it wrote. Throws OutFolderError.
 */
export const writeAtomically = async (
  file: string,
  bytes: Uint8Array,
  anew = false,
): Promise<boolean> => {
  const isSame = async (): Promise<boolean> => {
    try {
      return (await readIfThere(file))?.equals(bytes) === true
    } catch (error) {
      throw new OutFolderError({file, cause: error})
    }
  }
  if (!anew && (await isSame())) return false
  await replace(file, (handle) => handle.writeFile(bytes))
  return true
}

/** Characters that are handed to the disk at once. */
const CHUNK = 1 << 20

/** A text that would be large in memory, piece by piece. Throws OutFolderError. */
export const writePiecesAtomically = (file: string, pieces: Iterable<string>): Promise<void> =>
  replace(file, async (handle) => {
    let waiting = ''
    for (const piece of pieces) {
      waiting += piece
      if (waiting.length < CHUNK) continue
      await handle.writeFile(waiting, 'utf8')
      waiting = ''
    }
    await handle.writeFile(waiting, 'utf8')
  })

/** The same of octets. `whileSynced` is called when the disk has got all of them. Throws OutFolderError. */
export const writeBuffersAtomically = (
  file: string,
  pieces: readonly Buffer[],
  whileSynced: () => void,
): Promise<void> => {
  const write = async (handle: FileHandle): Promise<void> => {
    for (const piece of pieces) await handle.writeFile(piece)
  }
  return replace(file, write, whileSynced)
}

/**
 * A file that is written while what it says is still being made, and takes its place when it has ended. One
 * writer at a time: what a killed one left is written over by the next.
 */
export class PieceFile {
  readonly #file: string
  readonly #beside: string
  #descriptor: number | undefined
  #waiting = ''

  constructor(file: string) {
    this.#file = file
    this.#beside = `${file}.next`
  }

  /** Throws OutFolderError, as the others do; the old file still stands. */
  add(piece: string): void {
    this.#waiting += piece
    if (this.#waiting.length >= CHUNK) this.#told(() => this.#flush())
  }

  end(): void {
    this.#told(() => {
      const descriptor = this.#flush()
      fsyncSync(descriptor)
      closeSync(descriptor)
      this.#descriptor = undefined
      renameSync(this.#beside, this.#file)
    })
  }

  /** Of one that has not ended; of another it does nothing. */
  discard(): void {
    if (this.#descriptor === undefined) return
    closeSync(this.#descriptor)
    this.#descriptor = undefined
    rmSync(this.#beside, {force: true})
  }

  #flush(): number {
    if (this.#descriptor === undefined) mkdirSync(dirname(this.#file), {recursive: true})
    this.#descriptor ??= openSync(this.#beside, 'w')
    writeSync(this.#descriptor, this.#waiting)
    this.#waiting = ''
    return this.#descriptor
  }

  #told(act: () => void): void {
    try {
      act()
    } catch (error) {
      throw new OutFolderError({file: this.#file, cause: error})
    }
  }
}
