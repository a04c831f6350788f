/** What a person does with a subscription: sign up, confirm, choose, pause, leave. */
import {sql} from 'kysely'
import type {SubscriberState, SuppressionReason} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import type {AddressHash} from './address-hash.ts'
import {insertAll} from './insert.ts'
import {subscriberById, subscriberByKey, type Subscriber} from './list.ts'
import type {NewSubscriber} from './row.ts'
import {suppressAll} from './suppress.ts'

/** States from which a sign-up begins anew. */
const COMES_BACK: ReadonlySet<SubscriberState> = new Set(['pending', 'unsubscribed', 'bounced'])

export interface SignUp {
  /** To be told nobody but the address itself: it would say who is subscribed. */
  readonly outcome: 'confirm' | 'already' | 'refused'
  readonly subscriber: Subscriber | undefined
}

/**
 * Begins a subscription, or begins one that ended anew; nothing is sent to it before `confirm`.
 * `already` is subscribed. `refused` once said that our mail is spam: not even a confirmation is sent.
 */
export const signUp = async (
  store: Store,
  hash: AddressHash,
  given: Omit<NewSubscriber, 'state'>,
): Promise<SignUp> => {
  const {channel, key} = given.address
  const [suppression] = await store.db
    .selectFrom('suppressions')
    .select('reason')
    .where('key', '=', hash(channel, key))
    .execute()
  const before = await subscriberByKey(store, channel, key)
  if (suppression?.reason === 'complained' || before?.state === 'complained') {
    return {outcome: 'refused', subscriber: before}
  }
  if (before === undefined) {
    await insertAll(store.db, hash, [{...given, state: 'pending'}])
  } else if (COMES_BACK.has(before.state)) {
    const {country, language, timeZone, topics, consent} = given
    await store.db
      .updateTable('subscribers')
      .set({
        state: 'pending',
        address: given.address.address,
        country,
        language,
        time_zone: timeZone,
        topics: [...topics],
        consent_at: consent.at,
        consent_source: consent.source,
        consent_wording: consent.wording ?? null,
        consent_ip_hash: consent.ipHash ?? null,
        updated_at: sql`now()`,
      })
      .where('id', '=', before.id)
      .execute()
  } else {
    return {outcome: 'already', subscriber: before}
  }
  return {outcome: 'confirm', subscriber: await subscriberByKey(store, channel, key)}
}

/** The address answered: the subscription counts, and an earlier leaving does not any more. */
export const confirm = (store: Store, id: number): Promise<boolean> =>
  store.db.transaction().execute(async (db) => {
    const row = await db
      .updateTable('subscribers')
      .set({state: 'active', updated_at: sql`now()`})
      .where('id', '=', id)
      .where('state', 'in', ['pending', 'active'])
      .returning('suppression_key')
      .executeTakeFirst()
    if (row === undefined) return false
    await db.deleteFrom('suppressions').where('key', '=', row.suppression_key).execute()
    return true
  })

/** At once, and for every campaign that is under way. False when there is no such subscriber. */
export const leave = async (
  store: Store,
  id: number,
  reason: SuppressionReason,
): Promise<boolean> => {
  const row = await store.db
    .selectFrom('subscribers')
    .select(['suppression_key as key', 'channel'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return false
  await store.db.transaction().execute((db) => suppressAll(db, [{...row, reason}]))
  return true
}

export interface Preferences {
  readonly topics?: readonly string[]
  readonly language?: string
  readonly timeZone?: string
  /** Nothing is sent while it is so; the subscription stays. */
  readonly paused?: boolean
}

/** Gives what holds now; undefined when there is no such subscriber. Who left stays away. */
export const choose = async (
  store: Store,
  id: number,
  {topics, language, timeZone, paused}: Preferences,
): Promise<Subscriber | undefined> => {
  await store.db
    .updateTable('subscribers')
    .set({
      updated_at: sql`now()`,
      ...(topics !== undefined && {topics: [...topics]}),
      ...(language !== undefined && {language}),
      ...(timeZone !== undefined && {time_zone: timeZone}),
    })
    .where('id', '=', id)
    .execute()
  if (paused !== undefined) {
    await store.db
      .updateTable('subscribers')
      .set({state: paused ? 'paused' : 'active'})
      .where('id', '=', id)
      .where('state', '=', paused ? 'active' : 'paused')
      .execute()
  }
  return subscriberById(store, id)
}
