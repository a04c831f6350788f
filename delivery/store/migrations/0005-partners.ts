/** Partners, their keys, and how often they asked. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'

export const partners: Migration = {
  up: async (db: Kysely<unknown>) => {
    const statements = [
      `create table partners (
        id text primary key,
        name text not null,
        contact text,
        topics text[] not null default '{}',
        languages text[] not null default '{}',
        countries text[] not null default '{}',
        origins text[] not null default '{}',
        per_minute integer not null check (per_minute > 0),
        created_at timestamptz not null default now(),
        revoked_at timestamptz
      )`,
      'create unique index on partners (lower(name)) where revoked_at is null',
      `create table partner_keys (
        id text primary key,
        partner_id text not null references partners on delete cascade,
        hash text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        last_used_at timestamptz
      )`,
      'create index on partner_keys (partner_id)',
      `create table partner_usage (
        partner_id text not null references partners on delete cascade,
        day text not null,
        status smallint not null,
        requests bigint not null,
        primary key (partner_id, day, status)
      )`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
