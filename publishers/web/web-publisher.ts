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
import {sitemaps} from './sitemap.ts'

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
  readonly text: string
}

const siteFiles = (publication: SitePublication): readonly SiteFile[] => [
  {path: 'web/index.html', format: 'page', text: indexPage(publication)},
  {path: 'web/help/index.html', format: 'page', text: helpPage(publication)},
  // what static hosts, and our own server, show in the place of a page that is not there
  {path: 'web/404.html', format: 'page', text: notFoundPage(publication)},
  ...sitemaps(publication).map(
    ({name, text}) => ({path: `web/${name}`, format: 'sitemap', text}) as const,
  ),
  {path: 'web/feed.xml', format: 'atom', text: atomFeed(publication)},
  {path: 'web/feed.json', format: 'jsonFeed', text: jsonFeed(publication)},
]

const siteOutput = ({site, audience}: SitePublication, file: SiteFile): Output =>
  Object.freeze({
    channel: 'web',
    documentId: site.id,
    revision: site.revision,
    audience,
    ...file,
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
    Object.freeze(siteFiles(publication).map((file) => siteOutput(publication, file))),
})
