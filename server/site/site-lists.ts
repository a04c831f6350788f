/** Index, help, feeds and sitemap of an edition, past the gate. */
import {type Entry, type Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {webPublisher} from '../../publishers/web/web-publisher.ts'
import {itemExpectations, retractions} from '../../site-lists.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'
import type {Desk} from './desk.ts'

/** What readers can open, newest first. */
export interface Readable {
  readonly entries: readonly Entry[]
  /** The first FEED_LENGTH of them, whole. */
  readonly latest: readonly Publication[]
}

/** By path. */
export const siteLists = async (
  {site, book, gate, helplines, summaries}: Desk,
  {entries, latest}: Readable,
): Promise<ReadonlyMap<string, VerifiedOutput>> => {
  const publication = SitePublication.create({
    site,
    book,
    country: site.defaultCountry,
    entries,
    latest,
    helplines: helplines.filter(({retiredAt}) => retiredAt === undefined),
    tombstones: retractions(summaries),
  })
  const {audience} = publication
  const expectation = {audience, topics: [], items: itemExpectations(site, entries)}
  const lists = new Map<string, VerifiedOutput>()
  for (const output of webPublisher.site(publication)) {
    lists.set(output.path, await gate.pass(output, expectation))
  }
  return lists
}
