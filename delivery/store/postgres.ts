/** PostgreSQL 15 or newer, through `pg`. */
import pg from 'pg'
import {StoreError} from '../../errors.ts'
import type {ExecuteSql} from './store.ts'

const OLDEST = 15
const CONNECTIONS = 10
const CONNECT_MS = 10_000
const INT8 = 20

export interface PostgresServer {
  readonly pool: pg.Pool
  readonly executeSql: ExecuteSql
  /** A session of one's own, outside the pool. */
  connect(): Promise<pg.Client>
}

/** `bigint` as a number, as the embedded database gives it; ours stay below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === INT8 ? Number : pg.types.getTypeParser(id, format),
}

/** The URL without what nobody else should read. */
const shown = (url: string): string => {
  if (!URL.canParse(url)) return 'The server'
  const {hostname, port, pathname} = new URL(url)
  return `postgres://${hostname}${port === '' ? '' : `:${port}`}${pathname}`
}

const reason = (error: unknown): string => {
  // a host with several addresses: one error each
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** Throws StoreError STORE_UNREACHABLE or STORE_TOO_OLD. */
export const openPostgres = async (url: string): Promise<PostgresServer> => {
  const settings = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'throwline',
    types,
  }
  const pool = new pg.Pool({...settings, max: CONNECTIONS})
  // an idle connection that breaks is replaced when the next is asked for
  pool.on('error', () => {})
  try {
    const {rows} = await pool.query('show server_version_num')
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (!(major >= OLDEST)) {
      throw new StoreError(
        'STORE_TOO_OLD',
        `${shown(url)} is PostgreSQL ${major}. Give DATABASE_URL a server of ${OLDEST} or newer.`,
      )
    }
  } catch (error) {
    await pool.end()
    if (error instanceof StoreError) throw error
    throw new StoreError(
      'STORE_UNREACHABLE',
      `${shown(url)} does not answer: ${reason(error)}. Check DATABASE_URL, and that the server runs and lets this machine in.`,
      error,
    )
  }
  const executeSql: ExecuteSql = async (text, values) => {
    // without values the text may hold several statements, each with a result
    const results = [await pool.query(text, values === undefined ? undefined : [...values])].flat()
    return {rows: results.flatMap(({rows}) => rows ?? [])}
  }
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({...settings, keepAlive: true})
    await client.connect()
    return client
  }
  return {pool, executeSql, connect}
}
