/**
 * Who is at which endpoint. A lease of a minute keeps two servers from one endpoint, and a message keeps its
 * end until it is taken, so that one that comes twice is the same one. All times are the database's.
 */
import {sql} from 'kysely'
import type {Scope} from '../partners/partner.ts'
import type {Store} from '../store/store.ts'
import {GIVEN_UP_AFTER} from './back-off.ts'
import {MOST_CHANGES, type Span} from './message.ts'

type Database = Pick<Store, 'db'>

export interface Claim extends Span {
  readonly lease: string
  readonly url: string
  /** Sealed. */
  readonly secret: string
  readonly attempts: number
  readonly scope: Pick<Scope, 'topics' | 'languages'>
}

/** Seconds; an attempt takes 10 at most. */
const LEASE = 60

export interface Due {
  readonly id: string
  readonly isFailing: boolean
}

/** Endpoints that something has to be told to now, and that nobody is at. */
export const dueEndpoints = async ({db}: Database): Promise<readonly Due[]> => {
  const {rows} = await sql<{id: string; failing: boolean}>`
    select endpoint.id, failing_since is not null as failing
    from webhook_endpoints as endpoint
    join partners on partners.id = endpoint.partner_id and partners.revoked_at is null
    where endpoint.state = 'active' and due_at <= now()
      and (leased_until is null or leased_until < now())
      and endpoint.cursor < (select max(cursor) from changes)`.execute(db)
  return rows.map(({id, failing}) => ({id, isFailing: failing}))
}

interface ClaimedRow {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly cursor: number
  readonly until: number
  readonly run: number
  readonly attempts: number
  readonly topics: readonly string[]
  readonly languages: readonly string[]
}

/** Those of `ids` that are due, for this lease; the others are nobody's to tell now. */
export const claimEndpoints = async (
  {db}: Database,
  ids: readonly string[],
  lease: string,
): Promise<readonly Claim[]> => {
  if (ids.length === 0) return []
  const {rows} = await sql<ClaimedRow>`
    update webhook_endpoints as endpoint set
      lease = ${lease},
      leased_until = now() + make_interval(secs => ${LEASE}),
      until = coalesce(until, (
        select max(cursor) from (
          select cursor from changes where changes.cursor > endpoint.cursor
          order by cursor limit ${MOST_CHANGES}) as span))
    from partners
    where partners.id = endpoint.partner_id and partners.revoked_at is null
      and endpoint.id = any(${sql.val([...ids])}::text[])
      and endpoint.state = 'active' and due_at <= now()
      and (leased_until is null or leased_until < now())
      and endpoint.cursor < (select max(cursor) from changes)
    returning endpoint.id, url, secret, endpoint.cursor, until, run, attempts, topics, languages`.execute(
    db,
  )
  return rows.map(({id, topics, languages, ...rest}) => ({
    ...rest,
    endpointId: id,
    lease,
    scope: {topics, languages},
  }))
}

/** The message was taken. True when there is more to tell already. */
export const settle = async ({db}: Database, {endpointId, lease}: Claim): Promise<boolean> => {
  const {rows} = await sql<{more: boolean}>`
    update webhook_endpoints set
      cursor = until, until = null, attempts = 0, failing_since = null, failure = null,
      delivered_at = now(), lease = null, leased_until = null
    where id = ${endpointId} and lease = ${lease}
    returning cursor < (select max(cursor) from changes) as more`.execute(db)
  return rows[0]?.more ?? false
}

export interface Failed {
  readonly why: string
  /** Seconds. */
  readonly pause: number
  /** The other side wants nothing any more. */
  readonly isGone: boolean
}

/** It was not taken, and is tried again after the pause, unless it has failed for days. */
export const fail = async (
  {db}: Database,
  {endpointId, lease}: Claim,
  {why, pause, isGone}: Failed,
): Promise<void> => {
  const isOver = sql`(${isGone} or failing_since <= now() - make_interval(secs => ${GIVEN_UP_AFTER}))`
  await sql`
    update webhook_endpoints set
      attempts = attempts + 1, failure = ${why},
      failing_since = coalesce(failing_since, now()),
      due_at = now() + make_interval(secs => ${pause}),
      state = case when ${isOver} then 'disabled' else state end,
      disabled_at = case when ${isOver} then now() end,
      lease = null, leased_until = null
    where id = ${endpointId} and lease = ${lease}`.execute(db)
}

/** Given back as it was: nothing is known of it. */
export const release = async ({db}: Database, {endpointId, lease}: Claim): Promise<void> => {
  await sql`
    update webhook_endpoints set lease = null, leased_until = null
    where id = ${endpointId} and lease = ${lease}`.execute(db)
}
