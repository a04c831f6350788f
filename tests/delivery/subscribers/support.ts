import {sql} from 'kysely'
import type {Store} from '../../../delivery/store/store.ts'
import {parseAddress, type Address} from '../../../delivery/subscribers/address.ts'
import {openSubscribers} from '../../../delivery/subscribers/subscribers.ts'
import type {Problem} from '../../../errors.ts'

export const HEADER = 'email,phone,country,language,time_zone,topics,consent_at,consent_source'

export const REST = 'US,en,America/New_York,sleep,2026-11-01,form'

export const row = (email: string): string => `${email},,${REST}`

export const subscribersOf = (store: Store) => openSubscribers(store, 'a secret of the tests')

/** In pieces of some bytes, so that characters and quotes are cut. */
export async function* bytesOf(content: string | Buffer, piece = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content)
  const step = Math.max(piece, Math.ceil(bytes.length / 500))
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}

export const clear = async (store: Store): Promise<void> => {
  await sql`truncate subscribers, suppressions, campaigns, variants, former_variants, deliveries, buckets`.execute(
    store.db,
  )
}

/** What an import gave, with its refusals as `line 2 email INVALID_EMAIL`. */
export const importing = async (
  store: Store,
  content: string | Buffer,
  {format = 'csv', encoding}: {format?: 'csv' | 'ndjson'; encoding?: string} = {},
) => {
  const problems: Problem[] = []
  const report = await subscribersOf(store).import({
    bytes: bytesOf(content),
    format,
    ...(encoding !== undefined && {encoding}),
    onRefused: (problem) => problems.push(problem),
  })
  const refusals = problems.map(({documentId, path, code}) => `${documentId} ${path} ${code}`)
  return {...report, refusals, problems}
}

export const addresses = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.db.selectFrom('subscribers').select('address').orderBy('id').execute()
  return rows.map(({address}) => address)
}

export const addressOf = (text: string): Address => {
  const reading = parseAddress(text, '')
  if ('fault' in reading) throw new Error(reading.fault.message)
  return reading
}

export const exporting = async (store: Store, format: 'csv' | 'ndjson'): Promise<string> => {
  let all = ''
  for await (const text of subscribersOf(store).export(format)) all += text
  return all
}
