import {describe, expect, it} from 'vitest'
import {dataset, article, helpline} from '../documents.ts'
import {brief, contentOf, problemsOf} from '../temporary.ts'
import {LISTED} from './list-rows.ts'
import {expectMended} from './mended.ts'

describe('a list', () => {
  it.each(LISTED)('names %s', async (_what, list, documents, expected) => {
    const content = await contentOf(dataset(...documents))
    const {items, problems} = await content[list]()
    expect(brief(problems)).toContain(expected)
    expectMended(problems)
    const bad = new Set(problems.map(({documentId}) => documentId))
    expect(items.filter(({id}) => bad.has(id))).toEqual([])
  })

  it('loses nothing to a broken neighbour', async () => {
    const content = await contentOf(
      dataset(article({_id: 'article-b', title: ''}), helpline({_id: 'helpline-b', name: ''})),
    )
    expect((await content.summaries()).items.map(({id}) => id)).toEqual(['article-a'])
    expect((await content.helplines()).items.map(({id}) => id)).toEqual(['helpline-us-988'])
    expect((await content.notices()).problems).toEqual([])
  })

  it('leaves out both of two documents with one slug, and none in another language', async () => {
    const content = await contentOf(
      dataset(article({_id: 'article-b'}), article({_id: 'article-es', language: 'es'})),
    )
    expect((await content.summaries()).items.map(({id}) => id)).toEqual(['article-es'])
  })

  it('lets a slug be called as a language that no article is in', async () => {
    const content = await contentOf(
      dataset(article({_id: 'article-sad', slug: {current: 'sad'}, language: 'es'})),
    )
    const {items, problems} = await content.summaries()
    expect(items.map(({slug}) => slug)).toContain('sad')
    expect(problems).toEqual([])
  })

  it('gives neither of two documents with one id', async () => {
    const content = await contentOf([...dataset(), article({title: 'Another'})])
    const {items, problems} = await content.summaries()
    expect(items).toEqual([])
    expect(brief(problems)).toEqual(['article-a _id DUPLICATE_ID'])
    expect(brief(await problemsOf(content.article('article-a')))).toEqual([
      'article-a _id DUPLICATE_ID',
    ])
  })
})
