import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {isObject, type JsonObject} from '../../content/json-object.ts'
import {type Lake, startLake} from '../../lake/server.ts'
import {API_VERSION} from '../../schemas/rules/dataset.ts'
import {runCheck} from '../../studio/guard/run-check.ts'
import {Newsroom} from '../../studio/newsroom/newsroom.ts'
import {preview} from '../../studio/newsroom/preview.ts'
import {PaperStore} from '../../studio/store/paper-store.ts'
import {TODAY} from './support/example.ts'

describe('the papers of a session, from a lake', () => {
  let lake: Lake
  let client: SanityClient
  const folder = mkdtempSync(join(tmpdir(), 'throwline-papers-'))

  beforeAll(async () => {
    const dataset = join(import.meta.dirname, '../../examples/health.ndjson')
    lake = await startLake({data: folder, dataset})
    client = createClient({
      projectId: lake.projectId,
      dataset: lake.datasetName,
      apiVersion: API_VERSION,
      apiHost: lake.url,
      useProjectHostname: false,
      useCdn: false,
    })
  })

  afterAll(async () => {
    await lake.close()
    rmSync(folder, {recursive: true, force: true})
  })

  const storeOf = (perspective: 'drafts' | 'published') =>
    new PaperStore(client.withConfig({perspective}))

  const stored = async (id: string): Promise<JsonObject> => {
    const document: unknown = await client.getDocument(id)
    if (isObject(document)) return document
    throw new RangeError(`No document ${id}`)
  }

  /** Listens, and waits until the first documents are there. */
  const listening = async (store: PaperStore) => {
    const stop = store.subscribe(() => {})
    await expect.poll(() => store.snapshot().ready).toBe(true)
    return stop
  }

  const titleIn = (store: PaperStore, id: string): unknown =>
    store.snapshot().papers.get(id)?.['title']

  it('brings everything that a preview needs', async () => {
    const store = storeOf('drafts')
    const stop = await listening(store)
    const article = await stored('article-ketamine')
    await store.ensure([article])
    const newsroom = new Newsroom(store.snapshot().papers, {today: TODAY})
    expect(await preview(newsroom, article)).toMatchObject({ok: true})
    stop()
    expect(store.snapshot().papers.size).toBe(0)
  })

  it('hears of a draft where drafts are shown, and not where readers look', async () => {
    const [drafts, published] = [storeOf('drafts'), storeOf('published')]
    const stops = [await listening(drafts), await listening(published)]
    const article = await stored('article-sleep')
    await drafts.ensure([await stored('digest-small-steps')])
    await published.ensure([await stored('digest-small-steps')])
    const before = published.snapshot().changes
    await client.createOrReplace({
      ...article,
      _id: 'drafts.article-sleep',
      _type: 'article',
      title: 'As somebody types',
    })
    await expect.poll(() => titleIn(drafts, 'article-sleep')).toBe('As somebody types')
    expect(titleIn(published, 'article-sleep')).toBe(article['title'])
    expect(published.snapshot().changes).toBe(before)
    await client.delete('drafts.article-sleep')
    await expect.poll(() => titleIn(drafts, 'article-sleep')).toBe(article['title'])
    for (const stop of stops) stop()
  })

  it('finds the articles behind a source, through its section', async () => {
    const section: unknown = await client.fetch(
      '*[_type == "section" && _id in *[_id == "article-ketamine"][0].sections[]._ref && body[].children[].sources[]._ref != null][0]{"source": body[].children[].sources[]._ref}',
    )
    const sources: unknown = isObject(section) ? section['source'] : []
    const [source = ''] = Array.isArray(sources) ? sources.filter(Boolean).map(String) : []
    expect(source).not.toBe('')
    expect(await storeOf('published').reaching(source)).toContain('article-ketamine')
  })

  it('refuses to publish what stops an article, and lets the rest pass', async () => {
    const notice = await stored('crisisNotice-US-en')
    const options = {today: TODAY}
    const fine = await runCheck(
      client,
      {...notice, _id: `drafts.${String(notice['_id'])}`},
      options,
    )
    expect(fine.findings.filter(({level}) => level === 'error')).toEqual([])
    const empty = await runCheck(client, {...notice, helplines: [], topicHelplines: []}, options)
    expect(empty.findings).toMatchObject([
      {level: 'error', problem: {documentId: 'crisisNotice-US-en', path: 'helplines'}},
    ])
    expect(empty.typeOf('crisisNotice-US-en')).toBe('crisisNotice')
  })

  it('says why nothing can be fetched', async () => {
    const store = new PaperStore(client.withConfig({apiHost: 'http://127.0.0.1:9', maxRetries: 0}))
    await expect(store.load()).rejects.toThrow(/ECONNREFUSED|fetch|connect/i)
    expect(store.snapshot().error).toBeInstanceOf(Error)
  })
})
