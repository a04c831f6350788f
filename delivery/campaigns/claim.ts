/**
 * From the ledger to a worker's hands. A claim is one statement that skips what others are claiming;
 * `sending` is a second one, right before the socket, in small groups: what a crash leaves unknown is
 * one group. Both look at the ledger alone; there is no cursor that could run ahead of it.
 */
import {sql} from 'kysely'
import {clearSeats} from '../store/seat-rows.ts'
import type {Store} from '../store/store.ts'
import {type Clock, instant} from './instant.ts'

/** Claimed, not begun. */
export interface Claim {
  readonly id: number
  readonly destination: string
  /** Null when the person was forgotten meanwhile. */
  readonly timeZone: string | null
}

/** Begun: it is `sending` until its result is written. */
export interface Delivery {
  readonly id: number
  readonly campaignId: number
  readonly variantId: number
  /** What is sent must be of this revision or a later one. */
  readonly variantRevision: number
  readonly subscriberId: number
  readonly part: number
  /** This one included. */
  readonly attempts: number
  readonly destination: string
  readonly address: string
  readonly suppressionKey: string
}

export const claim = async (
  {db}: Store,
  {campaignId, worker, limit}: Readonly<Record<'campaignId' | 'worker' | 'limit', number>>,
  clock: Clock,
): Promise<readonly Claim[]> => {
  const {rows} = await sql<Claim>`
    with picked as (
      select deliveries.id from deliveries join campaigns on campaigns.id = campaign_id
      where campaign_id = ${campaignId} and campaigns.state = 'running'
        and deliveries.state = 'queued' and worker is null and due_at <= ${instant(clock)}
      order by due_at, deliveries.id limit ${limit} for update of deliveries skip locked
    ), claimed as (
      update deliveries set worker = ${worker} from picked where deliveries.id = picked.id
      returning deliveries.id, deliveries.destination, deliveries.subscriber_id
    )
    select claimed.id, claimed.destination, subscribers.time_zone as "timeZone"
    from claimed left join subscribers on subscribers.id = claimed.subscriber_id
    order by claimed.id`.execute(db)
  return rows
}

/** Who may be sent to at this moment. */
const wanted = sql<boolean>`subscribers.state = 'active'
  and not exists (select from suppressions where key = subscribers.suppression_key)`

/**
 * Gives what may be sent now. Whoever left since the campaign was made becomes `suppressed`; what is
 * not this worker's any more, and everything of a campaign that was paused, is left out.
 */
export const begin = async (
  {db}: Store,
  worker: number,
  ids: readonly number[],
): Promise<readonly Delivery[]> => {
  const own = sql<boolean>`deliveries.id = any(${sql.val([...ids])}::bigint[])
    and deliveries.state = 'queued' and deliveries.worker = ${worker}`
  const {rows} = await sql<Delivery>`
    with gone as (
      update deliveries set state = 'suppressed', worker = null, updated_at = now()
      where ${own} and not exists (
        select from subscribers where subscribers.id = deliveries.subscriber_id and ${wanted})
    )
    update deliveries set state = 'sending', attempts = attempts + 1, updated_at = now(),
      variant_revision = variants.revision
    from subscribers, campaigns, variants
    where ${own} and variants.id = deliveries.variant_id and subscribers.id = deliveries.subscriber_id and ${wanted}
      and campaigns.id = deliveries.campaign_id and campaigns.state = 'running'
    returning deliveries.id, deliveries.campaign_id as "campaignId",
      deliveries.variant_id as "variantId", variants.revision as "variantRevision", deliveries.subscriber_id as "subscriberId",
      deliveries.part, deliveries.attempts, deliveries.destination, subscribers.address,
      subscribers.suppression_key as "suppressionKey"`.execute(db)
  return rows
}

/** Gives claims back, each not to be tried before its time. */
export const postpone = async (
  {db}: Store,
  worker: number,
  until: ReadonlyMap<number, Date>,
): Promise<void> => {
  if (until.size === 0) return
  const rows = [...until].map(([id, due]) => ({id, due: due.toISOString()}))
  await sql`
    update deliveries set worker = null, due_at = greatest(due_at, given.due)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id bigint, due timestamptz)
    where deliveries.id = given.id and state = 'queued' and worker = ${worker}`.execute(db)
}

/** Gives back all that was claimed and not begun. */
export const release = async ({db}: Store, worker: number): Promise<void> => {
  await db
    .updateTable('deliveries')
    .set({worker: null})
    .where('worker', '=', worker)
    .where('state', '=', 'queued')
    .execute()
}

/**
 * What dead workers left: claims go back, and what they had begun is `unknown`, for the other side
 * may have taken it. Gives how many are unknown for that.
 */
export const recover = async ({db, seats}: Store, campaignId: number): Promise<number> => {
  const open = ['queued', 'sending'] as const
  const holders = await db
    .selectFrom('deliveries')
    .select('worker')
    .distinct()
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', open)
    .where('worker', 'is not', null)
    .execute()
  const dead = await seats.dead(holders.flatMap(({worker}) => worker ?? []))
  if (dead.length === 0) return 0
  const left = await db
    .updateTable('deliveries')
    .set({
      state: 'unknown',
      worker: null,
      updated_at: sql`now()`,
      code: 'WORKER_DIED',
      response: 'The process ended while the message was under way.',
    })
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'sending')
    .where('worker', 'in', dead)
    .executeTakeFirst()
  await db
    .updateTable('deliveries')
    .set({worker: null})
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'queued')
    .where('worker', 'in', dead)
    .execute()
  await clearSeats(db, dead)
  return Number(left.numUpdatedRows)
}

/** Takes back what was begun and never reached the socket. */
export const unbegin = async (
  {db}: Store,
  worker: number,
  ids: readonly number[],
): Promise<void> => {
  if (ids.length === 0) return
  await db
    .updateTable('deliveries')
    .set({state: 'queued', worker: null, attempts: sql`attempts - 1`})
    .where('id', 'in', ids)
    .where('state', '=', 'sending')
    .where('worker', '=', worker)
    .execute()
}
