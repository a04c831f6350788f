/**
 * The published dataset as it stands at one moment, rendered page by page as readers ask, each page
 * past the gate before anybody gets it.
 */
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import {isObject} from '../../content/json-object.ts'
import type {ArticleSummary, Helpline, Site} from '../../content/model.ts'
import type {ContentSource} from '../../content/source.ts'
import type {Audience} from '../../crisis-notice/notice.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {type Entry, Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {
  ContentError,
  NoticeLostError,
  NoticeMissingError,
  type Problem,
  PublisherError,
} from '../../errors.ts'
import {placed} from '../../publishers/paths.ts'
import type {Output} from '../../publishers/publisher.ts'
import {webPublisher} from '../../publishers/web/web-publisher.ts'
import {FEED_LENGTH, itemExpectations, translationsOf} from '../../site-lists.ts'
import type {Expectation} from '../../verification/expectation.ts'
import {createGate, type Gate, type VerifiedOutput} from '../../verification/gate.ts'

/** What lies at a path. */
export type Found =
  | {readonly kind: 'page'; readonly output: VerifiedOutput}
  /** It should be there, and may not be shown. */
  | {readonly kind: 'refused'; readonly error: Error}
  | {readonly kind: 'absent'}

const ABSENT: Found = {kind: 'absent'}

/** Failures of one document; any other is a fault of ours. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof ContentError ||
  error instanceof NoticeMissingError ||
  error instanceof NoticeLostError ||
  error instanceof PublisherError

interface Page {
  readonly publication: Publication
  readonly output: VerifiedOutput
}

const memo = <K, V>(make: (key: K) => Promise<V>): ((key: K) => Promise<V>) => {
  const made = new Map<K, Promise<V>>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const promise = make(key)
    // whoever asks handles the failure; asking for it early must not end the process
    promise.catch(() => {})
    made.set(key, promise)
    return promise
  }
}

/** One that was retracted is none of them: its old page must go, whatever else is wrong with it. */
const unreadableArticles = async (
  source: ContentSource,
  problems: readonly Problem[],
): Promise<ReadonlyMap<string, Error>> => {
  const byId = Map.groupBy(problems, ({documentId}) => documentId)
  const documents = await source.documents([...byId.keys()])
  const unreadable = new Map<string, Error>()
  for (const [id, own] of byId) {
    const document = documents.get(id)
    const isRetracted = isObject(document) && isObject(document['retraction'])
    if (document !== undefined && !isRetracted) unreadable.set(id, new ContentError(own))
  }
  return unreadable
}

interface Desk {
  readonly content: Content
  readonly site: Site
  readonly book: NoticeBook
  readonly gate: Gate
  readonly summaries: readonly ArticleSummary[]
  /** Articles that are there and cannot be read, so that nobody knows where their page belongs. */
  readonly unreadable: ReadonlyMap<string, Error>
  readonly helplines: readonly Helpline[]
}

export class Edition {
  readonly site: Site
  /** YYYY-MM-DD: what was stale or retired on that day. */
  readonly today: string
  readonly #desk: Desk
  readonly #byPath: ReadonlyMap<string, ArticleSummary>
  readonly #bySlug: ReadonlyMap<string, readonly ArticleSummary[]>
  readonly #page = memo((summary: ArticleSummary) => this.#render(summary))
  #lists: Promise<ReadonlyMap<string, VerifiedOutput>> | undefined

