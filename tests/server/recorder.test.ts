import {afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished} from 'vitest'
import type {LiveSource} from '../../content/live/live-source.ts'
import {type Change, openChangeLog} from '../../delivery/changes/log.ts'
import type {Store} from '../../delivery/store/store.ts'
import {type Recorder, startRecorder} from '../../server/changes/recorder.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {type DatabaseForTests, DATABASES} from '../delivery/support/databases.ts'
import {ChangingSource} from './changing-source.ts'
import {TODAY} from './newsroom-under-test.ts'

/** The source as a server sees it: told of changes, or not. */
class ToldSource implements LiveSource {
  readonly name = 'the example'
  readonly #source: ChangingSource
  readonly #listeners: ((ids: readonly string[]) => void)[] = []

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

  async close(): Promise<void> {}
}

describe.each(DATABASES)('the log of changes: %s', (_name, startDatabase) => {
  let database: DatabaseForTests
  let store: Store
  let source: ChangingSource
  let told: ToldSource
  let heard: Change[]
  let today: string

  const start = (): Recorder => {
    told = new ToldSource(source)
    const newsroom = new Newsroom({
      source: told,
      get today() {
        return today
      },
      onProblem: () => {},
    })
    const recorder = startRecorder({
      store,
      source: told,
      newsroom,
      onChanges: (changes) => heard.push(...changes),
      onError: (error) => {
        throw error
      },
    })
    onTestFinished(() => recorder.close())
    return recorder
  }

  const kinds = (): readonly string[] =>
    heard.map(({kind, documentId}) => `${kind} ${documentId}`).toSorted()

  beforeAll(async () => {
    database = await startDatabase()
  })

  afterAll(() => database.stop())

  beforeEach(async () => {
    const opened = await database.open()
    store = opened
    source = await ChangingSource.open()
    heard = []
    today = TODAY
    return () => opened.close()
  })

  it('begins with every article, and says nothing when nothing is new', async () => {
    await start().settled()
    expect(heard.length).toBe(source.ids('article').length)
    expect(new Set(heard.map(({kind}) => kind))).toEqual(new Set(['published', 'retracted']))
    heard = []
    await start().settled()
    expect(heard).toEqual([])
  })

  it('names what a change of any document did to articles', async () => {
    const recorder = start()
    await recorder.settled()
    heard = []
    const edition = source.ids('article')
    const [id = ''] = edition
    const at = async (
      change: string,
      edit: Parameters<ChangingSource['change']>[1],
      documentId = id,
    ) => {
      heard = []
      await source.change(documentId, edit)
      told.tell(documentId)
      await recorder.settled()
      return [change, ...kinds()]
    }
    expect(await at('key points', (each) => ({...each, keyPoints: ['Another point']}))).toEqual([
      'key points',
      `updated ${id}`,
    ])
    const correction = {
      _key: 'x',
      _type: 'correction',
      date: '2026-11-22',
      note: 'A dose was wrong.',
    }
    const corrected = await at('corrected', (each) => ({...each, corrections: [correction]}))
    expect(corrected).toEqual(['corrected', `corrected ${id}`])
    // what cannot be read is what it was
    expect(await at('broken', (each) => ({...each, keyPoints: 7}))).toEqual(['broken'])
    const mended = await at('mended', (each) => ({...each, keyPoints: ['Whole again']}))
    expect(mended).toEqual(['mended', `updated ${id}`])
    const retraction = {date: '2026-11-22', reason: 'A study was withdrawn.'}
    // articles that link to it drop the link, so they are updated
    expect(await at('retracted', (each) => ({...each, retraction}))).toContain(`retracted ${id}`)
  })

  it('finds the articles that a shared document is in, and the helpline itself', async () => {
    const recorder = start()
    await recorder.settled()
    heard = []
    await source.change('helpline-us-988', (each) => ({...each, _rev: 'next', name: '988 Line'}))
    told.tell('helpline-us-988')
    await recorder.settled()
    expect(kinds()).toContain('helplineChanged helpline-us-988')
    // not every article names the line in its own text
    expect(heard.length).toBeLessThan(source.ids('article').length)
  })

  it('tells of a notice that ends with a day, once, and of its coming back', async () => {
    const recorder = start()
    await source.change('helpline-us-crisis-text-line', (each) => ({
      ...each,
      retiredAt: '2026-12-01',
    }))
    told.tell('helpline-us-crisis-text-line')
    await recorder.settled()
    const on = async (day: string): Promise<readonly string[]> => {
      heard = []
      today = day
      await told.refresh()
      await recorder.settled()
      return kinds()
    }
    const both = ['noticeChanged crisisNotice-US-en', 'noticeChanged crisisNotice-US-es']
    expect(await on('2026-11-30')).toEqual([])
    expect(await on('2026-12-01')).toEqual(both)
    expect(await on('2026-12-02')).toEqual([])
    heard = []
    source.restore('helpline-us-crisis-text-line')
    told.tell('helpline-us-crisis-text-line')
    await recorder.settled()
    expect(kinds()).toEqual(expect.arrayContaining(both))
  })

  it('logs a removal, with the address that is gone', async () => {
    const recorder = start()
    await recorder.settled()
    heard = []
    await source.change('article-health-news', () => undefined)
    told.tell('article-health-news')
    await recorder.settled()
    const removed = heard.filter(({kind}) => kind === 'removed')
    expect(removed.map(({documentId, slug}) => [documentId, slug])).toEqual([
      ['article-health-news', 'health-news'],
    ])
  })

  it('finds on its own what nobody told of', async () => {
    const recorder = start()
    await recorder.settled()
    heard = []
    const [id = ''] = source.ids('article')
    await source.change(id, (each) => ({...each, keyPoints: ['Untold']}))
    await told.refresh()
    await recorder.settled()
    expect(kinds()).toEqual([`updated ${id}`])
  })

  it('logs once what two servers see', async () => {
    const recorders = [start()]
    const first = told
    recorders.push(start())
    await Promise.all(recorders.map((each) => each.settled()))
    const log = openChangeLog(store)
    expect((await log.since(0, 1000)).changes).toHaveLength(source.ids('article').length)
    const [id = ''] = source.ids('article')
    await source.change(id, (each) => ({...each, keyPoints: ['Seen twice']}))
    first.tell(id)
    told.tell(id)
    await Promise.all(recorders.map((each) => each.settled()))
    const {changes, isAll} = await log.since((await log.latest()) - 1, 10)
    expect([changes.map(({kind}) => kind), isAll]).toEqual([['updated'], true])
    const page = await log.since(0, 3)
    expect([page.changes.length, page.isAll, page.cursor]).toEqual([
      3,
      false,
      page.changes.at(-1)?.cursor,
    ])
  })
})
