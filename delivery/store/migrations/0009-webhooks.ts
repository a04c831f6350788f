/** Where partners are told of changes, and how far each was told. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'
import {WEBHOOK_STATES} from '../schema.ts'
import {oneOf} from './one-of.ts'

export const webhooks: Migration = {
  up: async (db: Kysely<unknown>) => {
    const statements = [
      `create table webhook_endpoints (
        id text primary key,
        partner_id text not null unique references partners on delete cascade,
        url text not null,
        secret text not null,
        contact text,
        state text not null default 'active' ${oneOf('state', WEBHOOK_STATES)},
        cursor bigint not null,
        until bigint,
        run integer not null default 0,
        attempts integer not null default 0,
        due_at timestamptz not null default now(),
        lease text,
        leased_until timestamptz,
        failing_since timestamptz,
        failure text,
        delivered_at timestamptz,
        disabled_at timestamptz,
        told_at timestamptz,
        created_at timestamptz not null default now()
      )`,
      'create index on webhook_endpoints (state, due_at)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
