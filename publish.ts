/**
 * The composition root: content in, verified outputs and refusals out, one article's worth in
 * memory at a time. Nothing here writes; cli/out does.
 */
import type {Content} from './content/content.ts'
import {unwrap} from './content/join.ts'
import type {Article, ArticleSummary, Digest, Site} from './content/model.ts'
import {NoticeBook} from './crisis-notice/notice-book.ts'
import {
  DigestPublication,
  type Entry,
  Publication,
  SitePublication,
  type Tombstone,
} from './crisis-notice/policy.ts'
import type {Problem} from './errors.ts'
import {problemsOf} from './problems.ts'
import {isInShard, type Shard} from './publish-shard.ts'
import {type EarlierArticle, type Frame, inputsOf} from './publish-inputs.ts'
import {publishers} from './publishers/publishers.ts'
import {CHANNELS, type Channel, type Output, type Publisher} from './publishers/publisher.ts'
import type {SmsMessage} from './publishers/sms/message.ts'
import {digestMessages, smsMessage} from './publishers/sms/sms-publisher.ts'
import {FEED_LENGTH, itemExpectations, retractions, translationsOf} from './site-lists.ts'
import type {Expectation} from './verification/expectation.ts'
import {createGate, type Gate, type VerifiedOutput} from './verification/gate.ts'

export interface PublishOptions {
  /** All four when absent. */
  readonly channels?: readonly Channel[]
  /** ISO 3166-1 alpha-2; the site's default country when absent. */
  readonly country?: string
  /**
   * Tombstones of what earlier runs published and this dataset no longer has. `present` has the ids
   * of all its articles, those that cannot be read included: a broken article is not a removed one.
   */
  readonly removed?: (present: ReadonlySet<string>) => readonly Tombstone[]
  /**
   * An article as an earlier run left it on all channels asked for, if that still stands as it was.
   * One whose inputs are the same is told as `unchanged` and not made again.
   */
  readonly earlier?: (articleId: string) => Promise<EarlierArticle | undefined>
  /** Only these articles; digests and lists, which need all of them, are left to a run without it. */
  readonly shard?: Shard
}

export type PublishEvent =
  | {readonly kind: 'started'; readonly articles: number; readonly digests: number}
  /** An article whose outputs of an earlier run are what this one would make. */
  | {readonly kind: 'unchanged'; readonly documentId: string}
  /** An article was published whole; to be given to the next run. */
  | {readonly kind: 'article'; readonly documentId: string; readonly earlier: EarlierArticle}
  /** One article or digest is done, published or refused. */
  | {readonly kind: 'step'; readonly documentId: string}
  | {
      readonly kind: 'output'
      readonly output: VerifiedOutput
      /** For `sms` only: the messages taken apart, in the order of the output's. */
      readonly messages?: readonly SmsMessage[]
    }
  /** `retracted`: what was published before must go, even though nothing takes its place. */
  | {
      readonly kind: 'refused'
      /** The article, digest or site that was refused; the problem may lie in what it references. */
      readonly documentId: string
      readonly problem: Problem
      readonly retracted: boolean
    }
  | {readonly kind: 'warning'; readonly problem: Problem}

export interface ThrowlinePublisher {
  readonly site: Site
  readonly book: NoticeBook
  /**
   * Every article, digest and list on the channels asked for. A document that cannot be published
   * is an event, never an exception; an exception means that the dataset could not be read.
   */
  publish(options?: PublishOptions): AsyncGenerator<PublishEvent, void, undefined>
}

export interface CreatePublisherOptions {
  readonly content: Content
  /** YYYY-MM-DD: what counts as stale or retired. Today, in UTC, when absent. */
  readonly today?: string
}

interface Desk {
  readonly content: Content
  readonly today: string
  readonly site: Site
  readonly book: NoticeBook
  readonly gate: Gate
  readonly country: string
  readonly presses: readonly Publisher[]
}

const utcToday = (): string => new Date().toISOString().slice(0, 10)

const refused = (
  problems: readonly Problem[],
  documentId?: string,
  retracted = false,
): readonly PublishEvent[] =>
  problems.map((problem) => ({
    kind: 'refused',
    documentId: documentId ?? problem.documentId,
    problem,
    retracted,
  }))

/** Passes outputs through the gate; a refused one does not stop the next. */
async function* verified(
  gate: Gate,
  documentId: string,
  retracted: boolean,
  expectation: Expectation,
  render: () => readonly Output[],
  messages?: () => readonly SmsMessage[],
): AsyncGenerator<PublishEvent> {
  try {
    for (const output of render()) {
      const passed = await gate.pass(output, expectation)
      yield {kind: 'output', output: passed, ...(messages && {messages: messages()})}
    }
  } catch (error) {
    yield* refused(problemsOf(error, documentId), documentId, retracted)
  }
}

async function* publishArticle(
  desk: Desk,
  article: Article,
  publication: Publication,
): AsyncGenerator<PublishEvent> {
  const {audience} = publication
  const expectation = {audience, topics: article.topics}
  const retracted = article.retraction !== undefined
  for (const press of desk.presses) {
    const render = () => press.article(publication)
    const messages = press.channel === 'sms' ? () => [smsMessage(publication)] : undefined
    yield* verified(desk.gate, article.id, retracted, expectation, render, messages)
  }
}

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

