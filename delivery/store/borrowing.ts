/** The other end of lending.ts: another process's embedded database, used like one of our own. */
import {connect, type Socket} from 'node:net'
import type {PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult} from 'kysely'
import {readFrames, writeFrame} from './frames.ts'
import type {Borrow, Lent, Owned} from './lending.ts'
import type {Seat} from './seat.ts'
import {StatementError} from './statement-error.ts'

const isLent = (message: unknown): message is Lent =>
  typeof message === 'object' && message !== null && ('value' in message || 'failure' in message)

/** One connection: a request, its answer, the next request. */
class Line {
  readonly socket: Socket
  readonly #answers: AsyncGenerator<unknown, void>

  private constructor(socket: Socket) {
    this.socket = socket
    this.#answers = readFrames(socket)
  }

  /** Rejects when nobody listens. */
  static open(path: string): Promise<Line> {
    const socket = connect(path)
    return new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        // told by the answer that does not come
        socket.on('error', () => {})
        resolve(new Line(socket))
      })
    })
  }

  async ask(request: Borrow): Promise<unknown> {
    writeFrame(this.socket, request)
    const {value} = await this.#answers.next()
    if (!isLent(value)) {
      throw new Error('The process that owns the embedded database has ended. Start it again.')
    }
    if ('failure' in value) throw new StatementError(value.failure)
    return value.value
  }

  close(): void {
    this.socket.destroy()
  }
}

const once = async (path: string, request: Borrow): Promise<unknown> => {
  const line = await Line.open(path)
  try {
    return await line.ask(request)
  } finally {
    line.close()
  }
}

const isResult = <Row>(value: unknown): value is PostgresQueryResult<Row> =>
  typeof value === 'object' && value !== null && 'rows' in value

class BorrowedClient implements PostgresPoolClient {
  readonly #line: Line

  constructor(line: Line) {
    this.#line = line
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
    this.#line.ask({kind: 'release'}).then(
      () => this.#line.close(),
      () => this.#line.close(),
    )
  }

  async #run<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    const result = await this.#line.ask({kind: 'query', text, values})
    if (!isResult<Row>(result)) throw new Error('The owner of the database gave no result.')
    return result
  }
}

class BorrowedPool implements PostgresPool {
  readonly options = {max: 1}
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async connect(): Promise<PostgresPoolClient> {
    const line = await Line.open(this.#path)
    await line.ask({kind: 'hold'})
    return new BorrowedClient(line)
  }

  async end(): Promise<void> {}
}

const isRows = (value: unknown): value is {readonly rows: unknown[]} =>
  typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)

const takeSeat = async (path: string, about: string): Promise<Seat> => {
  const line = await Line.open(path)
  const id = await line.ask({kind: 'seat', about})
  if (typeof id !== 'number') throw new Error('The owner of the database gave no seat.')
  const lost = new AbortController()
  line.socket.once('close', () => lost.abort(new Error('The owner of the database has ended.')))
  return {
    id,
    lost: lost.signal,
    leave: async () => {
      line.socket.removeAllListeners('close')
      line.close()
    },
  }
}

/** `undefined` when nobody lends at `path`. */
export const borrow = async (path: string): Promise<Owned | undefined> => {
  try {
    ;(await Line.open(path)).close()
  } catch {
    return undefined
  }
  return {
    pool: new BorrowedPool(path),
    seats: {
      take: (about) => takeSeat(path, about),
      dead: async (ids) => {
        const dead = await once(path, {kind: 'dead', ids})
        return Array.isArray(dead) ? dead.map(Number) : []
      },
    },
    executeSql: async (text, values) => {
      const result = await once(path, {kind: 'execute', text, ...(values && {values})})
      return isRows(result) ? result : {rows: []}
    },
  }
}
