/** Brings the tables up to date. */
import {isDeepStrictEqual} from 'node:util'
import {type Kysely, sql} from 'kysely'
import {Migrator} from 'kysely/migration'
import {StoreError} from '../../errors.ts'
import {migrations} from './migrations.ts'
import type {Schema} from './schema.ts'

/** Names of our own: the database may serve other programs too. */
const TABLES = {
  migrationTableName: 'throwline_migration',
  migrationLockTableName: 'throwline_migration_lock',
}

/** Kysely's words for a migration that ran once and that this program does not know. */
const UNKNOWN_MIGRATION = /previously executed migration .* is missing/

/** Whether every migration was executed, and no other: two short statements, where Kysely asks of every table. */
const isCurrent = async (db: Kysely<Schema>): Promise<boolean> => {
  const table = TABLES.migrationTableName
  const found = await sql<{
    place: string | null
  }>`select to_regclass(${table})::text as place`.execute(db)
  if (found.rows[0]?.place !== table) return false
  const {rows} = await sql<{name: string}>`select name from ${sql.table(table)}`.execute(db)
  const executed = rows.map(({name}) => name).toSorted()
  const known = Object.keys(await migrations.getMigrations()).toSorted()
  return isDeepStrictEqual(executed, known)
}

export const migrate = async (db: Kysely<Schema>): Promise<void> => {
  if (await isCurrent(db)) return
  const {error} = await new Migrator({db, provider: migrations, ...TABLES}).migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && UNKNOWN_MIGRATION.test(error.message)) {
    throw new StoreError(
      'STORE_NEWER',
      'The database was made by a newer Throwline. Install that version, or name another database.',
      error,
    )
  }
  throw error
}
