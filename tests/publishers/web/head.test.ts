import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {Publication} from '../../../crisis-notice/policy.ts'
import {jsonLdHtml} from '../../../publishers/web/json-ld.ts'
import {STYLE, STYLE_HASH} from '../../../publishers/web/style.ts'
import {webPublisher} from '../../../publishers/web/web-publisher.ts'
import * as make from '../../support/model.ts'
import {book, HOSTILE, publications, richArticle} from '../publications.ts'
import {page, type Page, textOf} from './dom.ts'

const pageOf = (publication: Publication): Page => {
  const [output] = webPublisher.article(publication)
  return page(output?.text ?? '')
}

const named = (name: string): Page => {
  const publication = publications[name]
  if (publication === undefined) throw new RangeError(name)
  return pageOf(publication)
}

const sha256 = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`

const policyOf = (found: Page): string =>
  found.one('meta[http-equiv="Content-Security-Policy"]').attribs['content'] ?? ''

describe('the content security policy', () => {
  it('names the hash of the style sheet that is in the page', () => {
    expect(STYLE_HASH).toBe(sha256(STYLE))
    expect(STYLE_HASH).not.toBe(sha256(`${STYLE} `))
    const found = named('a plain crisis article')
    expect(policyOf(found)).toContain(`style-src '${sha256(textOf(found.one('style')))}'`)
  })

  it('lets nothing run and nothing leave', () => {
    expect(policyOf(named('an article with everything'))).toBe(
      `default-src 'none'; img-src 'self'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`,
    )
  })

  it('stands before anything it governs', () => {
    const head = named('a plain crisis article').all('head > *')
    expect(head.slice(0, 2).map(({attribs}) => attribs)).toMatchObject([
      {charset: 'utf-8'},
      {'http-equiv': 'Content-Security-Policy'},
    ])
  })

  it('lets in the host of a hosted image, on that page only', () => {
    expect(policyOf(named('an article with a hosted image'))).toContain(
      "img-src 'self' https://cdn.sanity.io;",
    )
  })

  it('would block nothing of the page: no inline styles, scripts, forms or frames', () => {
    for (const publication of Object.values(publications)) {
      const found = pageOf(publication)
      expect(found.all('[style], form, iframe, object, embed, link[rel=stylesheet]')).toEqual([])
      expect(found.all('style')).toHaveLength(1)
    }
  })
})

describe('schema.org', () => {
  const data = (found: Page): unknown =>
    JSON.parse(textOf(found.one('script[type="application/ld+json"]')))

  it('tells who reviewed the page, when, and what it cites', () => {
    expect(data(named('an article with everything'))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'MedicalWebPage',
      url: 'https://health.example/rich/',
      inLanguage: 'en',
      datePublished: '2026-03-01T09:00:00Z',
      dateModified: '2026-04-01T09:00:00Z',
      lastReviewed: '2026-03-01',
      reviewedBy: {'@type': 'Person', name: 'Ada Example', honorificSuffix: 'MD'},
      author: [{'@type': 'Organization', name: 'Editorial team'}],
      about: [
        {'@type': 'MedicalCondition', name: 'Alcohol and drugs'},
        {'@type': 'Thing', name: 'Sleep'},
      ],
      citation: [
        {'@type': 'ScholarlyArticle', name: 'Trial A', url: 'https://doi.org/10.1/a'},
        {name: 'Trial C'},
        {name: 'Trial D'},
        {name: 'Trial B'},
      ],
      correction: [{text: 'The dose was wrong.'}],
      image: 'https://health.example/assets/ffee.png',
    })
  })

  it('leaves out what the article does not have', () => {
    const bare = make.article({})
    const {lastReviewed: _none, ...article} = bare
    const publication = Publication.create({
      site: make.site(),
      book,
      article,
      country: 'US',
      translations: [],
    })
    const text = textOf(pageOf(publication).one('script'))
    expect(text).not.toContain('lastReviewed')
    expect(text).not.toContain('reviewedBy')
    expect(text).not.toContain('null')
  })

  it('cannot be broken out of', () => {
    expect(data(named('an article of hostile text'))).toMatchObject({name: HOSTILE})
    expect(jsonLdHtml({a: '</script><!--'})).toBe(
      String.raw`<script type="application/ld+json">{"a":"\u003c/script>\u003c!--"}</script>`,
    )
  })
})

describe('Open Graph and addresses', () => {
  it('are absolute', () => {
    const found = named('an article with everything')
    const graph = Object.fromEntries(
      found.all('meta[property]').map(({attribs}) => [attribs['property'], attribs['content']]),
    )
    expect(graph).toMatchObject({
      'og:type': 'article',
      'og:title': 'Everything in one article',
      'og:url': 'https://health.example/rich/',
      'og:image': 'https://health.example/assets/ffee.png',
      'og:locale': 'en',
    })
    expect(found.one('link[rel=canonical]').attribs['href']).toBe('https://health.example/rich/')
  })

  it('a reader’s next site is not told where they come from', () => {
    expect(named('a plain crisis article').one('meta[name=referrer]').attribs['content']).toBe(
      'no-referrer',
    )
  })

  it('the logo is the icon', () => {
    const site = make.site({logo: {url: 'assets/logo.png', alt: 'Lantern Health'}})
    const found = pageOf(
      Publication.create({site, book, article: richArticle(), country: 'US', translations: []}),
    )
    expect(found.one('link[rel=icon]').attribs['href']).toBe('../assets/logo.png')
    expect(found.one('.brand img').attribs['alt']).toBe('')
    expect(named('a plain crisis article').all('link[rel=icon]')).toEqual([])
  })
})
