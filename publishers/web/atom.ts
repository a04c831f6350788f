/** feed.xml: Atom (RFC 4287). */
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {phrases} from '../phrases.ts'
import {type FeedItem, feedItem} from './feed-item.ts'
import {escapeXml} from './xml.ts'

const entryXml = ({url, article, summary, content, published, updated}: FeedItem): string => {
  const words = phrases(article.language)
  const authors = article.authors.map(
    ({name}) => `<author><name>${escapeXml(name)}</name></author>`,
  )
  const categories = article.topics.map(
    (topic) => `<category term="${topic}" label="${escapeXml(words.topic[topic])}"/>`,
  )
  return `<entry xml:lang="${escapeXml(article.language)}">
<id>${escapeXml(url)}</id>
<title>${escapeXml(article.title)}</title>
<link rel="alternate" type="text/html" hreflang="${escapeXml(article.language)}" href="${escapeXml(url)}"/>
<published>${escapeXml(published)}</published>
<updated>${escapeXml(updated)}</updated>
${[...authors, ...categories].join('\n')}
<summary type="text">${escapeXml(summary)}</summary>
<content type="html">${escapeXml(content)}</content>
</entry>`
}

/** The newest change of an item; a feed must have a date, so one without items has the epoch. */
const newest = (items: readonly FeedItem[]): string =>
  items
    .map(({updated}) => updated)
    .toSorted()
    .at(-1) ?? '1970-01-01T00:00:00Z'

/** `latest`, each with its notice in content and summary. */
export const atomFeed = ({site, latest}: SitePublication): string => {
  const items = latest.map(feedItem)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.defaultLanguage)}">
<id>${escapeXml(site.url)}/</id>
<title>${escapeXml(site.name)}</title>
<link rel="self" type="application/atom+xml" href="${escapeXml(site.url)}/feed.xml"/>
<link rel="alternate" type="text/html" href="${escapeXml(site.url)}/"/>
<updated>${escapeXml(newest(items))}</updated>
<author><name>${escapeXml(site.name)}</name></author>
${items.map(entryXml).join('\n')}
</feed>
`
}
