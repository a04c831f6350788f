/** Erases a person, and keeps a keyed hash of the address so that nobody writes to it again. */
import type {Store} from '../store/store.ts'
import type {Address} from './address.ts'
import type {AddressHash} from './address-hash.ts'
import {suppressAll} from './suppress.ts'

/**
 * The subscriber's row goes, consent record and all. Deliveries stay in their campaigns' counts, of
 * nobody, without what mail servers answered, for that may name the address. Gives whether there was
 * such a subscriber; the address is suppressed either way.
 */
export const forget = (
  store: Store,
  hash: AddressHash,
  {channel, key: addressKey}: Address,
): Promise<boolean> => {
  const key = hash(channel, addressKey)
  return store.db.transaction().execute(async (db) => {
    await suppressAll(db, [{key, channel, reason: 'manual'}])
    const found = await db
      .selectFrom('subscribers')
      .select('id')
      .where('channel', '=', channel)
      .where('address_key', '=', addressKey)
      .executeTakeFirst()
    if (found === undefined) return false
    await db
      .updateTable('deliveries')
      .set({subscriber_id: null, response: null, provider_id: null})
      .where('subscriber_id', '=', found.id)
      .execute()
    await db.deleteFrom('subscribers').where('id', '=', found.id).execute()
    return true
  })
}
