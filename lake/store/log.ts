/**
 * The append-only log. What waits is written and synced together, as one record, so that many
 * editors cost one sync, and only the last record of a log can ever be torn.
 */
import type {FileHandle} from 'node:fs/promises'
import {LakeError} from '../../errors.ts'
import {encodeRecord} from './record.ts'
import type {Transaction} from './transaction.ts'

/** A record of more would only make the next one wait. */
const MOST_TOGETHER = 512

interface Waiting {
  readonly transaction: Transaction
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** As it lies on disk: the documents afterwards, null where deleted. */
const onDisk = ({id, timestamp, identity, changes}: Transaction) => ({
  id,
  timestamp,
  identity,
  changes: changes.map((change) => ({id: change.id, after: change.after ?? null})),
})

export class Log {
  readonly #name: string
  readonly #onWritten: (transactions: readonly Transaction[]) => void
  #file: FileHandle
  #waiting: Waiting[] = []
  #tasks: (() => Promise<void>)[] = []
  #writing: Promise<void> | undefined
  #failure: LakeError | undefined
  #bytes = 0

  /** `onWritten` hears each transaction once it is on disk, in order, before it is acknowledged. */
  constructor(
    file: FileHandle,
    options: {
      readonly name: string
      readonly bytes: number
      readonly onWritten: (transactions: readonly Transaction[]) => void
    },
  ) {
    this.#file = file
    this.#name = options.name
    this.#bytes = options.bytes
    this.#onWritten = options.onWritten
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Throws once a write has failed: what is in memory is then ahead of the disk. */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure
  }

  /** Resolves when the transaction would survive a power cut. */
  append(transaction: Transaction): Promise<void> {
    this.check()
    const {promise, resolve, reject} = Promise.withResolvers<void>()
    this.#waiting.push({transaction, resolve, reject})
    this.#writing ??= this.#write()
    return promise
  }

  /** Resolves when everything appended so far is on disk. */
  async settled(): Promise<void> {
    await this.#writing
    this.check()
  }

  /** Runs `task` between two writes. */
  pause(task: () => Promise<void>): Promise<void> {
    const {promise, resolve, reject} = Promise.withResolvers<void>()
    this.#tasks.push(() => task().then(resolve, reject))
    this.#writing ??= this.#write()
    return promise
  }

  /** Goes on in another file. Call it only in a pause. */
  async moveTo(file: FileHandle): Promise<void> {
    const old = this.#file
    this.#file = file
    this.#bytes = 0
    await old.close()
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#file.close()
  }

  async #write(): Promise<void> {
    // the transactions of one turn of the event loop go together
    await Promise.resolve()
    while (this.#waiting.length + this.#tasks.length > 0) {
      await this.#tasks.shift()?.()
      if (this.#waiting.length === 0) continue
      const together = this.#waiting.splice(0, MOST_TOGETHER)
      try {
        this.check()
        const transactions = together.map(({transaction}) => transaction)
        const record = encodeRecord({transactions: transactions.map(onDisk)})
        await this.#file.appendFile(record)
        await this.#file.datasync()
        this.#bytes += record.length
        this.#onWritten(transactions)
        for (const {resolve} of together) resolve()
      } catch (error) {
        this.#failure ??= new LakeError(
          'LAKE_WRITE_FAILED',
          `${this.#name} cannot be written (${error instanceof Error ? error.message : String(error)}). Make room on the disk, or mend it, and start the lake again: what was acknowledged is safe.`,
          error,
        )
        for (const {reject} of together) reject(this.#failure)
      }
    }
    this.#writing = undefined
  }
}
