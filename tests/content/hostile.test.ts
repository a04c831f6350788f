/** Documents that may not be published, a row each: what is wrong, and the problem that names it. */
import {describe, expect, it} from 'vitest'
import {PROBLEM_CODES} from '../../content/problem-codes.ts'
import {LONGEST_TEXT} from '../../content/parse/portable-text.ts'
import type {Problem} from '../../errors.ts'
import {
  article,
  block,
  cited,
  dataset,
  digest,
  helpline,
  linked,
  ndjson,
  notice,
  type RawDocument,
  reference,
  section,
  site,
  source,
  TODAY,
  warning,
} from './documents.ts'
import {brief, contentOf, contentOfText, problemsOf} from './temporary.ts'

type Row = readonly [what: string, documents: readonly RawDocument[], expected: string]

const body = (...nodes: readonly unknown[]): readonly RawDocument[] => [section({body: nodes})]

const spanWith = (text: string): readonly RawDocument[] => body(block(text))

const ARTICLE: readonly Row[] = [
  ['no title', [article({title: undefined})], 'article-a title MISSING'],
  ['an empty title', [article({title: ' \u200b\u200b\u200b\u200b '})], 'article-a title MISSING'],
  ['a long title', [article({title: 'x'.repeat(111)})], 'article-a title TOO_LONG'],
  ['a title of two lines', [article({title: 'a\r\nBcc: b'})], 'article-a title NOT_ONE_LINE'],
  ['an override in a title', [article({title: 'a\u202eb\u202c'})], 'article-a title BIDI_CONTROL'],
  ['an isolate left open', [article({title: 'a\u2067b'})], 'article-a title BIDI_UNCLOSED'],
  ['half a character', [article({title: 'a\ud83d'})], 'article-a title BROKEN_CHARACTER'],
  ['a number for a title', [article({title: 7})], 'article-a title WRONG_TYPE'],
  ['no slug', [article({slug: undefined})], 'article-a slug MISSING'],
  ['an empty slug', [article({slug: {}})], 'article-a slug.current MISSING'],
  ['a path as a slug', [article({slug: {current: '../x'}})], 'article-a slug.current INVALID_SLUG'],
  [
    'a hidden slug',
    [article({slug: {current: 'a\u200bb'}})],
    'article-a slug.current HIDDEN_CHARACTER',
  ],
  ["the site's own slug", [article({slug: {current: 'help'}})], 'article-a slug RESERVED_SLUG'],
  ['a language that is none', [article({language: 'e n'})], 'article-a language HIDDEN_CHARACTER'],
  [
    'an underscored language',
    [article({language: 'en_US'})],
    'article-a language INVALID_LANGUAGE',
  ],
  ['a long summary', [article({summary: 'x'.repeat(301)})], 'article-a summary TOO_LONG'],
  ['an SMS summary in 16 bits', [article({smsSummary: 'it’s'})], 'article-a smsSummary NOT_GSM7'],
  [
    'an SMS summary too long',
    [article({smsSummary: '{'.repeat(46)})],
    'article-a smsSummary TOO_LONG',
  ],
  ['no topics', [article({topics: []})], 'article-a topics MISSING'],
  ['an unknown topic', [article({topics: ['mood']})], 'article-a topics[0] UNKNOWN_VALUE'],
  ['no authors', [article({authors: []})], 'article-a authors MISSING'],
  [
    'a day that is none',
    [article({lastReviewed: '2026-02-30'})],
    'article-a lastReviewed INVALID_DATE',
  ],
  [
    'a time without a zone',
    [article({publishedAt: '2026-11-01T08:00:00'})],
    'article-a publishedAt INVALID_DATE',
  ],
  [
    'a next review before the last',
    [article({lastReviewed: '2026-11-01', nextReview: '2026-11-01'})],
    'article-a nextReview INVALID_DATE',
  ],
  ['six key points', [article({keyPoints: Array.from('123456')})], 'article-a keyPoints TOO_MANY'],
  ['no sections', [article({sections: []})], 'article-a sections MISSING'],
  [
    'a section twice',
    [article({sections: [reference('section-a'), reference('section-a')]})],
    'article-a sections DUPLICATE_REFERENCE',
  ],
  [
    'two sections with one anchor',
    [
      article({sections: [reference('section-a'), reference('section-b')]}),
      section({_id: 'section-b'}),
    ],
    'article-a sections DUPLICATE_ANCHOR',
  ],
  [
    'a dangling reference',
    [article({sections: [reference('section-x')]})],
    'article-a sections[_key=="to-section-x"] DANGLING_REFERENCE',
  ],
  [
    'a reference to another type',
    [article({sections: [reference('source-a')]})],
    'article-a sections[_key=="to-source-a"] WRONG_REFERENCE_TYPE',
  ],
  [
    'a reference to a draft',
    [article({reviewer: reference('drafts.contributor-team')})],
    'article-a reviewer DRAFT_REFERENCE',
  ],
  [
    'a reference that is text',
    [article({reviewer: 'contributor-team'})],
    'article-a reviewer WRONG_TYPE',
  ],
  [
    'itself among the related',
    [article({relatedArticles: [reference('article-a')]})],
    'article-a relatedArticles REFERENCE_CYCLE',
  ],
  [
    'a retraction without a reason',
    [article({retraction: {date: TODAY}})],
    'article-a retraction.reason MISSING',
  ],
  [
    'an image without its file',
    [article({heroImage: {_sanityAsset: 'image@file://./images/none.png', alt: 'x'}})],
    'article-a heroImage ASSET_MISSING',
  ],
  [
    'an image from elsewhere',
    [article({heroImage: {_sanityAsset: 'image@https://x.example/a.png', alt: 'x'}})],
    'article-a heroImage WRONG_TYPE',
  ],
  [
    'an image out of the folder',
    [article({heroImage: {_sanityAsset: 'image@file://./../a.png', alt: 'x'}})],
    'article-a heroImage ASSET_REFUSED',
  ],
  [
    'an image without alt',
    [article({heroImage: {_sanityAsset: 'image@file://./images/none.png'}})],
    'article-a heroImage.alt MISSING',
  ],
]

