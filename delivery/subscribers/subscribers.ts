/** Everybody who is sent to, and what may be done with them. */
import type {SubscriberChannel, SuppressionReason} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import type {Address} from './address.ts'
import {addressHash, networkHash} from './address-hash.ts'
import {type ExportFilter, exportSubscribers} from './export.ts'
import {forget} from './forget.ts'
import {importSubscribers, type ImportOptions} from './import.ts'
import {
  countSubscribers,
  type ListFilter,
  listSubscribers,
  subscriberById,
  subscriberByKey,
} from './list.ts'
import {choose, confirm, leave, type Preferences, signUp} from './membership.ts'
import type {NewSubscriber} from './row.ts'
import {suppressAll} from './suppress.ts'

export type Subscribers = ReturnType<typeof openSubscribers>

/** `secret` keys the hashes of addresses: hold the store to it first (store/secret.ts). */
export const openSubscribers = (store: Store, secret: string) => {
  const hash = addressHash(secret)
  return Object.freeze({
    import: (options: ImportOptions) => importSubscribers(store, hash, options),
    export: (format: 'csv' | 'ndjson', filter?: ExportFilter) =>
      exportSubscribers(store, format, filter),
    forget: (address: Address) => forget(store, hash, address),
    counts: () => countSubscribers(store),
    list: (filter: ListFilter) => listSubscribers(store, filter),
    byId: (id: number) => subscriberById(store, id),
    byAddress: (channel: SubscriberChannel, key: string) => subscriberByKey(store, channel, key),
    signUp: (given: Omit<NewSubscriber, 'state'>) => signUp(store, hash, given),
    confirm: (id: number) => confirm(store, id),
    leave: (id: number, reason: SuppressionReason) => leave(store, id, reason),
    choose: (id: number, preferences: Preferences) => choose(store, id, preferences),
    /** For a consent record. */
    networkHash: (address: string) => networkHash(secret, address),
    /** Also an address that nobody subscribed. */
    suppress: ({channel, key}: Address, reason: SuppressionReason) =>
      store.db
        .transaction()
        .execute((db) => suppressAll(db, [{key: hash(channel, key), channel, reason}])),
  })
}
