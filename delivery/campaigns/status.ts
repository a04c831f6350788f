/** How far a campaign is: read from the ledger, every time. */
import {sql} from 'kysely'
import {isObject, stringField} from '../../content/json-object.ts'
import {CampaignError} from '../../errors.ts'
import {
  type CampaignState,
  DELIVERY_STATES,
  type DeliveryState,
  type SubscriberChannel,
} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import type {Unserved} from './freeze.ts'
import {type CampaignSettings, parseSettings} from './settings.ts'

export interface Campaign {
  readonly id: number
  readonly digest: {readonly id: string; readonly slug: string}
  readonly channel: SubscriberChannel
  readonly domain: string
  readonly state: CampaignState
  readonly startsAt: Date
  readonly expiresAt: Date
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly pauseReason: string | null
  readonly settings: CampaignSettings
  readonly unserved: readonly Unserved[]
  readonly inBackground: boolean
}

export type Counts = Readonly<Record<DeliveryState, number>>

export type Recent = Readonly<Record<'sent' | 'failed' | 'bounced' | 'complained', number>>

export interface CampaignStatus {
  readonly campaign: Campaign
  readonly total: number
  readonly counts: Counts
  /** Sent, and come back since. */
  readonly returned: Readonly<Record<'bounced' | 'complained' | 'undelivered', number>>
  /** Since it began, or since a person resumed it: what decides whether it pauses. */
  readonly recent: Recent
  /** When the earliest that nobody has claimed may be tried; null when there is none. */
  readonly nextDue: Date | null
}

const parseUnserved = (value: unknown): readonly Unserved[] =>
  Array.isArray(value)
    ? value.filter(isObject).map((item) => ({
        country: stringField(item, 'country') ?? '',
        language: stringField(item, 'language') ?? '',
        subscribers: Number(item['subscribers'] ?? 0),
        code: stringField(item, 'code') ?? '',
        message: stringField(item, 'message') ?? '',
      }))
    : []

const select = ({db}: Store) => db.selectFrom('campaigns').selectAll()

const campaignOf = (
  row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>,
): Campaign =>
  Object.freeze({
    id: row.id,
    digest: {id: row.digest_id, slug: row.digest_slug},
    channel: row.channel,
    domain: row.domain,
    state: row.state,
    startsAt: row.starts_at,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    pauseReason: row.pause_reason,
    settings: parseSettings(row.settings),
    unserved: parseUnserved(row.unserved),
    inBackground: row.in_background,
  })

/** Throws CampaignError CAMPAIGN_UNKNOWN. */
export const campaignById = async (store: Store, id: number): Promise<Campaign> => {
  const row = await select(store).where('id', '=', id).executeTakeFirst()
  if (row !== undefined) return campaignOf(row)
  throw new CampaignError(
    'CAMPAIGN_UNKNOWN',
    `There is no campaign ${id}. throwline send status lists them.`,
  )
}

/** The newest first. */
export const listCampaigns = async (
  store: Store,
  {limit}: {readonly limit: number},
): Promise<readonly Campaign[]> => {
  const rows = await select(store).orderBy('id', 'desc').limit(limit).execute()
  return rows.map(campaignOf)
}

/** With something still to be sent, or that may be resumed. */
export const openCampaigns = async (store: Store): Promise<readonly Campaign[]> => {
  const rows = await select(store)
    .where('state', 'in', ['scheduled', 'running', 'paused'])
    .orderBy('id')
    .execute()
  return rows.map(campaignOf)
}

/** The newest campaign of a digest on a channel. */
export const campaignOfDigest = async (
  store: Store,
  digestId: string,
  channel: SubscriberChannel,
): Promise<Campaign | undefined> => {
  const row = await select(store)
    .where('digest_id', '=', digestId)
    .where('channel', '=', channel)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : campaignOf(row)
}

const NONE = Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0]))

