/** What was published and changed, in order, and what stood last. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'
import {CHANGE_KINDS} from '../schema.ts'
import {oneOf} from './one-of.ts'

export const changes: Migration = {
  up: async (db: Kysely<unknown>) => {
    const statements = [
      `create table changes (
        cursor bigint generated always as identity primary key,
        at timestamptz not null default now(),
        kind text not null ${oneOf('kind', CHANGE_KINDS)},
        document_id text not null,
        slug text,
        language text,
        revision text
      )`,
      `create table article_states (
        id text primary key,
        slug text not null,
        language text not null,
        signature text not null,
        corrections integer not null,
        retracted boolean not null,
        uses text[] not null
      )`,
      'create index on article_states using gin (uses)',
      `create table document_states (
        id text primary key,
        type text not null,
        signature text not null
      )`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
