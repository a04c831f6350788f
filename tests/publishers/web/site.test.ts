import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import type {ArticleSummary} from '../../../content/model.ts'
import {noticeText} from '../../../crisis-notice/lines.ts'
import {Publication, SitePublication} from '../../../crisis-notice/policy.ts'
import {sitemaps} from '../../../publishers/web/sitemap.ts'
import {webPublisher} from '../../../publishers/web/web-publisher.ts'
import {escapeXml} from '../../../publishers/web/xml.ts'
import * as make from '../../support/model.ts'
import {book, HOSTILE, publications, richArticle} from '../publications.ts'
import {page, type Page, textOf} from './dom.ts'

const summaries: readonly ArticleSummary[] = [
  make.summaryOf(make.article()),
  make.summaryOf(
    make.article({id: 'article-sleep', slug: 'sleep', title: 'Sleep', topics: ['sleep']}),
  ),
  make.summaryOf(
    make.article({id: 'article-ar', slug: 'low-mood', language: 'ar', title: 'عندما يطول الحزن'}),
  ),
]

const hostile = publications['an article of hostile text']
const rich = Publication.create({
  site: make.site(),
  book,
  article: richArticle(),
  country: 'US',
  translations: [],
})
const latest = [rich, ...(hostile === undefined ? [] : [hostile])]

const publication = (over: Partial<{latest: readonly Publication[]}> = {}): SitePublication =>
  SitePublication.create({
    site: make.site(),
    book,
    country: 'US',
    entries: summaries.map((article) => ({
      article,
      notice: book.notice({country: 'US', language: article.language}, article.topics),
    })),
    latest,
    helplines: make.helplines(),
    tombstones: [],
    ...over,
  })

const file = (path: string, of = publication()): string => {
  const found = [...webPublisher.site(of)].find((output) => output.path === path)
  if (found === undefined) throw new RangeError(path)
  return found.text
}

const elementsOf = (xml: string): readonly {name: string; text: string}[] => {
  const elements: {name: string; text: string}[] = []
  const open: {name: string; text: string}[] = []
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name}) => {
    const element = {name, text: ''}
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return elements
}

describe('the index', () => {
  const found = (): Page => page(file('web/index.html'))

  it('lists every article under each of its topics, and no empty topic', () => {
    const sections = found()
      .all('.text section')
      .map(({attribs}) => attribs['id'])
    expect(sections).toEqual(['depression', 'sleep'])
    expect(found().all('#depression .cards a').map(textOf)).toEqual([
      'When low mood will not lift',
      'عندما يطول الحزن',
    ])
  })

  it('says in which language an article is', () => {
    const foreign = found().one('.cards li[lang=ar]')
    expect(foreign.attribs['dir']).toBe('rtl')
    expect(textOf(found().one('.cards li[lang=ar] .language'))).toBe('العربية')
    expect(found().one('.cards li[lang=ar] a').attribs['href']).toBe('./ar/low-mood/index.html')
  })

  it('of a long topic shows every title, and the summaries of the newest', () => {
    const many = Array.from({length: 20}, (_each, index) =>
      make.summaryOf(make.article({id: `article-${index}`, slug: `article-${index}`})),
    )
    const long = SitePublication.create({
      site: make.site(),
      book,
      country: 'US',
      entries: many.map((article) => ({
        article,
        notice: book.notice({country: 'US', language: 'en'}, article.topics),
      })),
      latest: [],
      helplines: [],
      tombstones: [],
    })
    const index = page(file('web/index.html', long))
    expect(index.all('.cards a')).toHaveLength(20)
    expect(index.all('.cards p')).toHaveLength(12)
  })

  it('is a page without articles, too', () => {
    const empty = SitePublication.create({
      site: make.site(),
      book,
      country: 'US',
      entries: [],
      latest: [],
      helplines: [],
      tombstones: [],
    })
    expect(page(file('web/index.html', empty)).all('aside.notice')).toHaveLength(1)
    expect(file('web/feed.xml', empty)).toContain('<updated>1970-01-01T00:00:00Z</updated>')
    expect(JSON.parse(file('web/feed.json', empty))).toMatchObject({items: []})
  })
})

