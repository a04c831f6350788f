/** The endpoints in the database, one a partner. */
import {type Kysely, sql} from 'kysely'
import {PartnerError, WebhookError} from '../../errors.ts'
import {changeCursor, parseChangeCursor} from '../changes/cursor.ts'
import {makeId} from '../partners/key.ts'
import type {Partner} from '../partners/partner.ts'
import {openPartners} from '../partners/partners.ts'
import type {Schema} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import type {WebhookEndpoint} from './endpoint.ts'
import {webhookSecrets} from './secret.ts'
import {type AllowedHosts, parseWebhookUrl} from './url.ts'

export interface NewEndpoint {
  readonly url: string
  /** A mail address; the partner's own when absent. */
  readonly contact?: string
  /** Another secret for an endpoint that is there already; the old one is good for nothing at once. */
  readonly hasNewSecret?: boolean
}

export interface SetEndpoint {
  readonly endpoint: WebhookEndpoint
  /** `whsec_…`, whole, when it was made now; nobody can show it again. */
  readonly secret?: string
}

export interface WebhookEndpoints {
  /**
   * `who`: a partner's id or name. A new one is told of what changes from now on; one that is there keeps its
   * place and its secret, and is active again. Throws PartnerError, WebhookError WEBHOOK_URL_REFUSED.
   */
  set(who: string, endpoint: NewEndpoint): Promise<SetEndpoint>
  /** Throws PartnerError, WebhookError WEBHOOK_MISSING. */
  remove(who: string): Promise<WebhookEndpoint>
  /** By the partner's name. */
  list(): Promise<readonly WebhookEndpoint[]>
  /** Throws PartnerError, WebhookError WEBHOOK_MISSING. */
  find(who: string): Promise<WebhookEndpoint>
  /** Tells again what came after the cursor (`c0`: everything). Throws PartnerError and WebhookError. */
  replay(who: string, since: string): Promise<WebhookEndpoint>
  /** `whsec_…`, to sign with. Throws StoreError STORE_SECRET_CHANGED. */
  secretOf(endpointId: string): Promise<string>
}

export interface EndpointsOptions {
  readonly store: Pick<Store, 'db'>
  /** The installation's. */
  readonly secret: string
  readonly allowed: AllowedHosts
}

const select = (db: Kysely<Schema>) =>
  db
    .selectFrom('webhook_endpoints as endpoint')
    .innerJoin('partners as partner', 'partner.id', 'endpoint.partner_id')
    .select([
      'endpoint.id',
      'endpoint.partner_id',
      'partner.name',
      'endpoint.url',
      sql<string | null>`coalesce(endpoint.contact, partner.contact)`.as('contact'),
      'endpoint.state',
      'endpoint.cursor',
      sql<number>`(select count(*) from changes where changes.cursor > endpoint.cursor)`.as(
        'behind',
      ),
      'endpoint.delivered_at',
      'endpoint.failing_since',
      'endpoint.failure',
    ])
    .where('partner.revoked_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const endpointOf = (row: Row): WebhookEndpoint =>
  Object.freeze({
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.name,
    url: row.url,
    state: row.state,
    cursor: row.cursor,
    behind: row.behind,
    ...(row.contact !== null && {contact: row.contact}),
    ...(row.delivered_at !== null && {deliveredAt: row.delivered_at}),
    ...(row.failing_since !== null && {failingSince: row.failing_since}),
    ...(row.failure !== null && {failure: row.failure}),
  })

/** What a fresh start forgets. */
const AFRESH = {
  state: 'active',
  attempts: 0,
  failing_since: null,
  failure: null,
  disabled_at: null,
  told_at: null,
  lease: null,
  leased_until: null,
} as const

class StoredEndpoints implements WebhookEndpoints {
  readonly #db: Kysely<Schema>
  readonly #options: EndpointsOptions

  constructor(options: EndpointsOptions) {
    this.#db = options.store.db
    this.#options = options
  }

  async set(who: string, {url, contact, hasNewSecret = false}: NewEndpoint): Promise<SetEndpoint> {
    const {allowed} = this.#options
    const partner = await this.#partner(who)
    const made = webhookSecrets(this.#options.secret).make()
    const given = {url: parseWebhookUrl(url, allowed), ...(contact !== undefined && {contact})}
    const row = await this.#db
      .insertInto('webhook_endpoints')
      .values({
        id: makeId(),
        partner_id: partner.id,
        secret: made.sealed,
        cursor: sql<number>`(select coalesce(max(cursor), 0) from changes)`,
        ...given,
      })
      .onConflict((conflict) =>
        conflict.column('partner_id').doUpdateSet({
          ...given,
          ...AFRESH,
          due_at: sql<Date>`now()`,
          ...(hasNewSecret && {secret: made.sealed}),
        }),
      )
      .returning('secret')
      .executeTakeFirstOrThrow()
    const endpoint = await this.find(partner.id)
    return Object.freeze({endpoint, ...(row.secret === made.sealed && {secret: made.secret})})
  }

  async remove(who: string): Promise<WebhookEndpoint> {
    const endpoint = await this.find(who)
    await this.#db.deleteFrom('webhook_endpoints').where('id', '=', endpoint.id).execute()
    return endpoint
  }

  async list(): Promise<readonly WebhookEndpoint[]> {
    const rows = await select(this.#db)
      .orderBy(sql`lower(partner.name)`)
      .execute()
    return rows.map(endpointOf)
  }

  async find(who: string): Promise<WebhookEndpoint> {
    const {id, name} = await this.#partner(who)
    const row = await select(this.#db).where('endpoint.partner_id', '=', id).executeTakeFirst()
    if (row !== undefined) return endpointOf(row)
    throw new WebhookError(
      'WEBHOOK_MISSING',
      `${name} has no webhook. Set one with "throwline partners webhook '${name}' set URL".`,
    )
  }

  async replay(who: string, since: string): Promise<WebhookEndpoint> {
    const {id} = await this.find(who)
    const cursor = parseChangeCursor(since)
    const {latest} = await this.#db
      .selectFrom('changes')
      .select(sql<number>`coalesce(max(cursor), 0)`.as('latest'))
      .executeTakeFirstOrThrow()
    if (cursor === undefined || cursor > latest) {
      throw new WebhookError(
        'WEBHOOK_CURSOR_UNKNOWN',
        `The log of changes has no cursor "${since}"; the newest is ${changeCursor(latest)}. Take one from /api/v1/changes or from a message; c0 tells everything again.`,
      )
    }
    // whoever is at it now has lost its lease, and cannot move the cursor on
    await this.#db
      .updateTable('webhook_endpoints')
      .set({...AFRESH, cursor, until: null, run: sql`run + 1`, due_at: sql<Date>`now()`})
      .where('id', '=', id)
      .execute()
    return this.find(who)
  }

  async secretOf(endpointId: string): Promise<string> {
    const {secret} = await this.#db
      .selectFrom('webhook_endpoints')
      .select('secret')
      .where('id', '=', endpointId)
      .executeTakeFirstOrThrow()
    return webhookSecrets(this.#options.secret).open(secret)
  }

  async #partner(who: string): Promise<Partner> {
    const {partner} = await openPartners(this.#options.store).status(who, 1)
    if (partner.revokedAt === undefined) return partner
    throw new PartnerError(
      'PARTNER_REVOKED',
      `${partner.name} was revoked, and is told of nothing any more. Add it anew with "throwline partners add".`,
    )
  }
}

export const openWebhookEndpoints = (options: EndpointsOptions): WebhookEndpoints =>
  new StoredEndpoints(options)
