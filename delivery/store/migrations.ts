/** What makes and changes the tables, in order. A migration that was released is never edited. */
import type {MigrationProvider} from 'kysely/migration'
import {first} from './migrations/0001-first.ts'
import {resumed} from './migrations/0002-resumed.ts'
import {changes} from './migrations/0004-changes.ts'
import {partners} from './migrations/0005-partners.ts'
import {revisions} from './migrations/0007-revisions.ts'
import {inbound} from './migrations/0008-inbound.ts'
import {webhooks} from './migrations/0009-webhooks.ts'
import {claimable} from './migrations/0010-claimable.ts'
import {whereabouts} from './migrations/0011-whereabouts.ts'

export const migrations: MigrationProvider = {
  getMigrations: async () => ({
    '0001-first': first,
    '0002-resumed': resumed,
    '0004-changes': changes,
    '0005-partners': partners,
    '0007-revisions': revisions,
    '0008-inbound': inbound,
    '0009-webhooks': webhooks,
    '0010-claimable': claimable,
    '0011-whereabouts': whereabouts,
  }),
}