const BODY: readonly Row[] = [
  ['a body without a word', spanWith('  '), 'section-a body MISSING'],
  [
    'an unknown block',
    body({_type: 'video', _key: 'v'}),
    'section-a body[_key=="v"] UNKNOWN_BLOCK',
  ],
  ['a block of no type', body(block('a'), {_key: 'n'}), 'section-a body[_key=="n"] WRONG_TYPE'],
  ['a block without a key', body(block('a'), {_type: 'video'}), 'section-a body[1] UNKNOWN_BLOCK'],
  [
    'a block named like an object',
    body({_type: 'constructor', _key: 'v'}),
    'section-a body[_key=="v"] UNKNOWN_BLOCK',
  ],
  [
    'an unknown style',
    body(block('a', {style: 'h1'})),
    'section-a body[_key=="b1"].style UNKNOWN_STYLE',
  ],
  [
    'an unknown list',
    body(block('a', {listItem: 'tick'})),
    'section-a body[_key=="b1"].listItem UNKNOWN_LIST',
  ],
  [
    '10,000 list levels',
    body(block('a', {listItem: 'bullet', level: 10_000})),
    'section-a body[_key=="b1"].level LIST_TOO_DEEP',
  ],
  [
    'a level of a half',
    body(block('a', {listItem: 'bullet', level: 1.5})),
    'section-a body[_key=="b1"].level WRONG_TYPE',
  ],
  [
    'an unknown mark',
    body(block('', {children: [{_type: 'span', _key: 's', text: 'a', marks: ['blink']}]})),
    'section-a body[_key=="b1"].children[_key=="s"].marks[0] UNKNOWN_MARK',
  ],
  [
    'an unknown annotation',
    body(block('a', {markDefs: [{_type: 'comment', _key: 'm'}]})),
    'section-a body[_key=="b1"].markDefs[_key=="m"] UNKNOWN_MARK',
  ],
  [
    'an unknown inline object',
    body(block('a', {children: [{_type: 'emoji', _key: 'e'}]})),
    'section-a body[_key=="b1"].children[_key=="e"] UNKNOWN_BLOCK',
  ],
  ['a block key twice', body(block('a'), block('b')), 'section-a body DUPLICATE_KEY'],
  ['an override left open', spanWith('a\u202eb'), 'section-a body[_key=="b1"] BIDI_UNCLOSED'],
  [
    'text that is a number',
    body(block('', {children: [{_type: 'span', _key: 's', text: 7}]})),
    'section-a body[_key=="b1"].children[_key=="s"].text WRONG_TYPE',
  ],
  ['2 MB in one section', spanWith('word '.repeat(400_000)), 'section-a body SECTION_TOO_LONG'],
  [
    'a citation of nothing',
    body(block('', {children: [{_type: 'citation', _key: 'c', sources: []}]})),
    'section-a body[_key=="b1"].children[_key=="c"].sources MISSING',
  ],
  [
    'a citation of nobody',
    body(cited('a', 'source-x')),
    'section-a body[_key=="cites-source-x"].children[_key=="c1"].sources[_key=="to-source-x"] DANGLING_REFERENCE',
  ],
  [
    'a call-out inside a call-out',
    [
      ...body({_type: 'warningRef', _key: 'w', warning: reference('warning-a')}),
      warning({body: [{_type: 'warningRef', _key: 'w', warning: reference('warning-a')}]}),
    ],
    'warning-a body[_key=="w"] REFERENCE_CYCLE',
  ],
  [
    'a figure without alt',
    body({_type: 'figure', _key: 'f', image: {}}),
    'section-a body[_key=="f"].alt MISSING',
  ],
  [
    'a table without rows',
    body({_type: 'table', _key: 't', rows: []}),
    'section-a body[_key=="t"].rows MISSING',
  ],
  [
    'a line break in a cell',
    body({_type: 'table', _key: 't', rows: [{_key: 'r', cells: ['a\nb']}]}),
    'section-a body[_key=="t"].rows[_key=="r"].cells[0] NOT_ONE_LINE',
  ],
  [
    'a retired line',
    [
      ...body({_type: 'helplineRef', _key: 'h', helpline: reference('helpline-us-988')}),
      helpline({retiredAt: '2022-07-16', replacedBy: reference('helpline-new')}),
      helpline({_id: 'helpline-new'}),
    ],
    'section-a body[_key=="h"].helpline HELPLINE_RETIRED',
  ],
  [
    'a line nobody verified',
    [
      ...body({_type: 'helplineRef', _key: 'h', helpline: reference('helpline-us-988')}),
      helpline({verifiedAt: '2025-11-01'}),
    ],
    'section-a body[_key=="h"].helpline HELPLINE_EXPIRED',
  ],
]

