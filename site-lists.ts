/** What `publish` and the server agree on about the lists of a site, however they are made. */
import type {ArticleSummary, Site} from './content/model.ts'
import type {Entry, Tombstone} from './crisis-notice/policy.ts'
import {pageUrl} from './publishers/paths.ts'
import type {ExpectedItems} from './verification/expectation.ts'

/** Articles whose whole text the feeds carry. */
export const FEED_LENGTH = 20

/** Same slug, another language; a retracted one is no translation any more. */
export const translationsOf = (
  {id, slug}: Pick<ArticleSummary, 'id' | 'slug'>,
  bySlug: ReadonlyMap<string, readonly ArticleSummary[]>,
): readonly ArticleSummary[] =>
  (bySlug.get(slug) ?? []).filter((other) => other.id !== id && other.retraction === undefined)

/** Those that are not to be used any more, but still there to say so. */
export const retractions = (summaries: readonly ArticleSummary[]): readonly Tombstone[] =>
  summaries.flatMap(({id, slug, language, retraction}) =>
    retraction === undefined
      ? []
      : [{id, slug, language, reason: 'retracted', date: retraction.date, note: retraction.reason}],
  )

/** What each feed item and list entry must carry, by page address and by id. `entries`: frozen. */
export const itemExpectations = (site: Site, entries: readonly Entry[]): ExpectedItems => {
  const known = new Map<string, Entry>()
  for (const entry of entries) {
    known.set(entry.article.id, entry)
    known.set(pageUrl(site, entry.article), entry)
  }
  return {
    has: (key) => known.has(key),
    get: (key) => {
      const entry = known.get(key)
      return entry && {audience: entry.notice.audience, topics: entry.article.topics}
    },
  }
}
