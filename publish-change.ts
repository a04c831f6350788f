/**
 * A site that stands, after a small change of its dataset: a few articles by themselves, where nothing
 * that lists say has changed. Whoever calls this knows that from an earlier run.
 */
import {newestFirst} from './content/newest-first.ts'
import {type Publication, SitePublication} from './crisis-notice/policy.ts'
import {problemsOf} from './problems.ts'
import {
  type Commission,
  type Desk,
  type PublishEvent,
  publishListed,
  refused,
  verified,
} from './publish-articles.ts'
import {frameWord} from './publish-inputs.ts'
import type {Format, Output, Publisher} from './publishers/publisher.ts'
import {itemExpectations, translationsOf} from './site-lists.ts'

/** What articles have around them, as one word; another one, and any of them may be another. */
export const frameOf = async ({content, site}: Desk): Promise<string> => {
  const {notices, helplines, digests} = {
    notices: await content.notices(),
    helplines: await content.helplines(),
    digests: await content.digests(),
  }
  return frameWord([site, notices, helplines, digests])
}

/**
 * The article by itself; `others`: at least those with its slug. Undefined when one of them cannot be
 * told, or is retracted: then lists are no longer what they were.
 */
export const commissionOf = async (
  {content}: Desk,
  id: string,
  others: readonly string[],
): Promise<Commission | undefined> => {
  const results = await Promise.all([id, ...others].map((each) => content.summary(each)))
  const summaries = results.flatMap((result) => (result.ok ? [result.value] : []))
  const [summary] = summaries
  if (summary === undefined || summaries.length < results.length) return undefined
  const bySlug = Map.groupBy(newestFirst(summaries), ({slug}) => slug)
  return {summary, translations: translationsOf(summary, bySlug)}
}

const FEEDS: ReadonlySet<Format> = new Set(['atom', 'jsonFeed'])

function* feedsOf(press: Publisher, publication: SitePublication): Generator<Output> {
  for (const output of press.site(publication, () => true)) {
    if (FEEDS.has(output.format)) yield output
  }
}

/**
 * The feeds, of the newest articles. Only for a site without tombstones: those are left out where an
 * article has the address now, which takes all articles to tell.
 */
export async function* publishFeeds(
  desk: Desk,
  newest: readonly Commission[],
): AsyncGenerator<PublishEvent, void, undefined> {
  const {site, book, country, gate} = desk
  try {
    const entries = []
    const latest: Publication[] = []
    for (const each of newest) {
      const shown = yield* publishListed(desk, {...each, isForFeeds: true, stands: true})
      if (shown?.publication === undefined) return
      entries.push(shown.entry)
      latest.push(shown.publication)
    }
    const parts = {site, book, country, entries, latest, helplines: [], tombstones: []}
    const publication = SitePublication.create(parts)
    const items = itemExpectations(site, entries)
    const expectation = {audience: publication.audience, topics: [], items}
    for (const press of desk.presses) {
      yield* verified(gate, site.id, false, expectation, () => feedsOf(press, publication))
    }
  } catch (error) {
    yield* refused(problemsOf(error, site.id), site.id)
  }
}
