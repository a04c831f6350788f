/** Endpoints that were given up, until somebody was told. */
import {sql} from 'kysely'
import type {Store} from '../store/store.ts'

type Database = Pick<Store, 'db'>

export interface DisabledEndpoint {
  readonly id: string
  readonly partnerName: string
  readonly url: string
  /** A mail address; `undefined` when nobody was named. */
  readonly contact: string | undefined
  readonly failingSince: Date
  readonly failure: string
  /** The last change that was taken. */
  readonly cursor: number
}

/** Seconds in which a mail is handed on, or else tried again. */
const LEASE = 120

interface Row {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly contact: string | null
  readonly failing_since: Date
  readonly failure: string
  readonly cursor: number
}

/** Those that nobody was told of, for whoever asks first. */
export const claimUntold = async ({db}: Database): Promise<readonly DisabledEndpoint[]> => {
  const {rows} = await sql<Row>`
    update webhook_endpoints as endpoint set leased_until = now() + make_interval(secs => ${LEASE})
    from partners
    where partners.id = endpoint.partner_id and partners.revoked_at is null
      and endpoint.state = 'disabled' and told_at is null
      and (leased_until is null or leased_until < now())
    returning endpoint.id, name, url, coalesce(endpoint.contact, partners.contact) as contact,
      coalesce(failing_since, now()) as failing_since, coalesce(failure, '') as failure,
      endpoint.cursor`.execute(db)
  return rows.map(({id, name, url, contact, failing_since: failingSince, failure, cursor}) => ({
    id,
    partnerName: name,
    url,
    contact: contact ?? undefined,
    failingSince,
    failure,
    cursor,
  }))
}

export const markTold = async ({db}: Database, id: string): Promise<void> => {
  await sql`
    update webhook_endpoints set told_at = now(), leased_until = null
    where id = ${id} and state = 'disabled'`.execute(db)
}
