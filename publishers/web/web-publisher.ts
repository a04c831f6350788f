/** The website: pages, feeds and sitemap below `web/` (contracts.md). */
import type {Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {listPages} from '../list-pages.ts'
import {placed} from '../paths.ts'
import {type Format, NONE_STANDS, type Output, type Publisher, type Stands} from '../publisher.ts'
import {articlePage} from './article-page.ts'
import {atomFeed} from './atom.ts'
import {helpPage} from './help-page.ts'
import {indexFolder, indexPage} from './index-page.ts'
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

function* indexFiles(publication: SitePublication, stands: Stands): Generator<SiteFile> {
  for (const page of listPages(publication.entries)) {
    const parts = ['web', indexFolder(page.number), 'index.html'].filter((part) => part !== '')
    const path = parts.join('/')
    if (stands({...page, path})) continue
    yield {path, format: 'page', text: indexPage(publication, page)}
  }
}

/** One at a time: all of a large site's lists together are larger than memory likes. */
function* siteFiles(publication: SitePublication, stands: Stands): Generator<SiteFile> {
  yield* indexFiles(publication, stands)
  yield {path: 'web/help/index.html', format: 'page', text: helpPage(publication)}
  // what static hosts, and our own server, show in the place of a page that is not there
  yield {path: 'web/404.html', format: 'page', text: notFoundPage(publication)}
  for (const {name, text} of sitemaps(publication)) {
    yield {path: `web/${name}`, format: 'sitemap', text}
  }
  yield {path: 'web/feed.xml', format: 'atom', text: atomFeed(publication)}
  yield {path: 'web/feed.json', format: 'jsonFeed', text: jsonFeed(publication)}
}

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
  *site(publication: SitePublication, stands: Stands = NONE_STANDS) {
    for (const file of siteFiles(publication, stands)) yield siteOutput(publication, file)
  },
})