describe('the help page', () => {
  const found = (): Page => page(file('web/help/index.html'))

  it('shows every line by country, the site’s own first', () => {
    expect(found().all('.text h2').map(textOf)).toEqual(['United States', 'United Kingdom'])
    expect(found().all('#us .helpline')).toHaveLength(2)
    expect(
      found()
        .all('#gb .helpline a')
        .map(({attribs}) => attribs['href']),
    ).toContain('tel:116123')
  })

  it('tells the languages and when somebody checked the line', () => {
    expect(textOf(found().one('#us .facts'))).toBe(
      'Speaks English and Spanish · Checked on November 23, 2026',
    )
  })
})

describe('the feeds', () => {
  const whole = latest.map(({notice, article}) => `${noticeText(notice)}\n\n${article.summary}`)

  it('Atom: well-formed, the notice first in content and summary of every entry', () => {
    const elements = elementsOf(file('web/feed.xml'))
    const textsOf = (wanted: string): readonly string[] =>
      elements.filter(({name}) => name === wanted).map(({text}) => text)
    expect(textsOf('id').slice(1)).toEqual([
      'https://health.example/rich/',
      'https://health.example/hostile/',
    ])
    expect(textsOf('title')).toContain(HOSTILE)
    expect(textsOf('summary')).toEqual(whole)
    const contents = textsOf('content')
    expect(contents).toHaveLength(2)
    for (const html of contents) {
      expect(page(html).all('body > *')[0]?.attribs['role']).toBe('note')
      expect(page(html).all('script, [class], [id], [style]')).toEqual([])
    }
  })

  it('JSON Feed: the same', () => {
    const feed: unknown = JSON.parse(file('web/feed.json'))
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://health.example/feed.json',
      items: [
        {
          id: 'https://health.example/rich/',
          url: 'https://health.example/rich/',
          summary: whole[0],
        },
        {id: 'https://health.example/hostile/', title: HOSTILE, summary: whole[1]},
      ],
    })
  })

  it('every address in a content is absolute', () => {
    const [html = ''] = elementsOf(file('web/feed.xml'))
      .filter(({name}) => name === 'content')
      .map(({text}) => text)
    const addresses = page(html)
      .all('[href], [src]')
      .map(({attribs}) => attribs['href'] ?? attribs['src'] ?? '')
    expect(addresses).toContain('https://health.example/sleep/#naps')
    expect(addresses).toContain('https://health.example/assets/0a1b.png')
    expect(addresses.filter((address) => !/^(?:https|tel|sms|mailto):/.test(address))).toEqual([])
  })
})

describe('XML', () => {
  it('leaves out what XML cannot hold, and keeps the rest', () => {
    expect(escapeXml('a\u0000\u0008\ud800\uffff<&"\t\u{1f469}')).toBe('a&lt;&amp;&quot;\t\u{1f469}')
  })

  it('the sitemap is well-formed and lists every page once', () => {
    const urls = elementsOf(file('web/sitemap.xml'))
      .filter(({name}) => name === 'loc')
      .map(({text}) => text)
    expect(urls).toEqual([
      'https://health.example/',
      'https://health.example/help/',
      'https://health.example/low-mood/',
      'https://health.example/sleep/',
      'https://health.example/ar/low-mood/',
    ])
  })

  it('of more pages than the protocol allows for one is an index of several, each page in one', () => {
    const [index, ...files] = sitemaps(publication(), 2)
    const addresses = (xml: string) =>
      elementsOf(xml).flatMap(({name, text}) => (name === 'loc' ? [text] : []))
    expect(index?.name).toBe('sitemap.xml')
    expect(elementsOf(index?.text ?? '')[0]?.name).toBe('sitemapindex')
    expect(addresses(index?.text ?? '')).toEqual(
      files.map(({name}) => `https://health.example/${name}`),
    )
    expect(files.map(({name}) => name)).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'])
    expect(files.map(({text}) => addresses(text))).toEqual([
      ['https://health.example/sleep/', 'https://health.example/ar/low-mood/'],
      ['https://health.example/help/', 'https://health.example/low-mood/'],
      ['https://health.example/'],
    ])
    expect([...sitemaps(publication(), 5)].map(({name}) => name)).toEqual(['sitemap.xml'])
    expect([...sitemaps(publication(), 4)]).toHaveLength(3)
  })
})
