/**
 * What the ledger costs: campaigns whose way out takes everything at once, on both databases.
 * `node bench/delivery/ledger.ts [--recipients 20000] [--database embedded|postgres|both] [--workers 1,2,4]`
 * prints deliveries a second and the memory that each run added, so that two sizes can be compared.
 */
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {runCampaign} from '../../delivery/campaigns/run.ts'
import {mailWay} from '../../delivery/campaigns/way.ts'
import {openStore, type Store, type StoreOptions} from '../../delivery/store/store.ts'
import {freeze} from '../../tests/delivery/campaigns/support.ts'
import {startPostgres} from '../../tests/delivery/support/postgres.ts'
import {fillStore} from './fill-store.ts'

const {values} = parseArgs({
  options: {
    recipients: {type: 'string', default: '20000'},
    database: {type: 'string', default: 'both'},
    workers: {type: 'string', default: '1'},
    child: {type: 'string'},
  },
})
const recipients = Number(values.recipients)

const way = mailWay(
  {
    name: 'nowhere',
    send: async () => ({state: 'sent', response: '250 2.0.0 ok'}),
    close: async () => {},
  },
  ({address}) => ({envelope: {from: 'b@health.example', to: address}, raw: Buffer.alloc(0)}),
)

const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20)

interface Line {
  readonly name: string
  readonly count: number
  readonly seconds: number
  readonly before: number
  readonly peak: number
}

const told = ({name, count, seconds, before, peak}: Line): void => {
  process.stdout.write(
    `${name.padEnd(24)} ${String(count).padStart(7)} deliveries, ${Math.round(count / seconds)} a second, ${before} MB before, ${peak} MB at most\n`,
  )
}

const runHere = async (store: Store, campaignId: number): Promise<number> => {
  let peak = megabytes()
  const timer = setInterval(() => {
    peak = Math.max(peak, megabytes())
  }, 50)
  await runCampaign({store, campaignId, way})
  clearInterval(timer)
  return peak
}

/** It starts now. */
const prepare = async (store: Store): Promise<number> => {
  await fillStore(store, recipients)
  return (await freeze(store, {startsAt: new Date(), settings: {concurrency: 20}})).id
}

const alone = async (name: string, where: StoreOptions): Promise<void> => {
  const store = await openStore(where)
  const campaignId = await prepare(store)
  const before = megabytes()
  const start = performance.now()
  const peak = await runHere(store, campaignId)
  told({name, count: recipients, seconds: (performance.now() - start) / 1000, before, peak})
  await store.close()
}

const together = async (databaseUrl: string, workers: number): Promise<void> => {
  const store = await openStore({databaseUrl})
  const campaignId = await prepare(store)
  const child = JSON.stringify({databaseUrl, campaignId})
  const children = Array.from({length: workers}, () =>
    fork(import.meta.filename, ['--child', child]),
  )
  await Promise.all(children.map((each) => once(each, 'message')))
  const start = performance.now()
  for (const each of children) each.send('go')
  await Promise.all(children.map((each) => once(each, 'exit')))
  const seconds = (performance.now() - start) / 1000
  const name = `PostgreSQL, ${workers} process${workers === 1 ? '' : 'es'}`
  told({name, count: recipients, seconds, before: 0, peak: 0})
  await store.close()
}

if (values.child === undefined) {
  if (values.database !== 'postgres') {
    const data = await mkdtemp(join(tmpdir(), 'throwline-bench-'))
    await alone('embedded', {data})
    await rm(data, {recursive: true})
  }
  if (values.database !== 'embedded') {
    const postgres = await startPostgres()
    await alone('PostgreSQL', {databaseUrl: await postgres.url()})
    for (const workers of values.workers.split(',').map(Number)) {
      await together(await postgres.url(), workers)
    }
    await postgres.stop()
  }
} else {
  const {databaseUrl, campaignId} = JSON.parse(values.child)
  const store = await openStore({databaseUrl})
  process.send?.('ready')
  await once(process, 'message')
  await runCampaign({store, campaignId, way})
  await store.close()
  process.disconnect()
}
