/** What a worker may claim, in the order in which it does: one more look costs the same however many were sent. */
import {sql} from 'kysely'
import type {Migration} from 'kysely/migration'

export const claimable: Migration = {
  up: async (db) => {
    await sql`
      create index deliveries_claimable on deliveries (campaign_id, due_at, id)
      where state = 'queued' and worker is null`.execute(db)
  },
}
