/**
 * The composition root: content in, verified outputs and refusals out, one article's worth in
 * memory at a time. Nothing here writes; cli/out does.
 */
import type {Content} from './content/content.ts'
import type {ArticleSummary, Digest, Site} from './content/model.ts'
import {NoticeBook} from './crisis-notice/notice-book.ts'
import {
  DigestPublication,
  type Entry,
  type Publication,
  SitePublication,
  type Tombstone,
} from './crisis-notice/policy.ts'
import {problemsOf} from './problems.ts'
import {
  type Commission,
  type Desk,
  type EarlierOf,
  isDue,
  type PublishEvent,
  publishListed,
  refused,
  verified,
} from './publish-articles.ts'
import {commissionOf, frameOf} from './publish-change.ts'
import {isInShard, type Shard} from './publish-shard.ts'
import {listInputsOf} from './publish-inputs.ts'
import {publishers} from './publishers/publishers.ts'
import {CHANNELS, type Channel, type ListFile, type Publisher} from './publishers/publisher.ts'
import {digestMessages} from './publishers/sms/sms-publisher.ts'
import {FEED_LENGTH, itemExpectations, retractions, translationsOf} from './site-lists.ts'
import type {Expectation} from './verification/expectation.ts'
import {createGate} from './verification/gate.ts'

export type {PublishEvent} from './publish-articles.ts'

/** Where to and for whom. */
export interface Reach {
  /** All four when absent. */
  readonly channels?: readonly Channel[]
  /** ISO 3166-1 alpha-2; the site's default country when absent. */
  readonly country?: string
}

export interface PublishOptions extends Reach {
  /**
   * Tombstones of what earlier runs published and this dataset no longer has. `present` has the ids
   * of all its articles, those that cannot be read included: a broken article is not a removed one.
   */
  readonly removed?: (present: ReadonlySet<string>) => readonly Tombstone[]
  /**
   * Whether an article's outputs are as they should be on all channels asked for: `due` did not name
   * it, or `make` has made it since. It is told as `unchanged` and not made again. None when absent.
   */
  readonly stands?: (articleId: string) => boolean
  /** Whether a list is there as it was made of these inputs. None when absent. */
  readonly listStands?: (path: string, inputs: string) => boolean
  /** Only these articles; digests and lists, which need all of them, are left to a run without it. */
  readonly shard?: Shard
}

export interface ThrowlinePublisher {
  readonly site: Site
  readonly book: NoticeBook
  /**
   * Every article, digest and list on the channels asked for. A document that cannot be published
   * is an event, never an exception; an exception means that the dataset could not be read.
   */
  publish(options?: PublishOptions): AsyncGenerator<PublishEvent, void, undefined>
  /** What `publish` would make anew, newest first, without making it. */
  due(
    options: Reach & {readonly earlier: EarlierOf; readonly shard?: Shard},
  ): Promise<readonly Commission[]>
  /**
   * These articles alone, for a run of several threads: `publish` over all of them, told that these
   * stand, makes what needs all.
   */
  make(
    commissions: readonly Commission[],
    reach?: Reach,
  ): AsyncGenerator<PublishEvent, void, undefined>
  /** For a run after a small change (publish-change.ts): what articles have around them, as one word; */
  frame(): Promise<string>
  /** an article by itself, `others` being at least those with its slug. */
  commission(id: string, others: readonly string[]): Promise<Commission | undefined>
}

export interface CreatePublisherOptions {
  readonly content: Content
  /** YYYY-MM-DD: what counts as stale or retired. Today, in UTC, when absent. */
  readonly today?: string
}

const utcToday = (): string => new Date().toISOString().slice(0, 10)

async function* publishDigest(
  desk: Desk,
  digest: Digest,
  listed: ReadonlyMap<string, ArticleSummary>,
): AsyncGenerator<PublishEvent> {
  const articles = digest.articles.flatMap((id) => listed.get(id) ?? [])
  const missing = digest.articles.filter((id) => listed.get(id) === undefined)
  if (missing.length > 0) {
    yield* refused(
      missing.map((id) => ({
        documentId: digest.id,
        path: `articles[_ref=="${id}"]`,
        code: 'DIGEST_ARTICLE_UNAVAILABLE',
        message: `The digest names ${id}, which is retracted, refused or not published. Mend that article or take it out of the digest.`,
      })),
    )
    return
  }
  const {site, book, country} = desk
  try {
    const publication = DigestPublication.create({site, book, digest, articles, country})
    const expectation = {audience: publication.audience, topics: publication.topics}
    for (const press of desk.presses) {
      const render = () => press.digest(publication)
      const messages = press.channel === 'sms' ? () => digestMessages(publication) : undefined
      yield* verified(desk.gate, digest.id, false, expectation, render, messages)
    }
  } catch (error) {
    yield* refused(problemsOf(error, digest.id), digest.id)
  }
}

const isAsked = ({id}: ArticleSummary, shard: Shard | undefined): boolean =>
  shard === undefined || isInShard(id, shard)

/** One in memory at a time. */
function* commissionsOf(
  summaries: readonly ArticleSummary[],
  shard: Shard | undefined,
): Generator<Commission> {
  const bySlug = Map.groupBy(summaries, ({slug}) => slug)
  for (const summary of summaries) {
    if (isAsked(summary, shard)) {
      yield {summary, translations: translationsOf(summary, bySlug)}
    }
  }
}

const NONE_STANDS = (): boolean => false

