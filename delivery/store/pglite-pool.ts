/**
 * The embedded database as a pool of one connection, so that the dialect of PostgreSQL drives both.
 * Whoever holds the connection holds it alone, a whole transaction long: the session is shared, and
 * a statement of somebody else's would land in the transaction that is open.
 */
import type {PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult} from 'kysely'
import type {PgliteThread} from './pglite-thread.ts'

type Command = PostgresQueryResult<unknown>['command']

const COMMANDS: readonly (readonly [word: string, command: Command])[] = [
  ['insert', 'INSERT'],
  ['update', 'UPDATE'],
  ['delete', 'DELETE'],
  ['rollback', 'ROLLBACK'],
]

/** The tag that PostgreSQL would answer with. A transaction in which a statement failed rolls back. */
const commandOf = (text: string, broken: boolean): Command => {
  if (text === 'commit') return broken ? 'ROLLBACK' : 'COMMIT'
  const statement = text.trimStart()
  return COMMANDS.find(([word]) => statement.startsWith(word))?.[1] ?? 'SELECT'
}

/** One at a time, in the order of asking. */
class Turnstile {
  #last: Promise<void> = Promise.resolve()

  async enter(): Promise<() => void> {
    const before = this.#last
    const {promise, resolve} = Promise.withResolvers<void>()
    this.#last = promise
    await before
    return resolve
  }
}

/** The connection, while somebody holds it. */
class PgliteClient implements PostgresPoolClient {
  readonly #thread: PgliteThread
  readonly #leave: () => void
  #broken = false

  constructor(thread: PgliteThread, leave: () => void) {
    this.#thread = thread
    this.#leave = leave
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query<Row>(
    text: string | PostgresCursor<Row>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof text !== 'string') throw new TypeError('The embedded database has no cursors.')
    return this.#run(text, values)
  }

  release(): void {
    this.#leave()
  }

  async #run<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    try {
      const {rows, affected} = await this.#thread.query<Row>(text, values)
      return {command: commandOf(text, this.#broken), rowCount: affected, rows}
    } catch (error) {
      this.#broken = true
      throw error
    }
  }
}

export class PglitePool implements PostgresPool {
  readonly options = {max: 1}
  readonly #thread: PgliteThread
  readonly #turnstile = new Turnstile()

  constructor(thread: PgliteThread) {
    this.#thread = thread
  }

  async connect(): Promise<PostgresPoolClient> {
    return new PgliteClient(this.#thread, await this.#turnstile.enter())
  }

  /** Several statements at once, alone. */
  async script<Row>(text: string): Promise<Row[]> {
    const leave = await this.#turnstile.enter()
    try {
      return (await this.#thread.script<Row>(text)).rows
    } finally {
      leave()
    }
  }

  async end(): Promise<void> {
    const leave = await this.#turnstile.enter()
    await this.#thread.close()
    leave()
  }
}
