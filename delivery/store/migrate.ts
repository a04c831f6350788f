/** Brings the tables up to date. */
import type {Kysely} from 'kysely'
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

export const migrate = async (db: Kysely<Schema>): Promise<void> => {
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
