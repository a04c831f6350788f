/** The example newsroom with its partner API, a log of changes and a database in memory. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {openLiveSource} from '../../../content/live/live-source.ts'
import {openChangeLog} from '../../../delivery/changes/log.ts'
import {createKeyRing} from '../../../delivery/partners/key-ring.ts'
import {type NewPartner, openPartners, type Partners} from '../../../delivery/partners/partners.ts'
import {createUsageCounter, type UsageCounter} from '../../../delivery/partners/usage.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {openReadyStore} from '../../support/ready-database.ts'
import {startLake} from '../../../lake/server.ts'
import type {AccessEntry} from '../../../server/api/api.ts'
import {type Recorder, startRecorder} from '../../../server/changes/recorder.ts'
import {type RunningServer, startServer} from '../../../server/server.ts'
import type {Edition} from '../../../server/site/edition.ts'
import {Newsroom} from '../../../server/site/newsroom.ts'

export const EXAMPLE = join(import.meta.dirname, '../../../examples/health.ndjson')
export const TODAY = '2026-11-23'
export const PUBLIC_URL = 'https://api.health.example'

export type Headers = Readonly<Record<string, string>>

export interface ApiUnderTest {
  readonly server: RunningServer
  readonly editor: SanityClient
  readonly store: Store
  readonly partners: Partners
  readonly usage: UsageCounter
  readonly recorder: Recorder
  readonly problems: readonly string[]
  readonly accesses: readonly AccessEntry[]
  edition(): Promise<Edition>
  /** A new partner's key. */
  key(partner?: Partial<NewPartner>): Promise<string>
  /** With the key of a partner that may read everything. */
  get(path: string, headers?: Headers): Promise<Response>
  ask(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

let partnerCount = 0

export const openApiUnderTest = async (dataset = EXAMPLE): Promise<ApiUnderTest> => {
  const data = await mkdtemp(join(tmpdir(), 'throwline-api-'))
  const lake = await startLake({data, dataset, port: 0})
  const project = {projectId: 'local', dataset: 'production', apiHost: lake.url}
  const source = await openLiveSource(project)
  const problems: string[] = []
  const accesses: AccessEntry[] = []
  const onProblem = (problem: string): void => {
    problems.push(problem)
  }
  const onError = (error: unknown): void => {
    problems.push(error instanceof Error ? String(error.stack) : String(error))
  }
  const newsroom = new Newsroom({source, today: TODAY, onProblem})
  const store = await openReadyStore()
  const partners = openPartners(store)
  const usage = createUsageCounter(partners, onError)
  const recorder = startRecorder({store, source, newsroom, onChanges: () => {}, onError})
  await recorder.settled()
  const server = await startServer({
    newsroom,
    port: 0,
    onError,
    api: {
      keys: createKeyRing(partners),
      usage,
      changes: openChangeLog(store),
      origins: async () => new Set((await partners.list()).flatMap(({scope}) => scope.origins)),
      publicUrl: () => PUBLIC_URL,
      ready: async () => {
        await partners.list()
      },
      onAccess: (entry) => accesses.push(entry),
      onProblem,
    },
  })
  const key = async (partner: Partial<NewPartner> = {}): Promise<string> => {
    partnerCount += 1
    const made = await partners.add({name: `Partner ${partnerCount}`, perMinute: 1e6, ...partner})
    return made.key
  }
  const everything = await key()
  const ask: ApiUnderTest['ask'] = (path, init = {}) =>
    fetch(`${server.url}${path}`, {redirect: 'manual', ...init})
  return {
    server,
    editor: createClient({
      ...project,
      apiVersion: '2025-02-19',
      useCdn: false,
      useProjectHostname: false,
      token: 'editor',
    }),
    store,
    partners,
    usage,
    recorder,
    problems,
    accesses,
    edition: () => newsroom.edition(),
    key,
    ask,
    get: (path, headers = {}) =>
      ask(path, {headers: {authorization: `Bearer ${everything}`, ...headers}}),
    close: async () => {
      await server.close()
      await usage.close()
      await recorder.close()
      await source.close()
      await store.close()
      await lake.close()
      await rm(data, {recursive: true, force: true})
    },
  }
}
