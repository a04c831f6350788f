/** Campaigns in the background, and variants that are revised while they are sent. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'

export const revisions: Migration = {
  up: async (db: Kysely<unknown>) => {
    const statements = [
      'alter table campaigns add column in_background boolean not null default false',
      'alter table variants add column revision integer not null default 0',
      'alter table deliveries add column variant_revision smallint not null default 0',
      `create table former_variants (
        variant_id bigint not null references variants on delete cascade,
        revision integer not null,
        notice_id text not null,
        output jsonb not null,
        replaced_at timestamptz not null default now(),
        primary key (variant_id, revision)
      )`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
