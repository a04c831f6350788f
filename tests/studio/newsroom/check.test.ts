import {describe, expect, it} from 'vitest'
import type {JsonObject} from '../../../content/json-object.ts'
import {audiencesFor} from '../../../studio/newsroom/audiences.ts'
import {check, checkReach} from '../../../studio/newsroom/check.ts'
import {changed, exampleNewsroom, examplePapers, TODAY} from '../support/example.ts'

const papers = examplePapers()
const NOTICE = 'crisisNotice-US-en'

const reach = (document: JsonObject, reached: readonly string[] = []) =>
  checkReach({papers, document, reached, today: TODAY})

const refsOf = (document: JsonObject, field: string): readonly string[] => {
  const items = document[field]
  return Array.isArray(items) ? items.map((item: {readonly _ref: string}) => item._ref) : []
}

describe('whom a document is for', () => {
  it('is the site’s own country, and each with a notice in the language', () => {
    const desk = exampleNewsroom(papers).desk()
    if (!desk.ok) throw new Error('The example has a site.')
    const english = audiencesFor(desk.value, 'en').map(({country}) => country)
    expect(english).toEqual(['US', 'AU', 'CA', 'GB', 'IE', 'IN', 'NZ'])
    expect(audiencesFor(desk.value, 'es-MX').map(({country}) => country)).toEqual(['US', 'ES'])
    expect(audiencesFor(desk.value, 'pt')).toEqual([{country: 'US', language: 'pt'}])
  })
})

describe('before an article is published', () => {
  it('finds nothing in the examples', async () => {
    const newsroom = exampleNewsroom(papers)
    for (const id of newsroom.ids('article')) {
      const errors = (
        await check(
          newsroom,
          changed(papers, id, (each) => each),
        )
      ).filter(({level}) => level === 'error')
      expect({id, errors}).toEqual({id, errors: []})
    }
  })

  it('names the field that is missing, once for all audiences', async () => {
    const draft = changed(papers, 'article-ketamine', () => ({
      _id: 'drafts.article-ketamine',
      summary: '',
    }))
    expect(await check(exampleNewsroom(papers), draft)).toMatchObject([
      {level: 'error', problem: {documentId: 'article-ketamine', path: 'summary'}},
    ])
  })

  it('refuses an article in a language that has no notice in the site’s own country', async () => {
    const draft = changed(papers, 'article-ketamine', () => ({language: 'fr'}))
    expect(await check(exampleNewsroom(papers), draft)).toContainEqual(
      expect.objectContaining({
        level: 'error',
        problem: expect.objectContaining({
          documentId: 'crisisNotice-US-fr',
          code: 'NOTICE_MISSING',
        }),
        audiences: [{country: 'US', language: 'fr'}],
      }),
    )
  })

  it('warns of a review that is overdue', async () => {
    const draft = changed(papers, 'article-ketamine', () => ({
      lastReviewed: '2025-01-01',
      nextReview: '2026-01-01',
    }))
    expect(await check(exampleNewsroom(papers), draft)).toMatchObject([
      {level: 'warning', problem: {path: 'nextReview', code: 'REVIEW_OVERDUE'}},
    ])
  })
})

describe('before something that others show is published', () => {
  it('lets the notices of the examples through', async () => {
    expect(await reach(changed(papers, NOTICE, (each) => each))).toEqual([])
  })

  it('refuses a notice without its last helpline, and names the field', async () => {
    const draft = changed(papers, NOTICE, () => ({_id: `drafts.${NOTICE}`, helplines: []}))
    expect(await reach(draft)).toMatchObject([
      {level: 'error', problem: {documentId: NOTICE, path: 'helplines', code: 'MISSING'}},
    ])
  })

  it('refuses to retire a line that a notice still shows', async () => {
    const [line = ''] = refsOf(
      changed(papers, NOTICE, (each) => each),
      'helplines',
    )
    const retired = changed(papers, line, () => ({retiredAt: '2026-11-01'}))
    const found = await reach(retired)
    expect(found).toContainEqual(
      expect.objectContaining({
        level: 'error',
        refuses: NOTICE,
        problem: expect.objectContaining({code: 'HELPLINE_RETIRED'}),
      }),
    )
    expect(await reach(changed(papers, line, (each) => each))).toEqual([])
  })

  it('refuses a section that would stop its article, and names both', async () => {
    const article = changed(papers, 'article-ketamine', (each) => each)
    const [first = '', second = ''] = refsOf(article, 'sections')
    const other = changed(papers, second, (each) => each)
    const draft = changed(papers, first, () => ({anchor: other['anchor']}))
    const found = await reach(draft, ['article-ketamine', 'article-sleep'])
    expect(found).toMatchObject([{level: 'error', refuses: 'article-ketamine'}])
    expect(
      await reach(
        changed(papers, first, (each) => each),
        ['article-ketamine'],
      ),
    ).toEqual([])
  })
})