const LINKS: readonly Row[] = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  'page.html',
  '#top',
  '/\\evil.example',
  'https:\\\\evil.example',
  'ftp://x.example',
].map((href) => [
  `a link to ${href}`,
  body(linked(href)),
  'section-a body[_key=="b1"].markDefs[_key=="l1"].href LINK_REFUSED',
])

const BAD_LINKS: readonly Row[] = [
  ['java\nscript:alert(1)', 'HIDDEN_CHARACTER'],
  ['https://x.example/\u202e', 'HIDDEN_CHARACTER'],
  ['https://bank.example@evil.example', 'INVALID_URL'],
  ['https://', 'LINK_REFUSED'],
  ['tel:call-me', 'INVALID_URL'],
  ['mailto:a@b.example?subject=x%0D%0ABcc:c@d.example', 'INVALID_URL'],
  ['sms:', 'INVALID_URL'],
].map(([href, code]) => [
  `a link to ${JSON.stringify(href)}`,
  body(linked(href ?? '')),
  `section-a body[_key=="b1"].markDefs[_key=="l1"].href ${code}`,
])

const SOURCES: readonly Row[] = [
  ['an unknown kind', [source({kind: 'blog'})], 'source-a kind UNKNOWN_VALUE'],
  ['a source nobody finds', [source({year: undefined})], 'source-a  SOURCE_UNFINDABLE'],
  [
    'a book by nobody',
    [source({kind: 'book', containerTitle: undefined})],
    'source-a  SOURCE_UNFINDABLE',
  ],
  [
    'a DOI with its address',
    [source({doi: 'https://doi.org/10.1/x'})],
    'source-a doi INVALID_FORMAT',
  ],
  ['an address without s', [source({url: 'http://x.example'})], 'source-a url INVALID_URL'],
  [
    'an author without a name',
    [source({authors: [{given: 'J'}]})],
    'source-a authors[0].family MISSING',
  ],
  ['a year in words', [source({year: '2020'})], 'source-a year WRONG_TYPE'],
]

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

