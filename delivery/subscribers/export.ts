/** All subscribers as a file that `import` takes back, a row a channel, a thousand at a time. */
import {stringify} from 'csv-stringify/sync'
import type {SubscriberChannel, SubscriberState} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import {COLUMNS} from './row.ts'

const PAGE = 1_000

export interface ExportFilter {
  readonly channel?: SubscriberChannel
  readonly state?: SubscriberState
}

async function* pages(store: Store, {channel, state}: ExportFilter) {
  let after = 0
  for (;;) {
    let query = store.db.selectFrom('subscribers').selectAll().where('id', '>', after)
    if (channel !== undefined) query = query.where('channel', '=', channel)
    if (state !== undefined) query = query.where('state', '=', state)
    const page = await query.orderBy('id').limit(PAGE).execute()
    const last = page.at(-1)
    if (last === undefined) return
    after = last.id
    yield page.map((row) => ({
      email: row.channel === 'email' ? row.address : '',
      phone: row.channel === 'sms' ? row.address : '',
      country: row.country,
      language: row.language,
      time_zone: row.time_zone,
      topics: row.topics,
      consent_at: row.consent_at.toISOString(),
      consent_source: row.consent_source,
      state: row.state,
    }))
  }
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front, which `import` takes
 * off again; so `+447400123456` is `'+447700900123`.
 */
async function* csv(store: Store, filter: ExportFilter): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\n`
  for await (const page of pages(store, filter)) {
    const rows = page.map((row) => ({...row, topics: row.topics.join(';')}))
    yield stringify(rows, {columns: [...COLUMNS], escape_formulas: true})
  }
}

async function* ndjson(store: Store, filter: ExportFilter): AsyncGenerator<string> {
  for await (const page of pages(store, filter)) {
    yield page.map((row) => `${JSON.stringify(row)}\n`).join('')
  }
}

export const exportSubscribers = (
  store: Store,
  format: 'csv' | 'ndjson',
  filter: ExportFilter = {},
): AsyncGenerator<string> => (format === 'csv' ? csv(store, filter) : ndjson(store, filter))
