/** sitemap.xml, by the protocol of sitemaps.org, version 0.9; of a large site an index of several. */
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

const listXml = (list: 'urlset' | 'sitemapindex', addresses: readonly Address[]): string => {
  const name = list === 'urlset' ? 'url' : 'sitemap'
  const items = addresses.map(({url, modified}) => {
    const date = modified === undefined ? '' : `<lastmod>${escapeXml(modified)}</lastmod>`
    return `<${name}><loc>${escapeXml(url)}</loc>${date}</${name}>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<${list} xmlns="${NAMESPACE}">
${items.join('\n')}
</${list}>
`
}

/** Filled from the oldest article on, so that a new one changes the last file alone. */
function* parts(addresses: readonly Address[], most: number): Generator<SitemapFile> {
  for (let end = addresses.length, number = 1; end > 0; end -= most, number += 1) {
    const own = addresses.slice(Math.max(0, end - most), end)
    yield {name: `sitemap-${number}.xml`, text: listXml('urlset', own)}
  }
}

/** Every page once. `most`: for tests. */
export const sitemaps = (
  {site, entries}: SitePublication,
  most = MOST_URLS,
): readonly SitemapFile[] => {
  const addresses: readonly Address[] = [
    {url: `${site.url}/`},
    {url: `${site.url}/help/`},
    ...entries.map(({article}) => ({
      url: pageUrl(site, article),
      modified: article.updatedAt ?? article.publishedAt,
    })),
  ]
  if (addresses.length <= most) return [{name: 'sitemap.xml', text: listXml('urlset', addresses)}]
  const files = [...parts(addresses, most)]
  const index = files.map(({name}) => ({url: `${site.url}/${name}`}))
  return [{name: 'sitemap.xml', text: listXml('sitemapindex', index)}, ...files]
}
