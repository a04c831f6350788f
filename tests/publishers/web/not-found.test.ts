import {describe, expect, it} from 'vitest'
import {SitePublication} from '../../../crisis-notice/policy.ts'
import {webPublisher} from '../../../publishers/web/web-publisher.ts'
import * as make from '../../support/model.ts'

const pageOf = (url: string): string => {
  const site = make.site({url})
  const publication = SitePublication.create({
    site,
    book: make.noticeBook(),
    country: 'US',
    entries: [],
    latest: [],
    helplines: [],
    tombstones: [],
  })
  const found = [...webPublisher.site(publication)].find(({path}) => path === 'web/404.html')
  return found?.text ?? ''
}

describe('the page in the place of one that is not there', () => {
  it('says so, with the notice, and asks search engines to leave it', () => {
    const html = pageOf('https://health.example')
    expect(html).toContain('<h1>Page not found</h1>')
    expect(html).toContain('href="tel:')
    expect(html).toContain('<meta name="robots" content="noindex">')
  })

  it('links from the root of the site, because it is shown at any depth', () => {
    const links = [...pageOf('https://health.example').matchAll(/href="([^"]*index\.html)"/g)]
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter(([, href = '']) => !href.startsWith('/'))).toEqual([])
    expect(pageOf('https://health.example/care')).toContain('href="/care/help/index.html"')
  })
})
