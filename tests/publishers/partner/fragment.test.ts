import {parseFragment} from 'parse5'
import sanitizeHtml from 'sanitize-html'
import {describe, expect, it} from 'vitest'
import type {PortableNode} from '../../../content/model.ts'
import {articleFragment, noticeFragment} from '../../../publishers/partner/fragment.ts'
import * as model from '../../support/model.ts'
import {richPublication} from './rich.ts'

/** What a careful partner lets in. */
const POLICY: sanitizeHtml.IOptions = {
  allowedTags: [
    'bdi',
    'article section aside div figure figcaption h1 h2 h3 h4 p ul ol li blockquote table caption',
    'thead tbody tr th td a strong em sub sup span br img',
  ].flatMap((tags) => tags.split(' ')),
  allowedAttributes: {
    '*': ['lang', 'dir', 'role', 'aria-label'],
    a: ['href'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
    th: ['scope'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel', 'sms'],
  allowProtocolRelative: false,
}

/** Two spellings of the same tree come out the same. */
const spelled = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowedSchemes: ['https', 'http', 'mailto', 'tel', 'sms', 'javascript', 'data'],
    allowVulnerableTags: true,
  })

const sanitised = (html: string): string => sanitizeHtml(html, POLICY)

const HREF = /(?:href|src)="([^"]*)"/g
const addresses = (html: string): readonly string[] =>
  [...html.matchAll(HREF)].map(([, address]) => address ?? '')

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}</style><!--`

describe('the html for partners', () => {
  it('loses nothing to a sanitiser', () => {
    const html = articleFragment(richPublication())
    expect(sanitised(html)).toBe(spelled(html))
    expect(html).not.toMatch(/\s(?:class|id|style|on\w+)=/)
  })

  it('has a sanitiser for its judge that does take things out', () => {
    for (const planted of [
      '<p class="x">a</p>',
      '<p id="x">a</p>',
      '<p style="display:none">a</p>',
      '<script>1</script>',
      '<a href="javascript:alert(1)">a</a>',
      '<img src="data:image/png;base64,AAAA">',
      '<iframe src="https://a.example"></iframe>',
    ]) {
      const html = articleFragment(richPublication()) + planted
      expect([planted, sanitised(html) === spelled(html)]).toEqual([planted, false])
    }
  })

  it('holds absolute addresses alone', () => {
    const found = addresses(articleFragment(richPublication()))
    expect(found).toContain('https://health.example/sleep/')
    expect(found).toContain('https://health.example/assets/abc.png')
    expect(found).toContain('https://cdn.example/hero.png')
    expect(found).toContain('tel:988')
    expect(found).toContain('sms:988')
    for (const address of found) expect(address).toMatch(/^(?:https|tel|sms|mailto):/)
  })

  it('carries hostile words as words', () => {
    const body: readonly PortableNode[] = [
      model.block(HOSTILE),
      {_type: 'table', _key: 't', header: true, caption: HOSTILE, rows: [{cells: [HOSTILE]}]},
      {
        _type: 'figure',
        _key: 'f',
        image: {url: 'assets/a.png', alt: ''},
        alt: HOSTILE,
        caption: HOSTILE,
      },
    ]
    const html = articleFragment(
      richPublication({
        title: HOSTILE,
        summary: HOSTILE,
        keyPoints: [HOSTILE],
        opening: body,
        sections: [model.section(HOSTILE, body)],
        warnings: [model.warning({title: HOSTILE, body})],
        corrections: [{date: '2026-04-01', note: HOSTILE}],
        authors: [{id: 'c', revision: 'r1', kind: 'person', name: HOSTILE, bio: []}],
        references: [{number: 1, source: model.source({title: HOSTILE})}],
      }),
    )
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img src=x')
    expect(sanitised(html)).toBe(spelled(html))
  })

  it('is in order: notice, title, text, references, corrections', () => {
    const html = articleFragment(richPublication())
    const order = [
      '<aside role="note"',
      '<h1>',
      '<h2>Key points',
      '<h2>All of it',
      '<h2>References',
      '<h2>Corrections',
    ]
    const places = order.map((start) => html.indexOf(start))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('leaves out the headings of what is not there', () => {
    const html = articleFragment(model.publication({keyPoints: [], opening: []}))
    expect(html).not.toMatch(/Key points|References|Corrections|<figure/)
    expect(html).toContain('<h2>What it is')
  })

  it('is one element with its language and direction, well nested', () => {
    const html = articleFragment(richPublication({language: 'ar'}))
    const {childNodes} = parseFragment(html)
    expect(childNodes).toHaveLength(1)
    expect(html).toMatch(/^<article lang="ar" dir="rtl">/)
    expect(html).toContain('<aside role="note" aria-label=')
    const errors: string[] = []
    parseFragment(html, {onParseError: ({code}) => errors.push(code)})
    expect(errors).toEqual([])
  })

  it('holds the notice by itself', () => {
    const {notice} = richPublication()
    const html = noticeFragment(notice)
    expect(html).toMatch(/^<aside [^]*<\/aside>$/)
    expect(articleFragment(richPublication())).toContain(html)
  })

  it('takes a body of 5,000 blocks and one of 2 MB', () => {
    const many = Array.from({length: 5000}, (_, n) => model.block(`Paragraph ${n}`))
    const long = [model.block('word '.repeat(400_000))]
    const html = articleFragment(
      model.publication({opening: many, sections: [model.section('x', long)]}),
    )
    expect(html.length).toBeGreaterThan(2_000_000)
    expect(html).toContain('Paragraph 4999')
  })
})