/** Lists, feeds and what else one channel has of the whole site; what is left standing is told as such. */
async function* publishSite(
  {site, gate}: Desk,
  press: Publisher,
  publication: SitePublication,
  expectation: Expectation,
  listStands: NonNullable<PublishOptions['listStands']>,
): AsyncGenerator<PublishEvent> {
  const lists = new Map<string, string>()
  const standing: PublishEvent[] = []
  const stands = (list: ListFile): boolean => {
    const {path} = list
    const inputs = listInputsOf(publication, list)
    const isStanding = listStands(path, inputs)
    if (isStanding) standing.push({kind: 'list', path, inputs, stands: true})
    else lists.set(path, inputs)
    return isStanding
  }
  const render = () => press.site(publication, stands)
  for await (const event of verified(gate, site.id, false, expectation, render)) {
    yield event
    if (event.kind !== 'output') continue
    const {path} = event.output.output
    const inputs = lists.get(path)
    if (inputs !== undefined) yield {kind: 'list', path, inputs, stands: false}
  }
  yield* standing
}

async function* publishAll(
  desk: Desk,
  {removed = () => [], stands = NONE_STANDS, listStands = NONE_STANDS, shard}: PublishOptions,
): AsyncGenerator<PublishEvent, void, undefined> {
  const {content, site, book, country, presses} = desk
  const summaries = await content.summaries()
  const digests = await content.digests()
  const helplines = await content.helplines()
  const letters = shard === undefined ? digests.items.length : 0
  const articles = summaries.items.filter((summary) => isAsked(summary, shard))
  yield {kind: 'started', articles: articles.length, digests: letters}
  // what is wrong with the set is told by the run over all of it
  if (shard === undefined) {
    yield* refused([...summaries.problems, ...digests.problems])
    for (const problem of book.warnings) yield {kind: 'warning', problem}
  }

  const entries: Entry[] = []
  const latest: Publication[] = []
  for (const {summary, translations} of commissionsOf(summaries.items, shard)) {
    const isForFeeds = summary.retraction === undefined && latest.length < FEED_LENGTH
    const shown = yield* publishListed(desk, {
      summary,
      translations,
      isForFeeds,
      stands: stands(summary.id),
    })
    if (shown !== undefined) entries.push(shown.entry)
    if (isForFeeds && shown?.publication !== undefined) latest.push(shown.publication)
    yield {kind: 'step', documentId: summary.id}
  }

  if (shard !== undefined) return

  const named = new Set(digests.items.flatMap((digest) => digest.articles))
  const shown = new Map<string, ArticleSummary>()
  for (const {article} of entries) if (named.has(article.id)) shown.set(article.id, article)
  for (const digest of digests.items) {
    yield* publishDigest(desk, digest, shown)
    yield {kind: 'step', documentId: digest.id}
  }

  try {
    const present = new Set(summaries.items.map(({id}) => id))
    for (const {documentId} of summaries.problems) present.add(documentId)
    const tombstones = [...retractions(summaries.items), ...removed(present)]
    const lines = helplines.items.filter(({retiredAt}) => retiredAt === undefined)
    const parts = {site, book, country, entries, latest, helplines: lines, tombstones}
    const publication = SitePublication.create(parts)
    const items = itemExpectations(site, entries)
    const expectation = {audience: publication.audience, topics: [], items}
    for (const press of presses) {
      yield* publishSite(desk, press, publication, expectation, listStands)
    }
  } catch (error) {
    yield* refused(problemsOf(error, site.id), site.id)
  }
}

/** Throws ContentError when the site document cannot be read, SourceError when the dataset cannot. */
export const createPublisher = async ({
  content,
  today = utcToday(),
}: CreatePublisherOptions): Promise<ThrowlinePublisher> => {
  const site = await content.site()
  const notices = await content.notices()
  const helplines = await content.helplines()
  const book = new NoticeBook({
    site,
    notices: notices.items,
    helplines: helplines.items,
    today,
  })
  const gate = createGate(book, {origin: site.url})
  const deskFor = ({channels = CHANNELS, country = site.defaultCountry}: Reach): Desk => {
    const presses = publishers.filter(({channel}) => channels.includes(channel))
    return {content, today, site, book, gate, country, presses}
  }

  const due: ThrowlinePublisher['due'] = async ({earlier, shard, ...reach}) => {
    const desk = deskFor(reach)
    const found: Commission[] = []
    for (const each of commissionsOf((await content.summaries()).items, shard)) {
      if (isDue(desk, each, earlier)) found.push(each)
    }
    return found
  }

  async function* make(
    commissions: readonly Commission[],
    reach: Reach = {},
  ): AsyncGenerator<PublishEvent, void, undefined> {
    const desk = deskFor(reach)
    for (const each of commissions) {
      yield* publishListed(desk, {...each, isForFeeds: false, stands: false})
      yield {kind: 'step', documentId: each.summary.id}
    }
  }

  async function* publish(
    options: PublishOptions = {},
  ): AsyncGenerator<PublishEvent, void, undefined> {
    if (options.shard === undefined) {
      yield* refused([...notices.problems, ...helplines.problems])
    }
    yield* publishAll(deskFor(options), options)
  }

  return Object.freeze({
    site,
    book,
    publish,
    due,
    make,
    frame: () => frameOf(deskFor({})),
    commission: (id: string, others: readonly string[]) => commissionOf(deskFor({}), id, others),
  })
}
