/** The website: pages, feeds and sitemap below `web/` (contracts.md). */
import type {Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {placed} from '../paths.ts'
import type {Format, Output, Publisher} from '../publisher.ts'
import {articlePage} from './article-page.ts'
import {atomFeed} from './atom.ts'
import {helpPage} from './help-page.ts'
import {indexPage} from './index-page.ts'
import {jsonFeed} from './json-feed.ts'
import {notFoundPage} from './not-found-page.ts'
import {retractedPage} from './retracted-page.ts'
import {sitemap} from './sitemap.ts'

const articleOutput = (publication: Publication): Output => {
  const {site, article, audience} = publication
  const {retraction} = article
  const text =
    retraction === undefined ? articlePage(publication) : retractedPage(publication, retraction)
  return Object.freeze({
    channel: 'web',
    format: 'page',
    path: `web/${placed(site, article)}/index.html`,
    documentId: article.id,
    revision: article.revision,
    audience,
    text,
  })
}

interface SiteFile {
  readonly path: string
  readonly format: Format
  readonly render: (publication: SitePublication) => string
}

const SITE_FILES: readonly SiteFile[] = [
  {path: 'web/index.html', format: 'page', render: indexPage},
  {path: 'web/help/index.html', format: 'page', render: helpPage},
  // what static hosts, and our own server, show in the place of a page that is not there
  {path: 'web/404.html', format: 'page', render: notFoundPage},
  {path: 'web/sitemap.xml', format: 'sitemap', render: sitemap},
  {path: 'web/feed.xml', format: 'atom', render: atomFeed},
  {path: 'web/feed.json', format: 'jsonFeed', render: jsonFeed},
]

const siteOutput = (publication: SitePublication, {path, format, render}: SiteFile): Output =>
  Object.freeze({
    channel: 'web',
    format,
    path,
    documentId: publication.site.id,
    revision: publication.site.revision,
    audience: publication.audience,
    text: render(publication),
  })

/**
 * Nothing of the content is lost. A retracted article becomes a page that says so. Throws
 * UnknownBlockError, and PublisherError for a language without interface words.
 */
export const webPublisher: Publisher = Object.freeze({
  channel: 'web',
  article: (publication: Publication) => Object.freeze([articleOutput(publication)]),
  digest: () => Object.freeze([]),
  site: (publication: SitePublication) =>
    Object.freeze(SITE_FILES.map((file) => siteOutput(publication, file))),
})
