/** sitemap.xml, by the protocol of sitemaps.org, version 0.9. */
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {pageUrl} from '../paths.ts'
import {escapeXml} from './xml.ts'

/** The protocol's limit for one file; of more articles the newest are listed. */
const MOST_URLS = 50_000

const entry = (url: string, modified?: string): string => {
  const date = modified === undefined ? '' : `<lastmod>${escapeXml(modified)}</lastmod>`
  return `<url><loc>${escapeXml(url)}</loc>${date}</url>`
}

export const sitemap = ({site, entries}: SitePublication): string => {
  const fixed = [entry(`${site.url}/`), entry(`${site.url}/help/`)]
  const articles = entries
    .slice(0, MOST_URLS - fixed.length)
    .map(({article}) => entry(pageUrl(site, article), article.updatedAt ?? article.publishedAt))
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...fixed, ...articles].join('\n')}
</urlset>
`
}
