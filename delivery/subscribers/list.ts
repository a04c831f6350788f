/** Looking at who is subscribed: counts, and pages of rows. */
import type {SubscriberChannel, SubscriberState} from '../store/schema.ts'
import type {Store} from '../store/store.ts'

export interface Subscriber {
  readonly id: number
  readonly channel: SubscriberChannel
  readonly address: string
  readonly country: string
  readonly language: string
  readonly timeZone: string
  readonly topics: readonly string[]
  readonly state: SubscriberState
  readonly consentAt: Date
  readonly consentSource: string
}

export interface AudienceCount {
  readonly channel: SubscriberChannel
  readonly country: string
  readonly language: string
  readonly state: SubscriberState
  readonly count: number
}

export interface ListFilter {
  readonly channel?: SubscriberChannel
  readonly state?: SubscriberState
  readonly country?: string
  readonly language?: string
  /** At most so many, the newest first. */
  readonly limit: number
}

/** By channel, audience and state, the most numerous first. */
export const countSubscribers = (store: Store): Promise<readonly AudienceCount[]> =>
  store.db
    .selectFrom('subscribers')
    .select(({fn}) => [
      'channel',
      'country',
      'language',
      'state',
      fn.countAll<number>().as('count'),
    ])
    .groupBy(['channel', 'country', 'language', 'state'])
    .orderBy('channel')
    .orderBy('count', 'desc')
    .orderBy('country')
    .orderBy('language')
    .execute()

const COLUMNS = [
  'id',
  'channel',
  'address',
  'country',
  'language',
  'time_zone as timeZone',
  'topics',
  'state',
  'consent_at as consentAt',
  'consent_source as consentSource',
] as const

export const listSubscribers = (
  store: Store,
  {channel, state, country, language, limit}: ListFilter,
): Promise<readonly Subscriber[]> => {
  let query = store.db.selectFrom('subscribers').select(COLUMNS)
  if (channel !== undefined) query = query.where('channel', '=', channel)
  if (state !== undefined) query = query.where('state', '=', state)
  if (country !== undefined) query = query.where('country', '=', country)
  if (language !== undefined) query = query.where('language', '=', language)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

export const subscriberById = (store: Store, id: number): Promise<Subscriber | undefined> =>
  store.db.selectFrom('subscribers').select(COLUMNS).where('id', '=', id).executeTakeFirst()

export const subscriberByKey = (
  store: Store,
  channel: SubscriberChannel,
  key: string,
): Promise<Subscriber | undefined> =>
  store.db
    .selectFrom('subscribers')
    .select(COLUMNS)
    .where('channel', '=', channel)
    .where('address_key', '=', key)
    .executeTakeFirst()
