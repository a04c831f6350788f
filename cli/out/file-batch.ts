/**
 * Files that take their places together, once the disk has all of them: one wait for thousands, beside
 * the making of the next ones. Each is the old one or the new one, whenever the process dies.
 */
import {mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {OutFolderError} from '../../errors.ts'
import {besideName} from './beside.ts'
import {syncFiles} from './disk-sync.ts'

/** Files, and octets, that wait for the disk at once; as many again are written meanwhile. */
const MOST_FILES = 2048
const MOST_OCTETS = 128 * 1024 * 1024

interface Waiting {
  readonly file: string
  readonly beside: string
}

/** Folders that are known to be there: those of a channel, and of the pages written last. */
const MOST_FOLDERS = 64

export interface FileBatchOptions {
  /** Called before any of the files is written beside its place. */
  readonly begin?: () => void
  /** Called before any of the files takes its place. */
  readonly before?: () => void
  readonly sync?: (files: readonly string[]) => Promise<void>
}

const isSame = (file: string, bytes: Uint8Array): boolean =>
  statSync(file, {throwIfNoEntry: false})?.size === bytes.length && readFileSync(file).equals(bytes)

const told = (file: string, error: unknown): OutFolderError =>
  error instanceof OutFolderError ? error : new OutFolderError({file, cause: error})

const discard = (files: readonly Waiting[]): void => {
  for (const {beside} of files) rmSync(beside, {force: true})
}

export class FileBatch {
  readonly #folder: string
  readonly #begin: () => void
  readonly #before: () => void
  readonly #sync: (files: readonly string[]) => Promise<void>
  readonly #folders = new Set<string>()
  #waiting: Waiting[] = []
  #octets = 0
  /** Never rejects; what went wrong is thrown by whoever asks next. */
  #settling: Promise<void> = Promise.resolve()
  #failure: OutFolderError | undefined

  constructor(
    folder: string,
    {begin = () => {}, before = () => {}, sync = syncFiles}: FileBatchOptions = {},
  ) {
    this.#folder = folder
    this.#begin = begin
    this.#before = before
    this.#sync = sync
  }

  /**
   * Leaves a file alone that already holds `bytes`, unless it is told to write `anew`. Tells whether
   * it wrote; is done with `bytes` when it returns, before it resolves. Throws OutFolderError, for this
   * file or an earlier one; what waited is then discarded.
   */
  async write(path: string, bytes: Uint8Array, anew: boolean): Promise<boolean> {
    this.#complain()
    const file = join(this.#folder, path)
    try {
      if (!anew && isSame(file, bytes)) return false
      this.#begin()
      this.#waiting.push({file, beside: this.#writeBeside(file, bytes)})
    } catch (error) {
      discard(this.#waiting.splice(0))
      throw told(file, error)
    }
    this.#octets += bytes.length
    if (this.#waiting.length >= MOST_FILES || this.#octets >= MOST_OCTETS) await this.#settleNext()
    return true
  }

  /** Resolves when all files have taken their places. Throws the first failure there was. */
  async drain(): Promise<void> {
    await this.#settleNext()
    await this.#settling
    this.#complain()
  }

  /** Synchronous: what a thread of the pool would take over costs more to hand to it than to do. */
  #writeBeside(file: string, bytes: Uint8Array): string {
    const beside = besideName(file)
    const folder = dirname(file)
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, {recursive: true})
      if (this.#folders.size >= MOST_FOLDERS) this.#folders.clear()
      this.#folders.add(folder)
    }
    writeFileSync(beside, bytes, {flag: 'wx'})
    return beside
  }

  /** Resolves when the batch before this one has settled, which is when this one begins to. */
  async #settleNext(): Promise<void> {
    await this.#settling
    this.#complain()
    const batch = this.#waiting
    this.#waiting = []
    this.#octets = 0
    this.#settling = this.#settle(batch)
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    let at: Waiting | undefined = batch[0]
    try {
      if (at === undefined) return
      this.#before()
      await this.#sync(batch.map(({beside}) => beside))
      for (at of batch) renameSync(at.beside, at.file)
    } catch (error) {
      discard(batch)
      this.#failure ??= told(at?.file ?? this.#folder, error)
    }
  }

  #complain(): void {
    if (this.#failure === undefined) return
    discard(this.#waiting.splice(0))
    throw this.#failure
  }
}
