/** The documents in memory, the log on disk, and the promise that they agree. */
import {mkdir, open, readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {LakeError} from '../../errors.ts'
import type {LakeDocument} from '../document.ts'
import {publishedId} from '../ids.ts'
import {History} from './history.ts'
import {Indexes} from './indexes.ts'
import {lock} from './lock.ts'
import {Log} from './log.ts'
import {replay} from './replay.ts'
import {readSnapshot, writeSnapshot} from './snapshot.ts'
import {syncFolder} from './sync-folder.ts'
import type {Transaction} from './transaction.ts'

const LOG = /^log-(\d+)\.ndjson$/
const logName = (number: number): string => `log-${String(number).padStart(6, '0')}.ndjson`

/** A log of this size is folded into a new snapshot. */
const COMPACT_AT = 64 * 1024 * 1024

export interface StoreOptions {
  readonly folder: string
  readonly onNotice: (message: string) => void
  /** Bytes of log that make a new snapshot. */
  readonly compactAt?: number
}

/** Throws LakeError LAKE_FOLDER_UNWRITABLE. */
const prepareFolder = async (folder: string): Promise<() => Promise<void>> => {
  try {
    await mkdir(folder, {recursive: true, mode: 0o700})
    return await lock(folder)
  } catch (error) {
    if (error instanceof LakeError) throw error
    throw new LakeError(
      'LAKE_FOLDER_UNWRITABLE',
      `${folder} cannot be written (${error instanceof Error ? error.message : String(error)}). Give a folder that you may write with --data or THROWLINE_DATA.`,
      error,
    )
  }
}

const logNumbers = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder))
    .flatMap((name) => LOG.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)

export class Store {
  readonly history = new History()
  readonly indexes = new Indexes()
  readonly #folder: string
  readonly #onNotice: (message: string) => void
  readonly #compactAt: number
  readonly #release: () => Promise<void>
  readonly #listeners = new Set<(transaction: Transaction) => void>()
  #documents = new Map<string, LakeDocument>()
  #sortedIds: readonly string[] | undefined
  #sortedGroups: readonly string[] | undefined
  #log: Log | undefined
  #logNumber = 1
  #compacting: Promise<void> | undefined
  #isNew = false

  private constructor(options: StoreOptions, release: () => Promise<void>) {
    this.#folder = options.folder
    this.#onNotice = options.onNotice
    this.#compactAt = options.compactAt ?? COMPACT_AT
    this.#release = release
  }

  static async open(options: StoreOptions): Promise<Store> {
    const release = await prepareFolder(options.folder)
    const store = new Store(options, release)
    try {
      await store.#load()
      return store
    } catch (error) {
      await release()
      throw error
    }
  }

  get(id: string): LakeDocument | undefined {
    return this.#documents.get(id)
  }

  get size(): number {
    return this.#documents.size
  }

  /** Whether the folder held nothing when it was opened: only then may it be seeded. */
  get isNew(): boolean {
    return this.#isNew
  }

  /** All ids, sorted. */
  ids(): readonly string[] {
    this.#sortedIds ??= [...this.#documents.keys()].sort()
    return this.#sortedIds
  }

  /** The published ids of all documents, drafts and versions, sorted. */
  groups(): readonly string[] {
    this.#sortedGroups ??= [...new Set(this.ids().map(publishedId))].sort()
    return this.#sortedGroups
  }

  /** Applies at once; the promise resolves when it is on disk and the listeners have heard it. */
  commit(transaction: Transaction): Promise<void> {
    this.#theLog().check()
    this.#apply(transaction)
    return this.#theLog().append(transaction)
  }

  /** Resolves when nothing that a reader may have seen could still be lost. */
  settled(): Promise<void> {
    return this.#theLog().settled()
  }

