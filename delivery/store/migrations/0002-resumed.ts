/** When a campaign was resumed. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'

export const resumed: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table campaigns add column resumed_at timestamptz`.execute(db)
  },
}
