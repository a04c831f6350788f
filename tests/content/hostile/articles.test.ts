/** Articles that may not be published, a row each: what is wrong, and the problem that names it. */
import {describe, expect, it} from 'vitest'
import {dataset, article, cited, linked, section, source} from '../documents.ts'
import {brief, contentOf, problemsOf} from '../temporary.ts'
import {ARTICLE} from './article-rows.ts'
import {BODY} from './body-rows.ts'
import {BAD_LINKS, LINKS} from './link-rows.ts'
import {expectMended} from './mended.ts'
import type {Row} from './row.ts'
import {SOURCES} from './source-rows.ts'

describe('an article that may not be published', () => {
  const cites = section({body: [cited('a', 'source-a')]})

  const rows: readonly Row[] = [
    ...ARTICLE,
    ...BODY,
    ...LINKS,
    ...BAD_LINKS,
    ...SOURCES.map(([what, documents, expected]): Row => [what, [cites, ...documents], expected]),
  ]

  it.each(rows)('for %s', async (_what, documents, expected) => {
    const content = await contentOf(dataset(...documents))
    const problems = await problemsOf(content.article('article-a'))
    expect(brief(problems)).toContain(expected)
    expectMended(problems)
  })

  it('is published when nothing is wrong', async () => {
    const content = await contentOf(dataset(cites))
    expect(await problemsOf(content.article('article-a'))).toEqual([])
  })
})

describe('all problems of an article', () => {
  it('are reported together, those of its sections and sources too', async () => {
    const content = await contentOf(
      dataset(
        article({title: '', summary: 'x'.repeat(400)}),
        section({heading: 'a\nb', body: [cited('a', 'source-a'), linked('javascript:x')]}),
        source({kind: 'blog', title: ''}),
      ),
    )
    expect(brief(await problemsOf(content.article('article-a'))).toSorted()).toEqual([
      'article-a sections[_key=="to-section-a"] REFERENCE_INVALID',
      'article-a summary TOO_LONG',
      'article-a title MISSING',
      'section-a body[_key=="b1"].markDefs[_key=="l1"].href LINK_REFUSED',
      'section-a body[_key=="cites-source-a"].children[_key=="c1"].sources[_key=="to-source-a"] REFERENCE_INVALID',
      'section-a heading NOT_ONE_LINE',
      'source-a kind UNKNOWN_VALUE',
      'source-a title MISSING',
    ])
  })
})
