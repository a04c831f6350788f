/** One schema on two databases: embedded in a folder, or PostgreSQL by its URL. */
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {Kysely, PostgresDialect, type PostgresPool} from 'kysely'
import {StoreError} from '../../errors.ts'
import {lockFolder} from '../../folder-lock.ts'
import {borrow} from './borrowing.ts'
import {lend, type Lending} from './lending.ts'
import {migrate} from './migrate.ts'
import {pgliteSeats} from './pglite-seats.ts'
import {PglitePool} from './pglite-pool.ts'
import {PgliteThread} from './pglite-thread.ts'
import {openPostgres} from './postgres.ts'
import {postgresSeats} from './postgres-seats.ts'
import type {Schema} from './schema.ts'
import type {Seats} from './seat.ts'

export interface StoreOptions {
  /** Folder of the embedded database; in memory, gone when it is closed, when this is absent too. */
  readonly data?: string
  /** Lets other processes of this user use the embedded database while this one has it. */
  readonly lends?: boolean
  /** `postgres://…`; takes the place of the embedded database. */
  readonly databaseUrl?: string
}

/** Text of one or several statements; several come without values. */
export type ExecuteSql = (
  text: string,
  values?: readonly unknown[],
) => Promise<{readonly rows: unknown[]}>

export interface Store {
  readonly kind: 'embedded' | 'postgres'
  readonly db: Kysely<Schema>
  readonly seats: Seats
  /** For the queue, which brings statements of its own. */
  readonly executeSql: ExecuteSql
  close(): Promise<void>
}

const dialect = (pool: PostgresPool): PostgresDialect => new PostgresDialect({pool})

const prepareFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, {recursive: true, mode: 0o700})
  } catch (error) {
    throw new StoreError(
      'STORE_FOLDER_UNWRITABLE',
      `${folder} cannot be made. Name another folder in THROWLINE_DATA, or have its rights changed.`,
      error,
    )
  }
}

const locked = (folder: string) => (pid: number | undefined) =>
  pid === undefined
    ? new StoreError(
        'STORE_LOCKED',
        `${folder} is being opened by several processes at once. Start one, or name a PostgreSQL in DATABASE_URL, which any number may use.`,
      )
    : new StoreError(
        'STORE_LOCKED',
        `${folder} is in use by process ${pid}. Stop that process, or name a PostgreSQL in DATABASE_URL, which any number may use.`,
      )

const openThread = async (folder: string | undefined): Promise<PgliteThread> => {
  const thread = new PgliteThread(folder)
  try {
    await thread.open()
    return thread
  } catch (error) {
    await thread.terminate()
    throw new StoreError(
      'STORE_CORRUPT',
      `${folder ?? 'The embedded database'} cannot be opened as a database. Restore the folder from a backup, or name another in THROWLINE_DATA.`,
      error,
    )
  }
}

/** In the folder, beside the lock. */
const socketOf = (folder: string): string => join(folder, 'socket')

/** The store of a process that lends it; undefined when none does. */
const openBorrowed = async (folder: string): Promise<Store | undefined> => {
  const borrowed = await borrow(socketOf(folder))
  if (borrowed === undefined) return undefined
  const {pool, seats, executeSql} = borrowed
  const db = new Kysely<Schema>({dialect: dialect(pool)})
  return Object.freeze({kind: 'embedded', db, seats, executeSql, close: () => db.destroy()})
}

const openFolder = async (folder: string, lends: boolean): Promise<Store> => {
  await prepareFolder(folder)
  try {
    return await openOwned(folder, await lockFolder(folder, locked(folder)), lends)
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'STORE_LOCKED' || lends) throw error
    const borrowed = await openBorrowed(folder)
    if (borrowed === undefined) throw error
    return borrowed
  }
}

const openOwned = async (
  folder: string | undefined,
  release: () => Promise<void>,
  lends: boolean,
): Promise<Store> => {
  try {
    const thread = await openThread(folder === undefined ? undefined : join(folder, 'pglite'))
    const pool = new PglitePool(thread)
    const db = new Kysely<Schema>({dialect: dialect(pool)})
    const executeSql: ExecuteSql = async (text, values = []) => {
      if (values.length === 0) return {rows: await pool.script(text)}
      const client = await pool.connect()
      try {
        return {rows: (await client.query(text, values)).rows}
      } finally {
        client.release()
      }
    }
    const seats = pgliteSeats(db)
    let lending: Lending | undefined
    const close = async (): Promise<void> => {
      await lending?.close()
      await db.destroy()
      await release()
    }
    try {
      await migrate(db)
      if (lends && folder !== undefined) {
        lending = await lend({pool, seats, executeSql}, socketOf(folder))
      }
    } catch (error) {
      await db.destroy()
      throw error
    }
    return Object.freeze({kind: 'embedded', db, seats, executeSql, close})
  } catch (error) {
    await release()
    throw error
  }
}

const openServer = async (url: string): Promise<Store> => {
  const server = await openPostgres(url)
  const db = new Kysely<Schema>({dialect: dialect(server.pool)})
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return Object.freeze({
    kind: 'postgres',
    db,
    seats: postgresSeats(db, server.connect),
    executeSql: server.executeSql,
    close: () => db.destroy(),
  })
}

/**
 * Opens the database and brings its tables up to date. Throws StoreError: STORE_LOCKED names the
 * process that has the folder, STORE_UNREACHABLE the server that does not answer.
 */
export const openStore = ({data, databaseUrl, lends = false}: StoreOptions): Promise<Store> => {
  if (databaseUrl !== undefined) return openServer(databaseUrl)
  return data === undefined
    ? openOwned(undefined, async () => {}, false)
    : openFolder(join(data, 'database'), lends)
}
