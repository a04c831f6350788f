/**
 * Who is not sent to, whatever list they are on. The table holds keyed hashes alone, so that it can
 * outlive the person's own row. A campaign asks it again when it claims a delivery.
 */
import type {Kysely} from 'kysely'
import {sql} from 'kysely'
import type {
  Schema,
  SubscriberChannel,
  SubscriberState,
  SuppressionReason,
} from '../store/schema.ts'

export interface Suppression {
  readonly key: string
  readonly channel: SubscriberChannel
  readonly reason: SuppressionReason
}

/** What a subscriber's row says afterwards. */
const STATES: Readonly<Record<SuppressionReason, SubscriberState>> = {
  unsubscribed: 'unsubscribed',
  stopped: 'unsubscribed',
  manual: 'unsubscribed',
  bounced: 'bounced',
  complained: 'complained',
}

const REASONS: Readonly<Partial<Record<SubscriberState, SuppressionReason>>> = {
  unsubscribed: 'unsubscribed',
  bounced: 'bounced',
  complained: 'complained',
}

/** Why somebody in this state is not sent to; undefined when nothing stands against it. */
export const reasonOf = (state: SubscriberState): SuppressionReason | undefined => REASONS[state]

/** The first reason stays; the subscriber's row says the last. */
export const suppressAll = async (
  db: Kysely<Schema>,
  suppressions: readonly Suppression[],
): Promise<void> => {
  if (suppressions.length === 0) return
  await db
    .insertInto('suppressions')
    .values([...suppressions])
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  for (const [reason, group] of Map.groupBy(suppressions, ({reason: each}) => each)) {
    await db
      .updateTable('subscribers')
      .set({state: STATES[reason], updated_at: sql`now()`})
      .where(
        'suppression_key',
        'in',
        group.map(({key}) => key),
      )
      .where('state', '!=', STATES[reason])
      .execute()
  }
}

export const suppressedKeys = async (
  db: Kysely<Schema>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (keys.length === 0) return new Set()
  const rows = await db
    .selectFrom('suppressions')
    .select('key')
    .where(sql<boolean>`key = any(${sql.val([...keys])}::text[])`)
    .execute()
  return new Set(rows.map(({key}) => key))
}
