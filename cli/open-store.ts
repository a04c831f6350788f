/** From the environment to the database of subscribers and deliveries. */
import {type DeliveryConfig, deliveryConfig} from '../config.ts'
import {holdToSecret, keptSecret} from '../delivery/store/secret.ts'
import {openStore, type Store} from '../delivery/store/store.ts'
import {openSubscribers, type Subscribers} from '../delivery/subscribers/subscribers.ts'

export interface Office {
  readonly config: DeliveryConfig
  readonly store: Store
  readonly secret: string
  readonly subscribers: Subscribers
  close(): Promise<void>
}

/** Throws StoreError when the database cannot be opened, or was begun with another secret. */
export const openOffice = async (
  config: DeliveryConfig = deliveryConfig(),
  {lends = false}: {readonly lends?: boolean} = {},
): Promise<Office> => {
  const {data, databaseUrl} = config
  const store = await openStore({data, lends, ...(databaseUrl !== undefined && {databaseUrl})})
  try {
    const secret = config.secret ?? (await keptSecret(data))
    await holdToSecret(store, secret)
    const subscribers = openSubscribers(store, secret)
    return Object.freeze({config, store, secret, subscribers, close: store.close})
  } catch (error) {
    await store.close()
    throw error
  }
}
