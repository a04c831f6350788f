/** The latest transactions that are on disk, for listeners that come back and for the history pages of the Studio. */
import {randomUUID} from 'node:crypto'
import type {Change, Transaction} from './transaction.ts'

/** Documents are shared between their versions, so this is cheap. */
const KEPT = 2000

export class History {
  #transactions: Transaction[] = []
  readonly #positions = new Map<string, number>()
  /** Stands for the moment before the first transaction. */
  readonly #origin = `origin-${randomUUID()}`
  #first = 0

  constructor() {
    this.#positions.set(this.#origin, -1)
  }

  /** The last transaction, or the moment before the first. */
  get latest(): string {
    return this.#transactions.at(-1)?.id ?? this.#origin
  }

  add(transaction: Transaction): void {
    this.#positions.set(transaction.id, this.#first + this.#transactions.length)
    this.#transactions.push(transaction)
    if (this.#transactions.length < 2 * KEPT) return
    this.#positions.delete(this.#origin)
    const dropped = this.#transactions.splice(0, KEPT)
    this.#first += dropped.length
    for (const {id} of dropped) this.#positions.delete(id)
  }

  /** What came after a transaction; undefined when it is not known any more. */
  after(id: string): readonly Transaction[] | undefined {
    const position = this.#positions.get(id)
    return position === undefined ? undefined : this.#transactions.slice(position - this.#first + 1)
  }

  get(id: string): Transaction | undefined {
    const position = this.#positions.get(id)
    return position === undefined ? undefined : this.#transactions[position - this.#first]
  }

  /** Those that touched one of the documents, oldest first. */
  of(ids: ReadonlySet<string>): readonly Transaction[] {
    return this.#transactions.filter(({changes}) => changes.some(({id}) => ids.has(id)))
  }

  /** Every change of one document, oldest first. */
  changesOf(id: string): readonly {readonly transaction: Transaction; readonly change: Change}[] {
    return this.#transactions.flatMap((transaction) =>
      transaction.changes
        .filter((change) => change.id === id)
        .map((change) => ({transaction, change})),
    )
  }
}
