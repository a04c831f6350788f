/** feed.xml: Atom (RFC 4287), with tombstones (RFC 6721). */
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {pageUrl} from '../paths.ts'
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

/** Articles that the feed says are gone; partner/tombstones.json has all of them. */
const TOMBSTONES = 100

interface Gone {
  readonly url: string
  /** RFC 3339. */
  readonly when: string
}

/** Newest first. Where another article has the address now, nothing is gone. */
const goneFrom = ({site, entries, tombstones}: SitePublication): readonly Gone[] => {
  const there = new Set(entries.map(({article}) => pageUrl(site, article)))
  const when = new Map(
    tombstones.map((each) => [pageUrl(site, each), `${each.date}T00:00:00Z`] as const),
  )
  return [...when]
    .map(([url, date]) => ({url, when: date}))
    .filter(({url}) => !there.has(url))
    .toSorted((one, other) => (one.when < other.when ? 1 : -1))
    .slice(0, TOMBSTONES)
}

/** RFC 6721, section 3. Without a comment: what it would say stands at the address, with a notice. */
const goneXml = ({url, when}: Gone): string =>
  `<at:deleted-entry ref="${escapeXml(url)}" when="${escapeXml(when)}"/>`

/** The newest change; a feed must have a date, so one without any has the epoch. */
const newest = (dates: readonly string[]): string =>
  dates.toSorted().at(-1) ?? '1970-01-01T00:00:00Z'

/** `latest`, each with its notice in content and summary. */
export const atomFeed = (publication: SitePublication): string => {
  const {site, latest} = publication
  const items = latest.map(feedItem)
  const gone = goneFrom(publication)
  const updated = newest([...items.map((item) => item.updated), ...gone.map(({when}) => when)])
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${escapeXml(site.defaultLanguage)}">
<id>${escapeXml(site.url)}/</id>
<title>${escapeXml(site.name)}</title>
<link rel="self" type="application/atom+xml" href="${escapeXml(site.url)}/feed.xml"/>
<link rel="alternate" type="text/html" href="${escapeXml(site.url)}/"/>
<updated>${escapeXml(updated)}</updated>
<author><name>${escapeXml(site.name)}</name></author>
${[...items.map(entryXml), ...gone.map(goneXml)].join('\n')}
</feed>
`
}