const countsOf = (
  rows: readonly {readonly state: DeliveryState; readonly count: number}[],
): Counts => {
  const counted = {...NONE, ...Object.fromEntries(rows.map(({state, count}) => [state, count]))}
  const number = (state: DeliveryState): number => counted[state] ?? 0
  return Object.freeze({
    queued: number('queued'),
    sending: number('sending'),
    sent: number('sent'),
    failed: number('failed'),
    unknown: number('unknown'),
    suppressed: number('suppressed'),
    expired: number('expired'),
  })
}

export const campaignStatus = async (store: Store, id: number): Promise<CampaignStatus> => {
  const campaign = await campaignById(store, id)
  const rows = await store.db
    .selectFrom('deliveries')
    .innerJoin('campaigns', 'campaigns.id', 'campaign_id')
    .select(({fn}) => [
      'deliveries.state',
      'returned',
      fn.countAll<number>().as('count'),
      sql<number>`count(*) filter (
        where resumed_at is null or deliveries.updated_at > resumed_at)`.as('recent'),
    ])
    .where('campaign_id', '=', id)
    .groupBy(['deliveries.state', 'returned'])
    .execute()
  const {rows: due} = await sql<{due: Date | null}>`select min(due_at) as due from deliveries
    where campaign_id = ${id} and state = 'queued' and worker is null`.execute(store.db)
  const sum = (chosen: typeof rows): number => chosen.reduce((total, {count}) => total + count, 0)
  const byState = [...Map.groupBy(rows, ({state}) => state)].map(([state, group]) => ({
    state,
    count: sum(group),
  }))
  const came = (what: 'bounced' | 'complained' | 'undelivered'): number =>
    sum(rows.filter(({returned}) => returned === what))
  const recently = (chosen: typeof rows): number =>
    chosen.reduce((total, {recent}) => total + recent, 0)
  return Object.freeze({
    campaign,
    total: sum(rows),
    recent: {
      sent: recently(rows.filter(({state}) => state === 'sent')),
      failed: recently(rows.filter(({state}) => state === 'failed')),
      bounced: recently(rows.filter(({returned}) => returned === 'bounced')),
      complained: recently(rows.filter(({returned}) => returned === 'complained')),
    },
    counts: countsOf(byState),
    returned: {
      bounced: came('bounced'),
      complained: came('complained'),
      undelivered: came('undelivered'),
    },
    nextDue: due[0]?.due ?? null,
  })
}

export interface DeadLetter {
  readonly id: number
  /** Null when the person was forgotten. */
  readonly address: string | null
  readonly state: DeliveryState
  readonly attempts: number
  readonly code: string | null
  readonly response: string | null
}

/** What did not arrive, or may not have: failed, unknown, expired. */
export const deadLetters = (
  {db}: Store,
  campaignId: number,
  {limit}: {readonly limit: number},
): Promise<readonly DeadLetter[]> =>
  db
    .selectFrom('deliveries')
    .leftJoin('subscribers', 'subscribers.id', 'deliveries.subscriber_id')
    .select([
      'deliveries.id',
      'subscribers.address',
      'deliveries.state',
      'deliveries.attempts',
      'deliveries.code',
      'deliveries.response',
    ])
    .where('campaign_id', '=', campaignId)
    .where('deliveries.state', 'in', ['failed', 'unknown', 'expired'])
    .orderBy('deliveries.id')
    .limit(limit)
    .execute()

export interface FrozenVariant {
  readonly id: number
  readonly country: string
  readonly language: string
  readonly noticeId: string
  readonly parts: number
  readonly revision: number
  /** As it was frozen: to be parsed, and passed through the gate again. */
  readonly output: unknown
}

export const frozenVariants = (
  {db}: Store,
  campaignId: number,
): Promise<readonly FrozenVariant[]> =>
  db
    .selectFrom('variants')
    .select(['id', 'country', 'language', 'notice_id as noticeId', 'parts', 'revision', 'output'])
    .where('campaign_id', '=', campaignId)
    .orderBy('id')
    .execute()
