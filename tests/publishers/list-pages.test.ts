import {posix} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {SitePublication} from '../../crisis-notice/policy.ts'
import {listPages} from '../../publishers/list-pages.ts'
import {pageUrl} from '../../publishers/paths.ts'
import {partnerPublisher} from '../../publishers/partner/partner-publisher.ts'
import type {Output} from '../../publishers/publisher.ts'
import {webPublisher} from '../../publishers/web/web-publisher.ts'
import {itemExpectations} from '../../site-lists.ts'
import {formatOf} from '../../verification/format.ts'
import {createGate} from '../../verification/gate.ts'
import * as make from '../support/model.ts'
import {book, ORIGIN} from './publications.ts'
import {page} from './web/dom.ts'

const numbered = (count: number): readonly number[] =>
  Array.from({length: count}, (_each, index) => count - index)

describe('a long list in pages', () => {
  it('has every entry once, in order, and pages that name one another', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({min: 1, max: 9}), (count, length) => {
        const items = numbered(count)
        const pages = [...listPages(items, length)]
        expect(pages.flatMap((each) => each.items)).toEqual(items)
        expect(pages.map(({number}) => number)).toEqual([undefined, ...numbered(pages.length - 1)])
        expect(pages.map(({older}) => older)).toEqual([...numbered(pages.length - 1), undefined])
        expect(pages.slice(2).map(({newer}) => newer)).toEqual(
          numbered(pages.length - 1).slice(0, -1),
        )
        for (const {items: own} of pages.slice(1)) expect(own).toHaveLength(length)
        expect(pages[0]?.items.length).toBeLessThan(2 * length)
      }),
    )
  })

  it('keeps all pages but the front as they are when an entry is new', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({min: 1, max: 9}), (count, length) => {
        const before = [...listPages(numbered(count), length)].slice(1)
        const after = [...listPages(numbered(count + 1), length)].slice(1)
        const own = (pages: typeof before) => pages.map(({number, items}) => [number, items])
        expect(own(after.slice(after.length - before.length))).toEqual(own(before))
      }),
    )
  })
})

describe('the lists of a large site', () => {
  const summaries = Array.from({length: 3200}, (_each, index) =>
    make.summaryOf(make.article({id: `article-${index}`, slug: `article-${index}`})),
  )
  const entries = summaries.map((article) => ({
    article,
    notice: book.notice({country: 'US', language: 'en'}, article.topics),
  }))
  const publication = SitePublication.create({
    site: make.site(),
    book,
    country: 'US',
    entries,
    latest: [],
    helplines: make.helplines(),
    tombstones: [],
  })
  const gate = createGate(book, {origin: ORIGIN})
  const expectation = {
    audience: publication.audience,
    topics: [],
    items: itemExpectations(make.site(), entries),
  }

  it('lead from the front page to every article, each page past the gate', async () => {
    const files = new Map([...webPublisher.site(publication)].map((each) => [each.path, each]))
    const found = new Set<string>()
    const seen = new Set<string>()
    for (let path: string | undefined = 'web/index.html'; path !== undefined;) {
      const output: Output | undefined = files.get(path)
      if (output === undefined) throw new RangeError(path)
      seen.add(path)
      await expect(gate.pass(output, expectation)).resolves.toBeDefined()
      const html = page(output.text)
      for (const {attribs} of html.all('.cards a')) {
        found.add(posix.join(posix.dirname(path), attribs['href'] ?? ''))
      }
      const [next] = html.all('a[rel=next]')
      const [previous] = html.all('a[rel=prev]')
      if (previous !== undefined) {
        expect(seen).toContain(posix.join(posix.dirname(path), previous.attribs['href'] ?? ''))
      }
      path = next && posix.join(posix.dirname(path), next.attribs['href'] ?? '')
    }
    expect([...seen]).toEqual([
      'web/index.html',
      'web/older/2/index.html',
      'web/older/1/index.html',
    ])
    expect(found).toEqual(new Set(summaries.map(({slug}) => `web/${slug}/index.html`)))
  })

  it('lead a partner from articles.json to every article, each file past the gate', async () => {
    const files = new Map([...partnerPublisher.site(publication)].map((each) => [each.path, each]))
    const ids: string[] = []
    const seen: string[] = []
    for (let name: string | undefined = 'articles.json'; name !== undefined;) {
      const output: Output | undefined = files.get(`partner/${name}`)
      if (output === undefined) throw new RangeError(name)
      seen.push(name)
      expect(formatOf(output.path)).toBe('partnerArticles')
      await expect(gate.pass(output, expectation)).resolves.toBeDefined()
      const list: {articles: {id: string}[]; next?: string} = JSON.parse(output.text)
      ids.push(...list.articles.map(({id}) => id))
      name = list.next
    }
    expect(seen).toEqual(['articles.json', 'articles.2.json', 'articles.1.json'])
    expect(ids).toEqual(summaries.map(({id}) => id))
  })

  it('name every page in the sitemap, once, in order', async () => {
    const output = [...webPublisher.site(publication)].find(({path}) => path === 'web/sitemap.xml')
    if (output === undefined) throw new RangeError('no sitemap')
    await expect(gate.pass(output, expectation)).resolves.toBeDefined()
    const addresses = Array.from(
      output.text.matchAll(/<loc>(.*)<\/loc>/g),
      ([, address]) => address,
    )
    const pages = summaries.map((summary) => pageUrl(make.site(), summary))
    expect(addresses).toEqual([`${ORIGIN}/`, `${ORIGIN}/help/`, ...pages])
  })

  it('must carry what is known of each by its id and by its address, and of nothing else', () => {
    const {items} = expectation
    for (const {article, notice} of entries.slice(0, 30)) {
      for (const key of [article.id, pageUrl(make.site(), article)]) {
        expect(items.has(key)).toBe(true)
        expect(items.get(key)).toEqual({audience: notice.audience, topics: article.topics})
      }
    }
    for (const key of ['', 'article-3200', `${ORIGIN}/article-3200/`, `${ORIGIN}/`, 'toString']) {
      expect(items.has(key)).toBe(false)
      expect(items.get(key)).toBeUndefined()
    }
  })

  it('of a small site are one page and one file, which name no other', () => {
    const few = SitePublication.create({
      site: make.site(),
      book,
      country: 'US',
      entries: entries.slice(0, 1999),
      latest: [],
      helplines: [],
      tombstones: [],
    })
    const front = [...webPublisher.site(few)].filter(({path}) => /web\/(?:older|index)/.test(path))
    expect(front.map(({path}) => path)).toEqual(['web/index.html'])
    expect(page(front[0]?.text ?? '').all('a[rel=next], a[rel=prev]')).toEqual([])
    const lists = [...partnerPublisher.site(few)].filter(({path}) => path.includes('articles'))
    expect(lists.map(({path}) => path)).toEqual(['partner/articles.json'])
    expect(JSON.parse(lists[0]?.text ?? '{}')).not.toHaveProperty('next')
  })
})
