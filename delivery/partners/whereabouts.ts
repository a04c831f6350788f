/** Who has the newest change: by what each was handed of the log, and what its webhook took. */
import {sql} from 'kysely'
import type {ChangeKind, WebhookState} from '../store/schema.ts'
import type {Store} from '../store/store.ts'

/** What a partner has of the log, one way. */
export interface Followed {
  /** Changes that it has not got. */
  readonly behind: number
  /** When it asked or took last. */
  readonly at?: Date
}

export interface Whereabouts {
  readonly id: string
  readonly name: string
  /** Absent when it never asked for changes: it reads articles as it needs them, or not at all. */
  readonly api?: Followed
  /** Absent when it has none. */
  readonly webhook?: Followed & {
    readonly state: WebhookState
    readonly failingSince?: Date
    readonly failure?: string
  }
  /** Of any request. */
  readonly lastUsedAt?: Date
  readonly pages: readonly string[]
}

export interface NewestChange {
  readonly cursor: number
  readonly at: Date
  readonly kind: ChangeKind
  /** Slug of an article, id of anything else. */
  readonly about: string
}

type Database = Pick<Store, 'db'>

export const newestChange = async ({db}: Database): Promise<NewestChange | undefined> => {
  const row = await db
    .selectFrom('changes')
    .select(['cursor', 'at', 'kind', sql<string>`coalesce(slug, document_id)`.as('about')])
    .orderBy('cursor', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
}

interface Row {
  readonly id: string
  readonly name: string
  readonly pages: readonly string[]
  readonly seen_at: Date | null
  readonly unseen: number
  readonly state: WebhookState | null
  readonly untold: number
  readonly delivered_at: Date | null
  readonly failing_since: Date | null
  readonly failure: string | null
  readonly last_used_at: Date | null
}

const whereaboutsOf = (row: Row): Whereabouts => {
  const {id, name, pages, state} = row
  return Object.freeze({
    id,
    name,
    pages,
    ...(row.seen_at !== null && {api: {behind: row.unseen, at: row.seen_at}}),
    ...(state !== null && {
      webhook: {
        state,
        behind: row.untold,
        ...(row.delivered_at !== null && {at: row.delivered_at}),
        ...(row.failing_since !== null && {failingSince: row.failing_since}),
        ...(row.failure !== null && {failure: row.failure}),
      },
    }),
    ...(row.last_used_at !== null && {lastUsedAt: row.last_used_at}),
  })
}

/** Of all partners that were not revoked, by name. */
export const partnersWhereabouts = async ({db}: Database): Promise<readonly Whereabouts[]> => {
  const {rows} = await sql<Row>`
    select partner.id, partner.name, partner.pages, partner.seen_at,
      (select count(*) from changes where cursor > partner.seen_cursor) as unseen,
      endpoint.state, endpoint.delivered_at, endpoint.failing_since, endpoint.failure,
      (select count(*) from changes where cursor > endpoint.cursor) as untold,
      (select max(last_used_at) from partner_keys where partner_id = partner.id) as last_used_at
    from partners as partner
    left join webhook_endpoints as endpoint on endpoint.partner_id = partner.id
    where partner.revoked_at is null
    order by lower(partner.name)`.execute(db)
  return rows.map(whereaboutsOf)
}
