/** Whatever the product can show, the example shows somewhere, in prose. */
import {describe, expect, it} from 'vitest'
import {TOPICS} from '../../content/topics.ts'
import {
  blocksOf,
  child,
  citationsOf,
  documents,
  every,
  followed,
  get,
  type JsonObject,
  numbered,
  objects,
  ofType,
  string,
  strings,
} from './dataset.ts'

const articles = ofType('article')
const blocks = articles.flatMap(blocksOf)
const items = blocks.filter((block) => 'listItem' in block)
const marks = blocks.flatMap((block) =>
  objects(block['children']).flatMap((span) => strings(span['marks'])),
)
const hrefs = blocks.flatMap((block) =>
  objects(block['markDefs']).map((link) => string(link['href'])),
)
const has = (type: string, test: (document: JsonObject) => boolean): boolean =>
  ofType(type).some(test)

/** Whether an item of one kind at one level is followed by an item of another kind a level deeper. */
const nests = (outer: string, inner: string, level: number): boolean =>
  blocks.some((block, index) => {
    const next = blocks[index + 1]
    return (
      block['listItem'] === outer &&
      block['level'] === level &&
      next?.['listItem'] === inner &&
      next['level'] === level + 1
    )
  })

/** An article's citations as the numbers a reader sees. */
const numbersIn = (id: string): readonly string[] => {
  const article = get(id)
  const order = numbered(article)
  return citationsOf(article).map((ids) =>
    ids
      .map((source) => order.indexOf(source) + 1)
      .sort((a, b) => a - b)
      .join(','),
  )
}

const FEATURES: readonly (readonly [string, () => boolean])[] = [
  ['style h3', () => blocks.some((block) => block['style'] === 'h3')],
  ['style h4', () => blocks.some((block) => block['style'] === 'h4')],
  ['style blockquote', () => blocks.some((block) => block['style'] === 'blockquote')],
  ['strong', () => marks.includes('strong')],
  ['em', () => marks.includes('em')],
  ['sub', () => marks.includes('sub')],
  ['sup', () => marks.includes('sup')],
  ['link https:', () => hrefs.some((href) => href.startsWith('https:'))],
  ['link mailto:', () => hrefs.some((href) => href.startsWith('mailto:'))],
  ['link tel:', () => hrefs.some((href) => href.startsWith('tel:'))],
  ['link sms:', () => hrefs.some((href) => href.startsWith('sms:'))],
  ['link to a path', () => hrefs.some((href) => href.startsWith('/'))],
  ['bullets', () => items.some((item) => item['listItem'] === 'bullet')],
  ['numbers', () => items.some((item) => item['listItem'] === 'number')],
  ['bullets in numbers', () => nests('number', 'bullet', 1)],
  ['bullets in bullets', () => nests('bullet', 'bullet', 1)],
  ['numbers in bullets', () => nests('bullet', 'number', 2)],
  ['three levels of bullets', () => nests('bullet', 'bullet', 2)],
  ['figure with a caption', () => blocks.some((b) => b['_type'] === 'figure' && 'caption' in b)],
  ['table with a header', () => blocks.some((b) => b['_type'] === 'table' && b['header'] === true)],
  ['table without', () => blocks.some((b) => b['_type'] === 'table' && b['header'] === false)],
  ['helplineRef', () => blocks.some((block) => block['_type'] === 'helplineRef')],
  ['warningRef, info', () => severities.has('info')],
  ['warningRef, caution', () => severities.has('caution')],
  ['warningRef, danger', () => severities.has('danger')],
  ['warnings of an article', () => has('article', (article) => 'warnings' in article)],
  ['one source', () => numbersIn('article-ketamine').includes('1')],
  ['two sources at once', () => numbersIn('article-ketamine').includes('14,15')],
  ['a gap and a run, 1,3-5', () => numbersIn('article-sleep').includes('1,3,4,5')],
  [
    'a source cited again',
    () => numbersIn('article-ketamine').filter((n) => n === '10').length === 2,
  ],
  ['a citation inside a list', () => items.some((item) => every(item, 'citation').length > 0)],
  ['journal article', () => has('source', (source) => source['kind'] === 'journalArticle')],
  ['book', () => has('source', (source) => source['kind'] === 'book')],
  ['report', () => has('source', (source) => source['kind'] === 'report')],
  ['web page, accessed', () => has('source', (s) => s['kind'] === 'webPage' && 'accessedAt' in s)],
  ['data set', () => has('source', (source) => source['kind'] === 'dataset')],
  ['retracted source', () => has('source', (source) => 'retraction' in source)],
  ['source with a pmid', () => has('source', (source) => 'pmid' in source)],
  ['more than six authors', () => has('source', (s) => objects(s['authors']).length > 6)],
  ['exactly six authors', () => has('source', (s) => objects(s['authors']).length === 6)],
  [
    'two organizations',
    () =>
      has('source', (s) => objects(s['authors']).filter((a) => 'organization' in a).length === 2),
  ],
  ['article number', () => has('source', (source) => 'articleNumber' in source)],
  [
    'source without year or address',
    () => has('source', (s) => !('year' in s || 'url' in s || 'doi' in s)),
  ],
  ['retracted article', () => has('article', (article) => 'retraction' in article)],
  ['corrected article', () => has('article', (article) => 'corrections' in article)],
  ['article without a hero', () => has('article', (article) => !('heroImage' in article))],
  ['article with a hero', () => has('article', (article) => 'heroImage' in article)],
  ['right-to-left article', () => has('article', (article) => article['language'] === 'ar')],
  ['a translation', () => translations.includes('sleep') && translations.includes('panic-attacks')],
  ['a section that articles share', () => sharers('section-when-to-get-help-now') >= 3],
  ['a warning that articles share a source with', () => sharers('source-cheng-2018') >= 2],
  [
    'digest by mail and text',
    () => ofType('digest').every((d) => strings(d['channels']).length === 2),
  ],
  ['digest in Spanish', () => has('digest', (digest) => digest['language'] === 'es')],
  ['helplines in a pair', () => has('helpline', (line) => 'pairedWith' in line)],
  [
    'helpline with a keyword',
    () => has('helpline', (l) => 'sms' in l && 'keyword' in child(l, 'sms')),
  ],
  ['helpline with no phone', () => has('helpline', (line) => !('phone' in line))],
]

const severities = new Set(
  blocks
    .filter((block) => block['_type'] === 'warningRef')
    .map((block) => string(followed(child(block, 'warning'))['severity'])),
)

const slugs = articles.map((article) => string(child(article, 'slug')['current']))
const translations = slugs.filter((slug, index) => slugs.indexOf(slug) !== index)

const sharers = (id: string): number =>
  documents.filter((document) => every(document, 'reference').some((ref) => ref['_ref'] === id))
    .length

describe('the example uses', () => {
  it.each(FEATURES)('%s', (_name, used) => {
    expect(used()).toBe(true)
  })

  it.each(TOPICS)('topic %s', (topic) => {
    expect(articles.filter((article) => strings(article['topics']).includes(topic))).not.toEqual([])
  })

  it('nothing that it does not use: the checks can fail', () => {
    expect(nests('number', 'number', 1)).toBe(false)
    expect(severities.has('none')).toBe(false)
    expect(hrefs.some((href) => href.startsWith('javascript:'))).toBe(false)
    expect(numbersIn('article-ketamine').includes('1,2')).toBe(false)
    expect(sharers('section-none')).toBe(0)
  })
})
