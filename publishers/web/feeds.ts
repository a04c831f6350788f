/** Atom (RFC 4287), JSON Feed 1.1 and the sitemap. Every item carries the notice twice. */
import {noticeText} from '../../crisis-notice/lines.ts'
import type {Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {noticeHtml} from './notice.ts'
import {semanticHtml, warningHtml} from './semantic.ts'
import {citationsAfterPunctuation} from '../citation-placement.ts'
import {citationNumbers, formatNumbers} from '../../content/citations.ts'
import {pageUrl} from '../paths.ts'
import {absoluteImage} from './links.ts'

/** Text for XML: characters that XML 1.0 forbids (section 2.2) are left out. */
const xml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the characters XML forbids
  escapeHtml(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''))

const summaryOf = ({notice, article}: Publication): string =>
  `${noticeText(notice)}\n\n${article.summary}`

const contentOf = (publication: Publication): string => {
  const {site, article, notice} = publication
  const numbers = citationNumbers(article)
  const setting = {
    language: article.language,
    imageUrl: (image: {readonly url: string; readonly alt: string}) => absoluteImage(site, image),
    linkUrl: (href: string) => `${site.url}${href}`,
    citation: ({sources}: {readonly sources: readonly string[]}) =>
      `<sup>${formatNumbers(numbers(sources))}</sup>`,
    warningAttributes: () => '',
  }
  const sections = article.sections.map(
    ({heading, body}) =>
      `<h2>${escapeHtml(heading)}</h2>\n${semanticHtml(citationsAfterPunctuation(body), setting)}`,
  )
  return [
    noticeHtml(notice),
    `<p>${escapeHtml(article.summary)}</p>`,
    semanticHtml(citationsAfterPunctuation(article.opening), setting),
    ...article.warnings.map((warning) => warningHtml(warning, setting)),
    ...sections,
  ].join('\n')
}

const modified = ({article}: Pick<Publication, 'article'>): string =>
  article.updatedAt ?? article.publishedAt

/** The newest change in the feed; a feed without items has no date but the epoch. */
const newest = (latest: readonly Publication[]): string =>
  latest.map(modified).toSorted().at(-1) ?? '1970-01-01T00:00:00Z'

export const atomFeed = ({site, latest}: SitePublication): string => {
  const entries = latest.map((publication) => {
    const {article} = publication
    const url = pageUrl(site, article)
    return `<entry xml:lang="${xml(article.language)}">
<id>${xml(url)}</id>
<title>${xml(article.title)}</title>
<link rel="alternate" href="${xml(url)}"/>
<published>${xml(article.publishedAt)}</published>
<updated>${xml(modified(publication))}</updated>
<author><name>${xml(article.authors[0]?.name ?? site.name)}</name></author>
<summary>${xml(summaryOf(publication))}</summary>
<content type="html">${xml(contentOf(publication))}</content>
</entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(site.defaultLanguage)}">
<id>${xml(site.url)}/</id>
<title>${xml(site.name)}</title>
<link rel="self" href="${xml(site.url)}/feed.xml"/>
<link rel="alternate" href="${xml(site.url)}/"/>
<updated>${newest(latest)}</updated>
${entries.join('\n')}
</feed>
`
}

export const jsonFeed = ({site, latest}: SitePublication): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: site.name,
      home_page_url: `${site.url}/`,
      feed_url: `${site.url}/feed.json`,
      language: site.defaultLanguage,
      items: latest.map((publication) => {
        const {article} = publication
        return {
          id: pageUrl(site, article),
          url: pageUrl(site, article),
          title: article.title,
          language: article.language,
          summary: summaryOf(publication),
          content_html: contentOf(publication),
          date_published: article.publishedAt,
          date_modified: modified(publication),
          tags: article.topics,
        }
      }),
    },
    null,
    2,
  )}\n`

/** sitemaps.org 0.9. */
export const sitemap = ({site, entries}: SitePublication): string => {
  const pages = [
    {url: `${site.url}/`, date: undefined},
    {url: `${site.url}/help/`, date: undefined},
    ...entries.map(({article}) => ({
      url: pageUrl(site, article),
      date: article.updatedAt ?? article.publishedAt,
    })),
  ]
  const urls = pages.map(
    ({url, date}) =>
      `<url><loc>${xml(url)}</loc>${date === undefined ? '' : `<lastmod>${xml(date)}</lastmod>`}</url>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}
