/** What comes back after it was sent: bounces, complaints, and receipts of text messages. */
import {sql} from 'kysely'
import type {SuppressionReason} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import {suppressAll} from '../subscribers/suppress.ts'

export type Return = 'bounced' | 'complained' | 'undelivered'

const REASONS: Readonly<Record<Return, SuppressionReason | undefined>> = {
  bounced: 'bounced',
  complained: 'complained',
  // a phone that was off: the next digest may reach it
  undelivered: undefined,
}

/** Told about a delivery by its id. Gives whether there is such a delivery. */
export const recordReturn = (store: Store, deliveryId: number, what: Return): Promise<boolean> =>
  store.db.transaction().execute(async (db) => {
    const row = await db
      .updateTable('deliveries')
      .set({returned: what, updated_at: sql`now()`})
      .where('id', '=', deliveryId)
      .returning('subscriber_id')
      .executeTakeFirst()
    if (row === undefined) return false
    const reason = REASONS[what]
    if (reason === undefined || row.subscriber_id === null) return true
    const subscriber = await db
      .selectFrom('subscribers')
      .select(['suppression_key as key', 'channel'])
      .where('id', '=', row.subscriber_id)
      .executeTakeFirst()
    if (subscriber !== undefined) await suppressAll(db, [{...subscriber, reason}])
    return true
  })

/** The same, by the provider's id of a text message. */
export const recordReceipt = async (
  store: Store,
  providerId: string,
  what: Return,
): Promise<boolean> => {
  const row = await store.db
    .selectFrom('deliveries')
    .select('id')
    .where('provider_id', '=', providerId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? false : recordReturn(store, row.id, what)
}
