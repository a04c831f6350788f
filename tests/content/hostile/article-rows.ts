/** Fields of an article that may not be published. */
import {article, reference, section, TODAY} from '../documents.ts'
import {type Row} from './row.ts'

export const ARTICLE: readonly Row[] = [
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
  [
    'a slug of a service',
    [article({slug: {current: 'unsubscribe'}})],
    'article-a slug RESERVED_SLUG',
  ],
  [
    'a folder for a language',
    [article({language: 'assets'})],
    'article-a language INVALID_LANGUAGE',
  ],
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