  /** Hears every transaction once it is on disk, in order. Gives what stops it. */
  listen(listener: (transaction: Transaction) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Documents into an empty folder, as they are, without a transaction. */
  async seed(documents: readonly LakeDocument[]): Promise<void> {
    for (const document of documents) this.#put(document._id, undefined, document)
    await this.#compact()
  }

  async close(): Promise<void> {
    await this.#compacting
    await this.#log?.close()
    this.#listeners.clear()
    await this.#release()
  }

  #theLog(): Log {
    if (this.#log === undefined) throw new Error('The store is not open')
    return this.#log
  }

  #put(id: string, before: LakeDocument | undefined, after: LakeDocument | undefined): void {
    if ((before === undefined) !== (after === undefined)) {
      this.#sortedIds = undefined
      this.#sortedGroups = undefined
    }
    if (after === undefined) this.#documents.delete(id)
    else this.#documents.set(id, after)
    this.indexes.replace(before, after)
  }

  #apply(transaction: Transaction): void {
    for (const {id, before, after} of transaction.changes) this.#put(id, before, after)
  }

  async #load(): Promise<void> {
    const snapshot = await readSnapshot(this.#folder)
    const first = snapshot?.nextLog ?? 1
    for (const document of snapshot?.documents.values() ?? []) {
      this.#put(document._id, undefined, document)
    }
    const found = await logNumbers(this.#folder)
    // left over from a snapshot that was finished when the lake stopped
    for (const number of found.filter((n) => n < first)) {
      await rm(join(this.#folder, logName(number)))
    }
    const numbers = found.filter((n) => n >= first)
    if (numbers.some((number, index) => number !== first + index)) {
      throw new LakeError(
        'LAKE_CORRUPT',
        `${this.#folder}: a log is missing (there are ${numbers.join(', ')}, from ${first} on). Restore the folder from a copy; nothing was changed.`,
      )
    }
    this.#logNumber = numbers.at(-1) ?? first
    let bytes = 0
    let replayed = 0
    for (const number of numbers) {
      bytes = await replay(join(this.#folder, logName(number)), {
        isLast: number === this.#logNumber,
        onNotice: this.#onNotice,
        visit: ({changes, ...transaction}) => {
          replayed++
          const whole = {
            ...transaction,
            changes: changes.map(({id, after}) => ({
              id,
              before: this.#documents.get(id),
              after,
              mutations: [],
            })),
          }
          this.#apply(whole)
          this.history.add(whole)
        },
      })
    }
    this.#isNew = snapshot === undefined && replayed === 0
    const path = join(this.#folder, logName(this.#logNumber))
    this.#log = new Log(await open(path, 'a', 0o600), {
      name: path,
      bytes,
      onWritten: (transactions) => this.#written(transactions),
    })
    await syncFolder(this.#folder)
  }

  /** What goes wrong while somebody listens is no fault of the log's. */
  #tell(listener: (transaction: Transaction) => void, transaction: Transaction): void {
    try {
      listener(transaction)
    } catch (error) {
      this.#onNotice(
        `A listener failed at transaction ${transaction.id}: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }

  #written(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) {
      this.history.add(transaction)
      for (const listener of this.#listeners) this.#tell(listener, transaction)
    }
    if (this.#theLog().bytes >= this.#compactAt) {
      this.#compacting ??= this.#compact()
        .catch((error: unknown) =>
          this.#onNotice(
            `No snapshot could be written (${error instanceof Error ? error.message : String(error)}); the log goes on.`,
          ),
        )
        .finally(() => {
          this.#compacting = undefined
        })
    }
  }

  /** A new log, then a snapshot of all before it, then the old logs go. Safe to stop anywhere. */
  async #compact(): Promise<void> {
    const log = this.#theLog()
    await log.pause(async () => {
      const next = await open(join(this.#folder, logName(this.#logNumber + 1)), 'a', 0o600)
      await syncFolder(this.#folder)
      this.#logNumber++
      await log.moveTo(next)
    })
    const nextLog = this.#logNumber
    const documents = this.ids().flatMap((id) => this.#documents.get(id) ?? [])
    await writeSnapshot(this.#folder, documents, nextLog)
    for (const number of await logNumbers(this.#folder)) {
      if (number < nextLog) await rm(join(this.#folder, logName(number)), {force: true})
    }
  }
}