/** Every problem is of a listed code, and its message ends as a sentence that says what to do. */
const expectMended = (problems: readonly Problem[]): void => {
  for (const {code, message} of problems) {
    expect(Object.keys(PROBLEM_CODES)).toContain(code)
    expect(message).toMatch(/[.;:] .+\.$/s)
  }
}

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

const LISTED: readonly (readonly [
  what: string,
  list: 'notices' | 'helplines' | 'digests' | 'summaries',
  documents: readonly RawDocument[],
  expected: string,
])[] = [
  [
    'a line with no channel',
    'helplines',
    [helpline({phone: undefined, sms: undefined, chatUrl: undefined})],
    'helpline-us-988  HELPLINE_UNREACHABLE',
  ],
  [
    'a number that is none',
    'helplines',
    [helpline({phone: {display: '988', dial: 'nine'}})],
    'helpline-us-988 phone.dial INVALID_NUMBER',
  ],
  [
    'a number with spaces',
    'helplines',
    [helpline({phone: {display: '116 123', dial: '116 123'}})],
    'helpline-us-988 phone.dial HIDDEN_CHARACTER',
  ],
  [
    'a hidden digit',
    'helplines',
    [helpline({phone: {display: '988', dial: '98\u200b8'}})],
    'helpline-us-988 phone.dial HIDDEN_CHARACTER',
  ],
  [
    'a number of 16 digits',
    'helplines',
    [helpline({sms: {number: '+1234567890123456'}})],
    'helpline-us-988 sms.number INVALID_NUMBER',
  ],
  [
    'a short code of 7 digits',
    'helplines',
    [helpline({sms: {number: '1234567'}})],
    'helpline-us-988 sms.number INVALID_NUMBER',
  ],
  [
    'another number shown than dialled',
    'helplines',
    [helpline({phone: {display: '998', dial: '988'}})],
    'helpline-us-988 phone.display DISPLAY_MISMATCH',
  ],
  [
    'a chat without s',
    'helplines',
    [helpline({chatUrl: 'http://x.example'})],
    'helpline-us-988 chatUrl INVALID_URL',
  ],
  [
    'a country that is none',
    'helplines',
    [helpline({country: 'UK'})],
    'helpline-us-988 country INVALID_COUNTRY',
  ],
  [
    'a country in small letters',
    'helplines',
    [helpline({country: 'us'})],
    'helpline-us-988 country INVALID_COUNTRY',
  ],
  [
    'hours of no zone',
    'helplines',
    [
      helpline({
        hours: {timeZone: 'Mars/Base', spans: [{days: ['mon'], opens: '09:00', closes: '17:00'}]},
      }),
    ],
    'helpline-us-988 hours.timeZone INVALID_TIME_ZONE',
  ],
  [
    'hours of 25 o’clock',
    'helplines',
    [
      helpline({
        hours: {
          timeZone: 'Europe/London',
          spans: [{days: ['mon'], opens: '09:00', closes: '25:00'}],
        },
      }),
    ],
    'helpline-us-988 hours.spans[0].closes INVALID_FORMAT',
  ],
  [
    'a line paired with itself',
    'helplines',
    [helpline({pairedWith: reference('helpline-us-988')})],
    'helpline-us-988 pairedWith REFERENCE_CYCLE',
  ],
  [
    'a line paired with nobody',
    'helplines',
    [helpline({pairedWith: reference('helpline-x')})],
    'helpline-us-988 pairedWith DANGLING_REFERENCE',
  ],
  [
    'lines that replace each other',
    'helplines',
    [
      helpline({replacedBy: reference('helpline-b')}),
      helpline({_id: 'helpline-b', replacedBy: reference('helpline-us-988')}),
    ],
    'helpline-b replacedBy REFERENCE_CYCLE',
  ],
  [
    'a notice with another id',
    'notices',
    [notice({_id: 'crisisNotice-us'})],
    'crisisNotice-us _id ID_MISMATCH',
  ],
  [
    'a notice too long for SMS',
    'notices',
    [notice({smsText: `988 ${'x'.repeat(52)}`})],
    'crisisNotice-US-en smsText TOO_LONG',
  ],
  [
    'an Arabic notice too long for SMS',
    'notices',
    [notice({smsText: `988 ${'م'.repeat(37)}`})],
    'crisisNotice-US-en smsText TOO_LONG',
  ],
  [
    'a notice of no line',
    'notices',
    [notice({helplines: []})],
    'crisisNotice-US-en helplines MISSING',
  ],
  ['a long lead', 'notices', [notice({lead: 'x'.repeat(201)})], 'crisisNotice-US-en lead TOO_LONG'],
  [
    'a subject of 300 characters',
    'digests',
    [digest({subject: 'x'.repeat(300)})],
    'digest-a subject TOO_LONG',
  ],
  [
    'a header in a subject',
    'digests',
    [digest({subject: 'a\r\nBcc: everyone@x.example'})],
    'digest-a subject NOT_ONE_LINE',
  ],
  [
    'an override in a subject',
    'digests',
    [digest({subject: 'a\u202eb\u202c'})],
    'digest-a subject BIDI_CONTROL',
  ],
  [
    'eleven articles',
    'digests',
    [digest({articles: Array.from({length: 11}, () => reference('article-a'))})],
    'digest-a articles TOO_MANY',
  ],
  [
    'an article that is none',
    'digests',
    [digest({articles: [reference('section-a')]})],
    'digest-a articles[_key=="to-section-a"] WRONG_REFERENCE_TYPE',
  ],
  [
    'a citation in an introduction',
    'digests',
    [digest({intro: [cited('a', 'source-a')]})],
    'digest-a intro[_key=="cites-source-a"].children[_key=="c1"] CITATION_MISPLACED',
  ],
  [
    'an unknown channel',
    'digests',
    [digest({channels: ['fax']})],
    'digest-a channels[0] UNKNOWN_VALUE',
  ],
  [
    'two articles with one slug',
    'summaries',
    [article({_id: 'article-b'})],
    'article-b slug DUPLICATE_SLUG',
  ],
  [
    'two digests with one slug',
    'digests',
    [digest({_id: 'digest-b'})],
    'digest-a slug DUPLICATE_SLUG',
  ],
  [
    'a draft',
    'summaries',
    [article({_id: 'drafts.article-a'})],
    'drafts.article-a _id DRAFT_DOCUMENT',
  ],
  [
    'a draft of a section',
    'summaries',
    [section({_id: 'drafts.section-a'})],
    'drafts.section-a _id DRAFT_DOCUMENT',
  ],
  ['a draft of a line', 'helplines', [helpline({_id: 'drafts.h'})], 'drafts.h _id DRAFT_DOCUMENT'],
  [
    'a document of a release',
    'digests',
    [digest({_id: 'versions.r1.digest-a'})],
    'versions.r1.digest-a _id VERSION_DOCUMENT',
  ],
]

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

