/** What moved out of a partner's topics, how far each partner has followed, and which pages it shows. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'

export const whereabouts: Migration = {
  up: async (db: Kysely<unknown>) => {
    const statements = [
      `alter table article_states add topics text[] not null default '{}'`,
      'alter table changes add topics text[]',
      `alter table partners add seen_cursor bigint, add seen_at timestamptz,
        add pages text[] not null default '{}'`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
