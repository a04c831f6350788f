/** feed.json: JSON Feed, version 1.1. */
import type {Site} from '../../content/model.ts'
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {type FeedItem, feedItem} from './feed-item.ts'
import {absoluteImage} from './links.ts'

const itemJson = ({url, article, summary, content, published, updated}: FeedItem, site: Site) => ({
  id: url,
  url,
  title: article.title,
  summary,
  content_html: content,
  ...(article.heroImage !== undefined && {image: absoluteImage(site, article.heroImage)}),
  date_published: published,
  date_modified: updated,
  authors: article.authors.map(({name, url: home}) => ({
    name,
    ...(home !== undefined && {url: home}),
  })),
  tags: article.topics,
  language: article.language,
})

/** `latest`, each with its notice in content and summary. */
export const jsonFeed = ({site, latest}: SitePublication): string => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    home_page_url: `${site.url}/`,
    feed_url: `${site.url}/feed.json`,
    language: site.defaultLanguage,
    ...(site.logo !== undefined && {icon: absoluteImage(site, site.logo)}),
    authors: [{name: site.name, url: `${site.url}/`}],
    items: latest.map((publication) => itemJson(feedItem(publication), site)),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}
