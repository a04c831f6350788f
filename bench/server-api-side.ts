/** The example newsroom with its partner API, in a process of its own: tells address and key, and ends when told. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openLiveSource} from '../content/live/live-source.ts'
import {openChangeLog} from '../delivery/changes/log.ts'
import {createKeyRing} from '../delivery/partners/key-ring.ts'
import {openPartners} from '../delivery/partners/partners.ts'
import {createUsageCounter} from '../delivery/partners/usage.ts'
import {openStore} from '../delivery/store/store.ts'
import {startLake} from '../lake/server.ts'
import {startServer} from '../server/server.ts'
import {Newsroom} from '../server/site/newsroom.ts'

const data = await mkdtemp(join(tmpdir(), 'throwline-bench-'))
const dataset = join(import.meta.dirname, '../examples/health.ndjson')
const lake = await startLake({data, dataset, port: 0})
const source = await openLiveSource({
  projectId: 'local',
  dataset: 'production',
  apiHost: lake.url,
})
const onError = (error: unknown): void => console.error(error)
const newsroom = new Newsroom({source, today: '2026-11-23', onProblem: onError})
const store = await openStore({})
const partners = openPartners(store)
const usage = createUsageCounter(partners, onError)
const server = await startServer({
  newsroom,
  port: 0,
  onError,
  api: {
    keys: createKeyRing(partners),
    usage,
    changes: openChangeLog(store),
    origins: async () => new Set<string>(),
    publicUrl: () => 'https://api.health.example',
    ready: async () => {},
    onProblem: onError,
  },
})
const {key} = await partners.add({name: 'Bench', perMinute: 1_000_000_000})
process.on('message', (asked) => {
  if (asked === 'memory') {
    globalThis.gc?.()
    process.send?.({memory: process.memoryUsage()})
  }
  if (asked === 'cpu') process.send?.({cpu: process.cpuUsage()})
})
process.send?.({url: server.url, key})
process.once('disconnect', () => {
  rm(data, {recursive: true, force: true}).then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