const SITES: readonly (readonly [string, RawDocument, string])[] = [
  ['a path in its address', site({url: 'https://health.example/blog'}), 'site url INVALID_URL'],
  ['no https', site({url: 'http://health.example'}), 'site url INVALID_URL'],
  ['a long SMS name', site({smsName: 'Lantern Health'}), 'site smsName TOO_LONG'],
  ['no postal address', site({postalAddress: undefined}), 'site postalAddress MISSING'],
  [
    'a sender with a line break',
    site({mailFrom: {name: 'a\nb', address: 'a@b.example'}}),
    'site mailFrom.name NOT_ONE_LINE',
  ],
  [
    'an address that is none',
    site({mailFrom: {name: 'a', address: 'a@b'}}),
    'site mailFrom.address INVALID_EMAIL',
  ],
  ['a list id in brackets', site({listId: '<a.example>'}), 'site listId INVALID_FORMAT'],
]

describe('a site', () => {
  it.each(SITES)('is refused for %s', async (_what, document, expected) => {
    const content = await contentOf(dataset(document))
    expect(brief(await problemsOf(content.site()))).toContain(expected)
  })

  it('is missed by name', async () => {
    const content = await contentOf([article()])
    expect(brief(await problemsOf(content.site()))).toEqual(['site  MISSING'])
  })
})

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