const groupBySlug = (
  summaries: readonly ArticleSummary[],
): ReadonlyMap<string, readonly ArticleSummary[]> => Map.groupBy(summaries, ({slug}) => slug)

const frameOf = (
  {site, book, country}: Desk,
  summary: ArticleSummary,
  translations: readonly ArticleSummary[],
): Frame => {
  const notice = book.notice({country, language: summary.language}, summary.topics)
  return {site, notice, translations, audience: notice.audience}
}

interface Listed {
  readonly summary: ArticleSummary
  readonly translations: readonly ArticleSummary[]
  /** Its whole text is needed, changed or not. */
  readonly isForFeeds: boolean
  readonly earlier: NonNullable<PublishOptions['earlier']>
}

interface Shown {
  readonly entry: Entry
  /** Absent where it was not needed. */
  readonly publication?: Publication
}

/** What lists may name, unless it was refused or retracted. */
async function* publishListed(
  desk: Desk,
  {summary, translations, isForFeeds, earlier}: Listed,
): AsyncGenerator<PublishEvent, Shown | undefined> {
  const {content, site, book, country} = desk
  const {id: documentId, retraction} = summary
  const isRetracted = retraction !== undefined
  try {
    const frame = frameOf(desk, summary, translations)
    const entry = {article: summary, notice: frame.notice}
    const before = await earlier(documentId)
    const isSame = before !== undefined && before.inputs === inputsOf(desk, before.uses, frame)
    if (isSame) yield {kind: 'unchanged', documentId}
    if (isSame && !isForFeeds) return isRetracted ? undefined : {entry}
    const {result, uses} = await content.reading(documentId)
    const article = unwrap(result)
    const publication = Publication.create({site, book, article, country, translations})
    if (isSame) return {entry, publication}
    let isWhole = true
    for await (const event of publishArticle(desk, article, publication)) {
      if (event.kind === 'refused') isWhole = false
      yield event
    }
    if (!isWhole) return undefined
    const made = [...uses]
    const inputs = inputsOf(desk, made, frame)
    if (inputs !== undefined) yield {kind: 'article', documentId, earlier: {uses: made, inputs}}
    return isRetracted ? undefined : {entry, publication}
  } catch (error) {
    yield* refused(problemsOf(error, documentId), documentId, isRetracted)
    return undefined
  }
}

async function* publishAll(
  desk: Desk,
  {removed = () => [], earlier = async () => undefined, shard}: PublishOptions,
): AsyncGenerator<PublishEvent, void, undefined> {
  const {content, site, book, gate, country, presses} = desk
  const summaries = await content.summaries()
  const digests = await content.digests()
  const helplines = await content.helplines()
  const listed = summaries.items.filter(({id}) => shard === undefined || isInShard(id, shard))
  const letters = shard === undefined ? digests.items.length : 0
  yield {kind: 'started', articles: listed.length, digests: letters}
  // what is wrong with the set is told by the run over all of it
  if (shard === undefined) {
    yield* refused([...summaries.problems, ...digests.problems])
    for (const problem of book.warnings) yield {kind: 'warning', problem}
  }

  const bySlug = groupBySlug(summaries.items)
  const entries: Entry[] = []
  const latest: Publication[] = []
  for (const summary of listed) {
    const isForFeeds = summary.retraction === undefined && latest.length < FEED_LENGTH
    const translations = translationsOf(summary, bySlug)
    const shown = yield* publishListed(desk, {summary, translations, isForFeeds, earlier})
    if (shown !== undefined) entries.push(shown.entry)
    if (isForFeeds && shown?.publication !== undefined) latest.push(shown.publication)
    yield {kind: 'step', documentId: summary.id}
  }

  if (shard !== undefined) return

  const shown = new Map(entries.map(({article}) => [article.id, article]))
  for (const digest of digests.items) {
    yield* publishDigest(desk, digest, shown)
    yield {kind: 'step', documentId: digest.id}
  }

  try {
    const present = new Set([
      ...summaries.items.map(({id}) => id),
      ...summaries.problems.map(({documentId}) => documentId),
    ])
    const tombstones = [...retractions(summaries.items), ...removed(present)]
    const lines = helplines.items.filter(({retiredAt}) => retiredAt === undefined)
    const parts = {site, book, country, entries, latest, helplines: lines, tombstones}
    const publication = SitePublication.create(parts)
    const items = itemExpectations(site, entries)
    const expectation = {audience: publication.audience, topics: [], items}
    for (const press of presses) {
      yield* verified(gate, site.id, false, expectation, () => press.site(publication))
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

  async function* publish(
    options: PublishOptions = {},
  ): AsyncGenerator<PublishEvent, void, undefined> {
    const {channels = CHANNELS, country = site.defaultCountry} = options
    if (options.shard === undefined) {
      yield* refused([...notices.problems, ...helplines.problems])
    }
    const presses = publishers.filter(({channel}) => channels.includes(channel))
    yield* publishAll({content, today, site, book, gate, country, presses}, options)
  }

  return Object.freeze({site, book, publish})
}
