/** A store with partners that are told by webhooks, and a log that tests write. */
import {sql} from 'kysely'
import {onTestFinished} from 'vitest'
import {openChangeLog} from '../../../delivery/changes/log.ts'
import {openPartners} from '../../../delivery/partners/partners.ts'
import {openQueue} from '../../../delivery/store/queue.ts'
import type {ChangeKind} from '../../../delivery/store/schema.ts'
import type {Store} from '../../../delivery/store/store.ts'
import type {DisabledEndpoint} from '../../../delivery/webhooks/disabled.ts'
import {openWebhookEndpoints} from '../../../delivery/webhooks/endpoints.ts'
import {startWebhooks, type WebhooksOptions} from '../../../delivery/webhooks/webhooks.ts'

export const SECRET = 'a secret of the tests, long enough'
export const ALLOWED: ReadonlySet<string> = new Set(['localhost'])

export const endpointsOf = (store: Store) =>
  openWebhookEndpoints({store, secret: SECRET, allowed: ALLOWED})

export const clear = async (store: Store): Promise<void> => {
  await sql`truncate webhook_endpoints, partner_usage, partner_keys, partners, changes`.execute(
    store.db,
  )
}

/** Gives the secret. */
export const addPartner = async (
  store: Store,
  name: string,
  url: string,
  topics: readonly string[] = [],
): Promise<string> => {
  await openPartners(store).add({name, topics, contact: `${name}@partner.example`})
  const {secret = ''} = await endpointsOf(store).set(name, {url})
  return secret
}

/** So many changes are logged, of documents `<kind>-1` and on. */
export const log = async (
  store: Store,
  count = 1,
  kind: ChangeKind = 'helplineChanged',
): Promise<void> => {
  const isArticle = kind !== 'helplineChanged' && kind !== 'noticeChanged'
  await store.db
    .insertInto('changes')
    .values(
      Array.from({length: count}, (_, index) => ({
        kind,
        document_id: `${kind}-${index + 1}`,
        slug: isArticle ? `article-${index + 1}` : null,
        language: isArticle ? 'en' : null,
        revision: 'r1',
      })),
    )
    .execute()
}

export interface ServerPart {
  readonly told: DisabledEndpoint[]
  readonly errors: unknown[]
  wake(): void
  close(): Promise<void>
}

/** A server's part in it; closed with the test. */
export const startServerPart = async (
  store: Store,
  options: Partial<WebhooksOptions> = {},
): Promise<ServerPart> => {
  const errors: unknown[] = []
  const told: DisabledEndpoint[] = []
  const onError = (error: unknown): void => {
    errors.push(error)
  }
  const boss = await openQueue(store, {onError})
  const webhooks = await startWebhooks({
    store,
    boss,
    log: openChangeLog(store),
    secret: SECRET,
    allowed: ALLOWED,
    teller: async () => (change) => change,
    tell: async (endpoint) => void told.push(endpoint),
    onError,
    every: 50,
    ...options,
  })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    await webhooks.close()
    await boss.stop({graceful: false})
  }
  onTestFinished(close)
  return {told, errors, wake: () => webhooks.wake(), close}
}

export const eventually = async (isThere: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** As if so much time had gone by since an endpoint was tried last. Whoever is at one keeps it. */
export const letPass = async (store: Store, seconds: number): Promise<void> => {
  await sql`
    update webhook_endpoints set due_at = due_at - make_interval(secs => ${seconds}),
      failing_since = failing_since - make_interval(secs => ${seconds})`.execute(store.db)
}

/** As if whoever is at an endpoint had been there for too long. */
export const endLeases = async (store: Store): Promise<void> => {
  await sql`update webhook_endpoints set leased_until = now() - interval '1 second'`.execute(
    store.db,
  )
}
