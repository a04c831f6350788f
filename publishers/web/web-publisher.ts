/** The website: pages, feeds and sitemap below out/web (contracts.md). */
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {placed} from '../paths.ts'
import type {Format, Output, Publisher} from '../publisher.ts'
import {articlePage} from './article-page.ts'
import {atomFeed, jsonFeed, sitemap} from './feeds.ts'
import {helpPage, indexPage} from './site-pages.ts'

const siteOutput = (
  {site, audience}: SitePublication,
  format: Format,
  path: string,
  text: string,
): Output =>
  Object.freeze({
    channel: 'web',
    format,
    path,
    documentId: site.id,
    revision: site.revision,
    audience,
    text,
  })

/** Loses nothing of the content. A retracted article becomes a page that says so. */
export const webPublisher: Publisher = Object.freeze<Publisher>({
  channel: 'web',
  article: (publication) => {
    const {site, article, audience} = publication
    const output: Output = Object.freeze({
      channel: 'web',
      format: 'page',
      path: `web/${placed(site, article)}/index.html`,
      documentId: article.id,
      revision: article.revision,
      audience,
      text: articlePage(publication),
    })
    return [output]
  },
  digest: () => [],
  site: (publication) => [
    siteOutput(publication, 'page', 'web/index.html', indexPage(publication)),
    siteOutput(publication, 'page', 'web/help/index.html', helpPage(publication)),
    siteOutput(publication, 'sitemap', 'web/sitemap.xml', sitemap(publication)),
    siteOutput(publication, 'atom', 'web/feed.xml', atomFeed(publication)),
    siteOutput(publication, 'jsonFeed', 'web/feed.json', jsonFeed(publication)),
  ],
})
