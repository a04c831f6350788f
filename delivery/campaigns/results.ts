/** Results into the ledger, many in one statement. */
import {type Kysely, sql} from 'kysely'
import type {Sent} from '../sent.ts'
import type {Schema} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import {suppressAll} from '../subscribers/suppress.ts'
import type {SubscriberChannel} from '../store/schema.ts'
import type {Delivery} from './claim.ts'
import type {CampaignSettings} from './settings.ts'

export interface Result {
  readonly delivery: Delivery
  readonly sent: Sent & {readonly providerId?: string}
}

/** Characters of an answer that are kept. */
const RESPONSE_MAX = 500

/** The pause before the next try, from half of its length to one and a half, so that tries spread. */
export const backOff = (
  attempts: number,
  {retryAfter, retryAtMost}: Pick<CampaignSettings, 'retryAfter' | 'retryAtMost'>,
  random: () => number = Math.random,
): number => Math.min(retryAfter * 2 ** (attempts - 1), retryAtMost) * (0.5 + random())

interface Row {
  readonly id: number
  readonly state: 'sent' | 'failed' | 'unknown' | 'queued'
  readonly due: string | null
  readonly code: string | null
  readonly response: string
  readonly provider: string | null
}

const shortened = (text: string): string => text.slice(0, RESPONSE_MAX).replaceAll('\0', '')

const rowOf = ({delivery, sent}: Result, settings: CampaignSettings, now: Date): Row => {
  const row = {id: delivery.id, due: null, code: null, provider: sent.providerId ?? null}
  if (sent.state === 'sent') return {...row, state: 'sent', response: shortened(sent.response)}
  const response = shortened(sent.message)
  if (sent.state === 'unknown') return {...row, state: 'unknown', code: 'ANSWER_LOST', response}
  const {code} = sent
  if (sent.isPermanent || delivery.attempts >= settings.attempts) {
    return {...row, state: 'failed', code, response}
  }
  const due = new Date(now.getTime() + backOff(delivery.attempts, settings)).toISOString()
  return {...row, state: 'queued', code, response, due}
}

const isDead = ({sent}: Result): boolean => sent.state === 'failed' && sent.isHardBounce === true

/**
 * A delivery that is `unknown` by now, for others took this worker for dead, takes its late result;
 * one that was begun anew does not.
 */
const update = (db: Kysely<Schema>, rows: readonly Row[]) =>
  sql`
  update deliveries set state = given.state, worker = null, updated_at = now(),
    due_at = coalesce(given.due, due_at), code = given.code, response = given.response,
    provider_id = coalesce(given.provider, provider_id)
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id bigint, state text,
    due timestamptz, code text, response text, provider text)
  where deliveries.id = given.id and deliveries.state in ('sending', 'unknown')`.execute(db)

export const writeResults = async (
  store: Store,
  channel: SubscriberChannel,
  results: readonly Result[],
  settings: CampaignSettings,
  now: Date,
): Promise<void> => {
  if (results.length === 0) return
  const rows = results.map((result) => rowOf(result, settings, now))
  const dead = results.filter(isDead)
  if (dead.length === 0) {
    await update(store.db, rows)
    return
  }
  await store.db.transaction().execute(async (db) => {
    await update(db, rows)
    await suppressAll(
      db,
      dead.map(({delivery}) => ({key: delivery.suppressionKey, channel, reason: 'bounced'})),
    )
  })
}
