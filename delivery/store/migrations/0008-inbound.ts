/** Events from outside that were acted upon. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'

export const inbound: Migration = {
  up: async (db: Kysely<unknown>) => {
    const statements = [
      `create table inbound_events (
        key text primary key,
        at timestamptz not null default now()
      )`,
      'create index on inbound_events (at)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
