/** Publications that use every part of the model, by name: what each publisher must cope with. */
import type {Article, PortableNode, TextBlock} from '../../content/model.ts'
import {Publication} from '../../crisis-notice/policy.ts'
import * as make from '../support/model.ts'

export const ORIGIN = make.site().url
export const book = make.noticeBook()

const span = (text: string, marks: readonly string[] = []): TextBlock['children'][number] => ({
  _type: 'span',
  _key: `s-${text.length}-${marks.join('-')}`,
  text,
  marks,
})

const cite = (...sources: readonly string[]): TextBlock['children'][number] => ({
  _type: 'citation',
  _key: `c-${sources.join('-')}`,
  sources,
})

const item = (text: string, listItem: 'bullet' | 'number', level: number): TextBlock =>
  make.block(text, {listItem, level})

/** One of each block, style, list, mark and inline object, and each kind of link. */
export const everyNode: readonly PortableNode[] = [
  make.block('', {
    _key: 'marked',
    markDefs: [
      {_type: 'link', _key: 'web', href: 'https://other.example/?a=1&b=2'},
      {_type: 'link', _key: 'mail', href: 'mailto:help@health.example'},
      {_type: 'link', _key: 'call', href: 'tel:+18006624357'},
      {_type: 'link', _key: 'text', href: 'sms:988?body=HELLO'},
      {_type: 'link', _key: 'page', href: '/sleep/#naps'},
    ],
    children: [
      span('Plain, '),
      span('strong', ['strong']),
      span(' and '),
      span('both', ['strong', 'em']),
      span(', H'),
      span('2', ['sub']),
      span('O and x'),
      span('2', ['sup']),
      cite('source-a', 'source-c', 'source-d'),
      span('. Read '),
      span('this', ['web']),
      span(', '),
      span('write', ['mail']),
      span(', '),
      span('call', ['call']),
      span(', '),
      span('text', ['text']),
      span(' or '),
      span('sleep', ['page', 'em']),
      cite('source-b'),
      span('; and\na second line.'),
    ],
  }),
  make.block('A heading', {style: 'h3'}),
  make.block('A smaller heading', {style: 'h4'}),
  make.block('Somebody said this.', {style: 'blockquote'}),
  item('One', 'bullet', 1),
  item('One a', 'number', 2),
  item('One a deeper', 'bullet', 3),
  item('Two', 'bullet', 1),
  item('First', 'number', 1),
  {
    _type: 'figure',
    _key: 'figure',
    image: {url: 'assets/0a1b.png', alt: 'A path', width: 640, height: 360},
    alt: 'A path through a wood',
    caption: 'The path & the wood',
  },
  {
    _type: 'table',
    _key: 'table',
    header: true,
    caption: 'Doses',
    rows: [{cells: ['Age', 'Dose']}, {cells: ['< 12', '5 mg']}, {cells: ['12 +', '10 mg']}],
  },
  {_type: 'table', _key: 'bare', header: false, rows: [{cells: ['a', 'b']}]},
  {_type: 'helplineRef', _key: 'line', helpline: make.helpline()},
  {
    _type: 'warningRef',
    _key: 'warning',
    warning: make.warning({
      id: 'warning-b',
      severity: 'caution',
      title: 'Not with alcohol',
      body: [make.block('', {children: [span('It adds up'), cite('source-d'), span('.')]})],
    }),
  },
]

const sources = ['a', 'b', 'c', 'd'].map((letter) =>
  make.source({
    id: `source-${letter}`,
    title: `Trial ${letter.toUpperCase()}`,
    doi: `10.1/${letter}`,
  }),
)

/** Numbered as `everyNode` cites them: a, c, d, then b. */
const references = ['source-a', 'source-c', 'source-d', 'source-b'].flatMap((id, index) => {
  const source = sources.find((each) => each.id === id)
  return source === undefined ? [] : [{number: index + 1, source}]
})

export const richArticle = (over: Partial<Article> = {}): Article =>
  make.article({
    id: 'article-rich',
    slug: 'rich',
    title: 'Everything in one article',
    topics: ['substance-use', 'sleep'],
    heroImage: {url: 'assets/ffee.png', alt: 'A lamp', width: 1200, height: 675},
    reviewer: {
      id: 'contributor-board',
      revision: 'r1',
      kind: 'person',
      name: 'Ada Example',
      credentials: 'MD',
      role: 'Psychiatrist',
      bio: [],
    },
    updatedAt: '2026-04-01T09:00:00Z',
    opening: everyNode,
    warnings: [make.warning()],
    corrections: [{date: '2026-04-01', note: 'The dose was wrong.'}],
    relatedArticles: [
      {
        id: 'article-sleep',
        slug: 'sleep',
        language: 'en',
        title: 'Sleep',
        summary: 'How to sleep.',
      },
    ],
    references,
    ...over,
  })

/** What breaks careless code: markup, quotes, patterns of replace(), scripts, emoji, long words. */
export const HOSTILE = `</script><!--<script>alert("1")</script> & 'q' $& \u2066אב\u2069 👩‍👩‍👧 ${'x'.repeat(60)}`

const hostile = make.article({
  id: 'article-hostile',
  slug: 'hostile',
  title: HOSTILE,
  summary: HOSTILE,
  keyPoints: [HOSTILE],
  opening: [make.block(HOSTILE)],
  sections: [
    make.section(HOSTILE, [make.block(`${HOSTILE} ${'word '.repeat(50)}`)], {anchor: 'h'}),
  ],
  warnings: [make.warning({title: HOSTILE, body: [make.block(HOSTILE)]})],
  corrections: [{date: '2026-04-01', note: HOSTILE}],
})

const arabic = make.article({
  id: 'article-ar',
  slug: 'mood',
  language: 'ar',
  title: 'عندما يطول الحزن',
  summary: 'علامات الاكتئاب وكيف تطلب المساعدة.',
  keyPoints: ['الاكتئاب مرض.'],
  opening: [make.block('الحزن شعور طبيعي.')],
  sections: [make.section('ما هو', [make.block('قد يطول أسابيع.')], {anchor: 'what'})],
})

const publish = (article: Article): Publication =>
  Publication.create({
    site: make.site(),
    book,
    article,
    country: 'US',
    translations: [
      {
        id: 'article-es',
        slug: article.slug,
        language: 'es',
        title: 'En español',
        summary: 'Lo mismo.',
      },
    ],
  })

/** By name. */
export const publications: Readonly<Record<string, Publication>> = {
  'a plain crisis article': publish(make.article()),
  'an article that is no crisis': publish(make.article({topics: ['sleep']})),
  'an article with everything': publish(richArticle()),
  'an article of hostile text': publish(hostile),
  'an article from right to left': publish(arabic),
  'a retracted article': publish(
    make.article({retraction: {date: '2026-05-01', reason: 'The trial was made up.'}}),
  ),
  'an article with a hosted image': publish(
    make.article({heroImage: {url: 'https://cdn.sanity.io/images/p/d/i.png', alt: 'A lamp'}}),
  ),
}
