/**
 * The example newsroom with the real API, log and database, on a port that it keeps when it is killed
 * and starts again. Its documents change when a test says so, and whether the server hears of it is
 * the test's choice too.
 */
import type {LiveSource} from '../../content/live/live-source.ts'
import {openChangeLog} from '../../delivery/changes/log.ts'
import {createKeyRing} from '../../delivery/partners/key-ring.ts'
import type {Scope} from '../../delivery/partners/partner.ts'
import {openPartners} from '../../delivery/partners/partners.ts'
import {openReadyStore} from '../support/ready-database.ts'
import {articleJson} from '../../publishers/partner/article-json.ts'
import {noticeJson} from '../../publishers/partner/json.ts'
import {type Recorder, startRecorder} from '../../server/changes/recorder.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {isRefusal} from '../../server/site/edition.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {ChangingSource} from '../server/changing-source.ts'
import {TODAY} from '../server/newsroom-under-test.ts'

export interface Standing {
  /** Of articles that may be handed out, the JSON by id. */
  readonly articles: ReadonlyMap<string, unknown>
  /** Ids of those that are held back. */
  readonly heldBack: ReadonlySet<string>
  /** What an article of these topics carries now; undefined for none. */
  notice(language: string, topics: readonly string[]): unknown
}

export interface RealNewsroom {
  readonly url: string
  readonly key: string
  readonly source: ChangingSource
  /** Another partner's. */
  keyFor(scope: Partial<Scope>): Promise<string>
  /** What became of these documents comes to the server's ears. */
  tell(...ids: readonly string[]): void
  /** YYYY-MM-DD: the day goes by for the server, and nothing is told. */
  passTo(day: string): void
  /** Everything that was told is in the log. */
  settled(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  /** Made without the API. */
  standing(country: string): Promise<Standing>
  close(): Promise<void>
}

class ToldSource implements LiveSource {
  readonly name = 'the example'
  readonly #source: ChangingSource
  #listeners: ((ids: readonly string[]) => void)[] = []

  constructor(source: ChangingSource) {
    this.#source = source
  }

  now() {
    return this.#source.now()
  }

  onChange(listener: (ids: readonly string[]) => void): void {
    this.#listeners.push(listener)
  }

  tell(...ids: readonly string[]): void {
    for (const listener of this.#listeners) listener(ids)
  }

  async refresh(): Promise<void> {
    this.tell()
  }

  async touch(ids: readonly string[]): Promise<void> {
    this.tell(...ids)
  }

  async close(): Promise<void> {
    this.#listeners = []
  }
}

interface Running {
  readonly source: ToldSource
  readonly newsroom: Newsroom
  readonly recorder: Recorder
  readonly server: RunningServer
}

export const openRealNewsroom = async (): Promise<RealNewsroom> => {
  const source = await ChangingSource.open()
  const store = await openReadyStore()
  const partners = openPartners(store)
  const {key} = await partners.add({name: 'Mirror', perMinute: 1e6})
  let scoped = 0
  let today = TODAY
  const errors: unknown[] = []
  const onError = (error: unknown): void => {
    errors.push(error)
  }

  const newsroomOf = (from: LiveSource): Newsroom =>
    new Newsroom({
      source: from,
      get today() {
        return today
      },
      onProblem: () => {},
    })

  const run = async (port: number): Promise<Running> => {
    const told = new ToldSource(source)
    const newsroom = newsroomOf(told)
    const recorder = startRecorder({store, source: told, newsroom, onChanges: () => {}, onError})
    await recorder.settled()
    const server = await startServer({
      newsroom,
      port,
      onError,
      api: {
        keys: createKeyRing(partners),
        usage: {add: () => {}, saw: () => {}},
        changes: openChangeLog(store),
        origins: async () => new Set(),
        publicUrl: () => 'https://api.health.example',
        ready: async () => {},
        onProblem: () => {},
      },
    })
    return {source: told, newsroom, recorder, server}
  }

  const end = async ({source: told, recorder, server}: Running): Promise<void> => {
    await server.close()
    await recorder.close()
    await told.close()
  }

  let running: Running | undefined = await run(0)
  const {url} = running.server
  const port = Number(new URL(url).port)

  const standing = async (country: string): Promise<Standing> => {
    const edition = await newsroomOf(new ToldSource(source)).edition()
    const articles = new Map<string, unknown>()
    const heldBack = new Set(edition.unreadable.keys())
    for (const {id, retraction} of edition.summaries) {
      if (retraction !== undefined) continue
      try {
        const publication = await edition.publication(id, country)
        if (publication === undefined) continue
        articles.set(id, JSON.parse(JSON.stringify(articleJson(publication))))
      } catch (error) {
        if (!isRefusal(error)) throw error
        heldBack.add(id)
      }
    }
    const notice = (language: string, topics: readonly string[]): unknown => {
      try {
        return JSON.parse(JSON.stringify(noticeJson(edition.notice({country, language}, topics))))
      } catch (error) {
        if (!isRefusal(error)) throw error
        return undefined
      }
    }
    return {articles, heldBack, notice}
  }

  return {
    url,
    key,
    source,
    keyFor: async (scope) => {
      const partner = await partners.add({name: `Scoped ${++scoped}`, perMinute: 1e6, ...scope})
      return partner.key
    },
    tell: (...ids) => running?.source.tell(...ids),
    passTo: (day) => {
      today = day
    },
    settled: async () => {
      await running?.recorder.settled()
      if (errors.length > 0) throw errors[0]
    },
    stop: async () => {
      if (running !== undefined) await end(running)
      running = undefined
    },
    start: async () => {
      running ??= await run(port)
    },
    standing,
    close: async () => {
      if (running !== undefined) await end(running)
      await store.close()
    },
  }
}
