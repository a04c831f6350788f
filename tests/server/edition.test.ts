import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {JsonObject} from '../../content/json-object.ts'
import {Edition} from '../../server/site/edition.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {ChangingSource} from './changing-source.ts'
import {TODAY} from './newsroom-under-test.ts'

const LISTS = ['index.html', 'help/index.html', 'feed.xml', 'feed.json', 'sitemap.xml']

/** Every page and list, or why there is none. */
const everything = async (edition: Edition): Promise<ReadonlyMap<string, string>> => {
  const paths = [
    ...edition.summaries.map(({slug, language}) =>
      language === edition.site.defaultLanguage
        ? `${slug}/index.html`
        : `${language}/${slug}/index.html`,
    ),
    ...LISTS,
  ]
  const pages = new Map<string, string>()
  for (const path of paths) {
    const found = await edition.find(`web/${path}`)
    pages.set(
      path,
      found.kind === 'page'
        ? found.output.output.text
        : found.kind === 'refused'
          ? `refused: ${found.error.message}`
          : 'absent',
    )
  }
  return pages
}

type Edit = (document: JsonObject) => JsonObject | undefined

/** What editors do to documents, by name. */
const EDITS: Readonly<Record<string, Edit>> = {
  'another title': (document) => ({...document, title: `${String(document['title'])} II`}),
  'another heading': (document) => ({...document, heading: 'Another heading'}),
  'another name': (document) => ({...document, name: 'Another name'}),
  'another number': (document) => ({...document, phone: {display: '0123', dial: '0123'}}),
  'another lead': (document) => ({...document, lead: 'Somebody is there for you, now.'}),
  'another slug': (document) => ({...document, slug: {_type: 'slug', current: 'elsewhere'}}),
  retracted: (document) => ({
    ...document,
    retraction: {date: '2026-11-20', reason: 'A study was withdrawn.'},
  }),
  broken: (document) => ({...document, title: 7, name: 7, heading: 7}),
  'retired line': (document) => ({...document, retiredAt: '2026-11-01'}),
  gone: () => undefined,
}

const TYPES = ['article', 'section', 'source', 'contributor', 'helpline', 'crisisNotice', 'warning']

describe('the next edition', () => {
  it('is what one that is opened anew would be, whatever has changed', async () => {
    const source = await ChangingSource.open()
    const ids = [...source.ids(...TYPES), 'site']
    const step = fc.record({
      id: fc.constantFrom(...ids),
      edit: fc.option(fc.constantFrom(...Object.keys(EDITS)), {nil: undefined}),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 4}), async (steps) => {
        for (const id of ids) source.restore(id)
        let edition = await Edition.open(source.now(), TODAY)
        await everything(edition)
        for (const {id, edit} of steps) {
          // without a site there is no edition
          if (id === 'site' && (edit === 'gone' || edit === 'broken')) continue
          const change = edit === undefined ? undefined : EDITS[edit]
          if (change === undefined) source.restore(id)
          else await source.change(id, change)
          edition = await edition.next(source.now(), new Set([id]))
          const anew = await everything(await Edition.open(source.now(), TODAY))
          expect(await everything(edition)).toEqual(anew)
        }
      }),
      {numRuns: 25},
    )
  })

  it('keeps the very publications that a change does not touch', async () => {
    const source = await ChangingSource.open()
    const before = await Edition.open(source.now(), TODAY)
    const publications = (edition: Edition) =>
      Promise.all(before.summaries.map(({id}) => edition.publication(id, 'US')))
    const old = await publications(before)
    const section = old[0]?.article.sections[0]?.id ?? ''
    await source.change(section, (document) => ({...document, heading: 'Another heading'}))
    const next = await before.next(source.now(), new Set([section]))
    const now = await publications(next)
    const made = now.filter((publication, index) => publication !== old[index])
    const users = old.filter((each) => each?.article.sections.some(({id}) => id === section))
    expect(made).toHaveLength(users.length)
    expect(made.every((each) => each?.article.sections[0]?.heading === 'Another heading')).toBe(
      true,
    )
    expect(users.length).toBeLessThan(old.length)
  })

  it('shows what was wrong if nobody told it what has changed', async () => {
    const source = await ChangingSource.open()
    const before = await Edition.open(source.now(), TODAY)
    await everything(before)
    await source.change('helpline-us-988', (document) => ({
      ...document,
      phone: {display: '989', dial: '989'},
    }))
    const untold = await before.next(source.now(), new Set())
    expect(await everything(untold)).not.toEqual(
      await everything(await Edition.open(source.now(), TODAY)),
    )
  })
})

describe('the newsroom', () => {
  it('gives an edition with every change that was told before it was asked', async () => {
    const source = await ChangingSource.open()
    let tell: (ids: readonly string[]) => void = () => {}
    const newsroom = new Newsroom({
      source: {
        name: 'the example',
        now: () => source.now(),
        onChange: (listener) => {
          tell = listener
        },
        refresh: async () => {},
        touch: async () => {},
        close: async () => {},
      },
      today: TODAY,
      onProblem: () => {},
    })
    for (let change = 0; change < 5; change += 1) {
      // this one begins to open without the change
      const early = newsroom.edition()
      await Promise.resolve()
      await source.change('article-sleep', (each) => ({...each, title: `Title ${change}`}))
      tell(['article-sleep'])
      const {summaries} = await newsroom.edition()
      expect(summaries.find(({id}) => id === 'article-sleep')?.title).toBe(`Title ${change}`)
      await early
    }
  })
})

describe('an article that was retracted and cannot be read any more', () => {
  it('still says that it was retracted, with the notice', async () => {
    const source = await ChangingSource.open()
    await source.change('article-ketamine', (each) => ({
      ...each,
      authors: [{_type: 'reference', _ref: 'contributor-nobody'}],
      retraction: {date: '2026-11-20', reason: 'A study was withdrawn.'},
    }))
    const edition = await Edition.open(source.now(), TODAY)
    const found = await edition.find('web/ketamine/index.html')
    const text = found.kind === 'page' ? found.output.output.text : found.kind
    expect(text).toContain('A study was withdrawn.')
    expect(text).toContain('href="tel:988"')
    expect((await edition.publication('article-ketamine', 'GB'))?.notice.audience.country).toBe(
      'GB',
    )
  })
})
