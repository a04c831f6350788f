import {describe, expect, it} from 'vitest'
import {LONGEST_TEXT} from '../../../content/parse/portable-text.ts'
import {dataset, article, block, ndjson, type RawDocument, section} from '../documents.ts'
import {brief, contentOf, contentOfText, problemsOf} from '../temporary.ts'
import {body, spanWith} from './row.ts'

describe('large documents', () => {
  it('of 5,000 blocks are read', async () => {
    const blocks = Array.from({length: 5000}, (_, index) => block('Words.', {_key: `b${index}`}))
    const content = await contentOf(dataset(...body(...blocks)))
    expect((await content.article('article-a')).sections[0]?.body).toHaveLength(5000)
  })

  it('just within the limit are read', async () => {
    const content = await contentOf(dataset(...spanWith('x'.repeat(LONGEST_TEXT))))
    expect(await problemsOf(content.article('article-a'))).toEqual([])
  })

  it('nested without end do not exhaust the stack', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const lines = (document: RawDocument): string =>
      ndjson(dataset(document)).replace('"DEEP"', deep)
    const beside = await contentOfText(lines(article({_rev: undefined, unknown: 'DEEP'})))
    expect((await beside.article('article-a')).revision).toMatch(/^x/)
    const inside = await contentOfText(lines(section({body: [block('a', {children: ['DEEP']})]})))
    expect(brief(await problemsOf(inside.article('article-a')))).toContain(
      'section-a body[_key=="b1"].children[0] UNKNOWN_BLOCK',
    )
  })
})
