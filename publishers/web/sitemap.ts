/** sitemap.xml, by the protocol of sitemaps.org, version 0.9; of a large site an index of several. */
import type {Site} from '../../content/model.ts'
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {pageUrl} from '../paths.ts'
import {escapeXml} from './xml.ts'

/** Addresses in one file: the protocol's limit. */
const MOST_URLS = 50_000

export interface SitemapFile {
  /** `sitemap.xml`, the one that is announced, or `sitemap-3.xml`. */
  readonly name: string
  readonly text: string
}

interface Address {
  readonly url: string
  /** W3C date and time. */
  readonly modified?: string
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

type List = 'urlset' | 'sitemapindex'

const itemXml = (list: List, {url, modified}: Address): string => {
  const name = list === 'urlset' ? 'url' : 'sitemap'
  const date = modified === undefined ? '' : `<lastmod>${escapeXml(modified)}</lastmod>`
  return `<${name}><loc>${escapeXml(url)}</loc>${date}</${name}>\n`
}

/** Addresses that become one text at once: what all of 50,000 are made of would stand beside a file of 5 MB. */
const AT_ONCE = 1000

const listXml = (list: List, addresses: Iterable<Address>): string => {
  const pieces: string[] = []
  let items: string[] = []
  for (const address of addresses) {
    items.push(itemXml(list, address))
    if (items.length < AT_ONCE) continue
    pieces.push(items.join(''))
    items = []
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<${list} xmlns="${NAMESPACE}">
${[...pieces, ...items].join('')}</${list}>
`
}

const pagesOf = ({url}: Site): readonly Address[] => [{url: `${url}/`}, {url: `${url}/help/`}]

/** From `start` up to `end`, the site's own pages first. */
function* addressesOf(
  {site, entries}: SitePublication,
  start: number,
  end: number,
): Generator<Address, void, undefined> {
  const pages = pagesOf(site)
  yield* pages.slice(start, end)
  const [first, last] = [start, end].map((index) => Math.max(0, index - pages.length))
  for (const {article} of entries.slice(first, last)) {
    yield {url: pageUrl(site, article), modified: article.updatedAt ?? article.publishedAt}
  }
}

const fileName = (number: number): string => `sitemap-${number}.xml`

/**
 * Every page once, one file in memory at a time; where there are several, the index of them first. They are filled
 * from the oldest article on, so that a new one changes the last file alone. `most`: for tests.
 */
export function* sitemaps(
  publication: SitePublication,
  most = MOST_URLS,
): Generator<SitemapFile, void, undefined> {
  const {site, entries} = publication
  const total = pagesOf(site).length + entries.length
  if (total <= most) {
    yield {name: 'sitemap.xml', text: listXml('urlset', addressesOf(publication, 0, total))}
    return
  }
  const names = Array.from({length: Math.ceil(total / most)}, (_, index) => fileName(index + 1))
  const files = names.map((name) => ({url: `${site.url}/${name}`}))
  yield {name: 'sitemap.xml', text: listXml('sitemapindex', files)}
  for (const [index, name] of names.entries()) {
    const end = total - index * most
    const addresses = addressesOf(publication, Math.max(0, end - most), end)
    yield {name, text: listXml('urlset', addresses)}
  }
}