  private constructor(desk: Desk, today: string) {
    const {site, summaries} = desk
    this.site = site
    this.today = today
    this.#desk = desk
    this.#byPath = new Map(
      summaries.map((summary) => [`web/${placed(site, summary)}/index.html`, summary]),
    )
    this.#bySlug = Map.groupBy(summaries, ({slug}) => slug)
  }

  /** Throws ContentError when the site document cannot be read. */
  static async open(source: ContentSource, today: string): Promise<Edition> {
    const content = await openContent(source, {today})
    const site = await content.site()
    const notices = (await content.notices()).items
    const helplines = (await content.helplines()).items
    const summaries = await content.summaries()
    const unreadable = await unreadableArticles(source, summaries.problems)
    const book = new NoticeBook({site, notices, helplines, today})
    const gate = createGate(book, {origin: site.url})
    return new Edition(
      {content, site, book, gate, summaries: summaries.items, unreadable, helplines},
      today,
    )
  }

  /** `path` as contracts.md lays it out: `web/sleep/index.html`. */
  async find(path: string): Promise<Found> {
    try {
      const summary = this.#byPath.get(path)
      const output =
        summary === undefined
          ? (await this.#allLists()).get(path)
          : (await this.#page(summary)).output
      return output === undefined ? ABSENT : {kind: 'page', output}
    } catch (error) {
      if (isRefusal(error)) return {kind: 'refused', error}
      throw error
    }
  }

  /** Why an article that is there cannot be shown at any path; `undefined` for every other. */
  whyUnreadable(articleId: string): Error | undefined {
    return this.#desk.unreadable.get(articleId)
  }

  /** Countries with a notice in the site's language, where it can serve readers. */
  get countries(): readonly string[] {
    const {defaultLanguage} = this.site
    const served = this.#served().filter(({language}) => language === defaultLanguage)
    return served.map(({country}) => country)
  }

  /** Languages that have a notice for the country. */
  languagesOf(country: string): readonly string[] {
    const served = this.#served().filter((audience) => audience.country === country)
    return served.map(({language}) => language)
  }

  #served(): readonly Audience[] {
    const {book} = this.#desk
    return book.audiences().filter((audience) => {
      try {
        return book.notice(audience, []).audience.country === audience.country
      } catch (error) {
        if (error instanceof NoticeMissingError) return false
        throw error
      }
    })
  }

  /** What is made of the site for readers in one country, past the gate. Throws NoticeMissingError. */
  compose(country: string, render: (site: SitePublication) => Output): Promise<VerifiedOutput> {
    const {site, book, gate} = this.#desk
    const lists = {entries: [], latest: [], helplines: [], tombstones: []}
    const publication = SitePublication.create({site, book, country, ...lists})
    const {audience} = publication
    return gate.pass(render(publication), {audience, topics: []})
  }

  /** The bytes of an image that a page of this edition shows. Throws SourceError for any other. */
  asset(url: string): Promise<Uint8Array> {
    return this.#desk.content.asset(url)
  }

  async #render(summary: ArticleSummary): Promise<Page> {
    const {content, site, book, gate} = this.#desk
    const article = await content.article(summary.id)
    const translations = translationsOf(summary, this.#bySlug)
    const country = site.defaultCountry
    const publication = Publication.create({site, book, article, country, translations})
    const [output, ...others] = webPublisher.article(publication)
    if (output === undefined || others.length > 0) {
      throw new Error(`The web publisher made ${others.length} pages of ${article.id}, not one.`)
    }
    const expectation = {audience: publication.audience, topics: article.topics}
    return {publication, output: await gate.pass(output, expectation)}
  }

  #allLists(): Promise<ReadonlyMap<string, VerifiedOutput>> {
    this.#lists ??= this.#renderLists()
    return this.#lists
  }

  /** Indexes and feeds name only what readers can open. */
  async #renderLists(): Promise<ReadonlyMap<string, VerifiedOutput>> {
    const {site, book, gate, summaries, helplines} = this.#desk
    const pages = await this.#readable(summaries.filter(({retraction}) => retraction === undefined))
    const entries: readonly Entry[] = pages.map(({summary, page}) => ({
      article: summary,
      notice: page.publication.notice,
    }))
    const publication = SitePublication.create({
      site,
      book,
      country: site.defaultCountry,
      entries,
      latest: pages.slice(0, FEED_LENGTH).map(({page}) => page.publication),
      helplines: helplines.filter(({retiredAt}) => retiredAt === undefined),
      tombstones: [],
    })
    const expectation: Expectation = {
      audience: publication.audience,
      topics: [],
      items: itemExpectations(site, entries),
    }
    const lists = new Map<string, VerifiedOutput>()
    for (const output of webPublisher.site(publication)) {
      lists.set(output.path, await gate.pass(output, expectation))
    }
    return lists
  }

  async #readable(
    summaries: readonly ArticleSummary[],
  ): Promise<readonly {readonly summary: ArticleSummary; readonly page: Page}[]> {
    const readable = []
    for (const summary of summaries) {
      try {
        readable.push({summary, page: await this.#page(summary)})
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
    }
    return readable
  }
}
