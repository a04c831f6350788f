/** Many subscribers in one statement, with one parameter: the database takes the rows as JSON. */
import {type Kysely, sql} from 'kysely'
import type {Schema} from '../store/schema.ts'
import type {AddressHash} from './address-hash.ts'
import type {NewSubscriber} from './row.ts'

export const insertAll = async (
  db: Kysely<Schema>,
  hash: AddressHash,
  subscribers: readonly NewSubscriber[],
): Promise<ReadonlySet<string>> => {
  if (subscribers.length === 0) return new Set()
  const rows = subscribers.map(({address, consent, ...subscriber}) => ({
    channel: address.channel,
    address: address.address,
    address_key: address.key,
    suppression_key: hash(address.channel, address.key),
    destination: address.destination,
    country: subscriber.country,
    language: subscriber.language,
    time_zone: subscriber.timeZone,
    topics: subscriber.topics,
    state: subscriber.state,
    consent_at: consent.at.toISOString(),
    consent_source: consent.source,
    consent_wording: consent.wording ?? null,
    consent_ip_hash: consent.ipHash ?? null,
  }))
  const {rows: inserted} = await sql<{suppression_key: string}>`
    insert into subscribers (channel, address, address_key, suppression_key, destination, country,
      language, time_zone, topics, state, consent_at, consent_source, consent_wording,
      consent_ip_hash)
    select channel, address, address_key, suppression_key, destination, country, language, time_zone,
      array(select jsonb_array_elements_text(topics)), state, consent_at, consent_source,
      consent_wording, consent_ip_hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(channel text, address text,
      address_key text, suppression_key text, destination text, country text, language text,
      time_zone text, topics jsonb, state text, consent_at timestamptz, consent_source text,
      consent_wording text, consent_ip_hash text)
    on conflict (channel, address_key) do nothing
    returning suppression_key`.execute(db)
  return new Set(inserted.map(({suppression_key: key}) => key))
}
