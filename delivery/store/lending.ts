/**
 * The embedded database has one owner, and `serve` owns it for days. So it lends it to other commands
 * of the same user through a socket beside the folder: each of their connections is served like one of
 * its own, alone while it is held. What a borrower leaves open when it dies is rolled back.
 */
import {rm} from 'node:fs/promises'
import {createServer, type Socket} from 'node:net'
import type {PostgresPool, PostgresPoolClient} from 'kysely'
import {readFrames, writeFrame} from './frames.ts'
import type {Seat, Seats} from './seat.ts'
import {type Failure, failureOf} from './statement-error.ts'
import type {ExecuteSql} from './store.ts'

export interface Owned {
  readonly pool: PostgresPool
  readonly seats: Seats
  readonly executeSql: ExecuteSql
}

/** A connection is for one of these, told by its first message; `hold` goes on with queries. */
export type Borrow =
  | {readonly kind: 'hold'}
  | {readonly kind: 'query'; readonly text: string; readonly values: readonly unknown[]}
  /** The transaction that is open, if one is, has been ended. */
  | {readonly kind: 'release'}
  | {readonly kind: 'execute'; readonly text: string; readonly values?: readonly unknown[]}
  | {readonly kind: 'seat'; readonly about: string}
  | {readonly kind: 'dead'; readonly ids: readonly number[]}

export type Lent = {readonly value: unknown} | {readonly failure: Failure}

/** What one connection has of ours, given back when it ends. */
class Loan {
  readonly #owned: Owned
  #client: PostgresPoolClient | undefined
  #seat: Seat | undefined

  constructor(owned: Owned) {
    this.#owned = owned
  }

  async answer(request: Borrow): Promise<unknown> {
    switch (request.kind) {
      case 'hold':
        this.#client = await this.#owned.pool.connect()
        return undefined
      case 'query': {
        const {text, values} = request
        const result = await this.#client?.query(text, values)
        return result && {command: result.command, rowCount: result.rowCount, rows: result.rows}
      }
      case 'release':
        this.#client?.release()
        this.#client = undefined
        return undefined
      case 'execute':
        return this.#owned.executeSql(request.text, request.values)
      case 'seat':
        this.#seat = await this.#owned.seats.take(request.about)
        return this.#seat.id
      case 'dead':
        return this.#owned.seats.dead(request.ids)
      default:
        throw new TypeError('Nobody borrows so.')
    }
  }

  async end(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    if (client !== undefined) {
      // without a transaction it says a warning and does nothing
      await client.query('rollback', []).catch(() => {})
      client.release()
    }
    await this.#seat?.leave()
  }
}

const isBorrow = (message: unknown): message is Borrow =>
  typeof message === 'object' && message !== null && 'kind' in message

const serve = async (socket: Socket, owned: Owned): Promise<void> => {
  const loan = new Loan(owned)
  try {
    for await (const message of readFrames(socket)) {
      if (!isBorrow(message)) break
      const lent: Lent = await loan.answer(message).then(
        (value) => ({value}),
        (error: unknown) => ({failure: failureOf(error)}),
      )
      writeFrame(socket, lent)
    }
  } catch {
    // the borrower is gone, and with it whoever could be told
  } finally {
    socket.destroy()
    await loan.end()
  }
}

export interface Lending {
  /** Cuts off whoever still borrows. */
  close(): Promise<void>
}

/** `path` of the socket: only this user may use it, since its folder is closed to others. */
export const lend = async (owned: Owned, path: string): Promise<Lending> => {
  const sockets = new Map<Socket, Promise<void>>()
  const server = createServer((socket) => {
    sockets.set(
      socket,
      serve(socket, owned).finally(() => sockets.delete(socket)),
    )
  })
  // a socket of an owner that was killed is still there, and nobody listens
  await rm(path, {force: true})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    close: async () => {
      server.close()
      const served = [...sockets.values()]
      for (const socket of sockets.keys()) socket.destroy()
      await Promise.all(served)
    },
  }
}
