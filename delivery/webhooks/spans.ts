/** The changes of a span as a partner may see them, read once for all partners that are at the same place. */
import type {Change, ChangeLog} from '../changes/log.ts'
import type {Claim} from './claim.ts'
import {MOST_CHANGES} from './message.ts'

/** A change as a partner is told of it, by what its key opens; `undefined` when it is none of theirs. */
export type Teller = (scope: Claim['scope']) => Promise<(change: Change) => Change | undefined>

const KEPT = 64

export class Spans {
  readonly #log: ChangeLog
  readonly #teller: Teller
  readonly #read = new Map<string, Promise<readonly Change[]>>()

  constructor(log: ChangeLog, teller: Teller) {
    this.#log = log
    this.#teller = teller
  }

  changes({cursor, until, scope}: Claim): Promise<readonly Change[]> {
    const key = JSON.stringify([cursor, until, scope.topics, scope.languages])
    const known = this.#read.get(key)
    if (known !== undefined) return known
    const reading = this.#readSpan({cursor, until, scope})
    this.#read.set(key, reading)
    reading.catch(() => this.#read.delete(key))
    const [oldest] = this.#read.keys()
    if (this.#read.size > KEPT && oldest !== undefined) this.#read.delete(oldest)
    return reading
  }

  async #readSpan({
    cursor,
    until,
    scope,
  }: Pick<Claim, 'cursor' | 'until' | 'scope'>): Promise<readonly Change[]> {
    const page = await this.#log.since(cursor, MOST_CHANGES)
    const span = page.changes.filter((change) => change.cursor <= until)
    const isOpen = scope.topics.length === 0 && scope.languages.length === 0
    if (isOpen) return span
    const tell = await this.#teller(scope)
    return span.flatMap((change) => tell(change) ?? [])
  }
}
