import {describe, expect, it} from 'vitest'
import {LONGEST_TEXT} from '../../../content/parse/portable-text.ts'
import {MOST_PIECES} from '../../../content/parse/text-block.ts'
import {dataset, article, block, ndjson, type RawDocument, section} from '../documents.ts'
import {brief, contentOf, contentOfText, problemsOf} from '../temporary.ts'
import {expectMended} from './mended.ts'
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

  const strong = (index: number, ...more: readonly string[]) => ({
    _type: 'span',
    _key: `s${index}`,
    text: 'x',
    marks: ['strong', ...more],
  })

  it('in splinters under one mark are put together', async () => {
    const children = Array.from({length: 20_000}, (_, index) => strong(index))
    const content = await contentOf(dataset(...body(block('', {children}))))
    const [paragraph] = (await content.article('article-a')).sections[0]?.body ?? []
    expect(paragraph).toMatchObject({
      children: [{_key: 's0', text: 'x'.repeat(20_000), marks: ['strong']}],
    })
  })

  it('in too many differently marked pieces are refused, with the mend', async () => {
    const pieces = (count: number) =>
      Array.from({length: count}, (_, index) => strong(index, ...(index % 2 === 0 ? ['em'] : [])))
    const most = await contentOf(dataset(...body(block('', {children: pieces(MOST_PIECES)}))))
    expect(await problemsOf(most.article('article-a'))).toEqual([])
    const more = await contentOf(dataset(...body(block('', {children: pieces(MOST_PIECES + 1)}))))
    const problems = await problemsOf(more.article('article-a'))
    expect(brief(problems)).toContain('section-a body[_key=="b1"].children TOO_MANY')
    expectMended(problems)
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
