/**
 * The published dataset as it stands at one moment, rendered page by page as readers ask, each page
 * past the gate before anybody gets it. The next edition takes over what has not changed.
 */
import type {ArticleReading} from '../../content/content.ts'
import type {ArticleSummary, Helpline, NoticeDocument, Site} from '../../content/model.ts'
import type {ContentSource} from '../../content/source.ts'
import type {Audience, CrisisNotice} from '../../crisis-notice/notice.ts'
import {type Entry, type Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {ContentError, NoticeLostError, NoticeMissingError, PublisherError} from '../../errors.ts'
import {placed} from '../../publishers/paths.ts'
import type {Output} from '../../publishers/publisher.ts'
import {webPublisher} from '../../publishers/web/web-publisher.ts'
import {FEED_LENGTH} from '../../site-lists.ts'
import type {Expectation} from '../../verification/expectation.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'
import {type Desk, openDesk} from './desk.ts'
import {siteLists} from './site-lists.ts'
import {Shelf} from './shelf.ts'

/** What lies at a path. */
export type Found =
  | {readonly kind: 'page'; readonly output: VerifiedOutput}
  /** It should be there, and may not be shown. */
  | {readonly kind: 'refused'; readonly error: Error}
  | {readonly kind: 'absent'}

const ABSENT: Found = {kind: 'absent'}

/** Failures of one document; any other is a fault of ours. */
export const isRefusal = (error: unknown): error is Error =>
  error instanceof ContentError ||
  error instanceof NoticeMissingError ||
  error instanceof NoticeLostError ||
  error instanceof PublisherError

/** Each page once for as long as its publication is the same, in whichever edition. */
const PAGES = new WeakMap<Publication, Promise<VerifiedOutput>>()

export class Edition {
  readonly #desk: Desk
  readonly #shelf: Shelf
  readonly #byPath: ReadonlyMap<string, ArticleSummary>
  #lists: Promise<ReadonlyMap<string, VerifiedOutput>> | undefined

  private constructor(desk: Desk, shelf: Shelf) {
    const {site, summaries} = desk
    this.#desk = desk
    this.#shelf = shelf
    this.#byPath = new Map(
      summaries.map((summary) => [`web/${placed(site, summary)}/index.html`, summary]),
    )
  }

  /** Throws ContentError when the site document cannot be read. */
  static async open(source: ContentSource, today: string): Promise<Edition> {
    const desk = await openDesk(source, today)
    return new Edition(desk, Shelf.open(desk))
  }

  /** The edition after some documents have changed, on the same day. Throws ContentError like `open`. */
  async next(source: ContentSource, changed: ReadonlySet<string>): Promise<Edition> {
    const desk = await openDesk(source, this.today, {desk: this.#desk, changed})
    return new Edition(desk, Shelf.after(this.#shelf, desk, changed))
  }

  get site(): Site {
    return this.#desk.site
  }

  /** YYYY-MM-DD: what was stale or retired on that day. */
  get today(): string {
    return this.#desk.today
  }

  /** Newest first, retracted ones included. */
  get summaries(): readonly ArticleSummary[] {
    return this.#desk.summaries
  }

  get notices(): readonly NoticeDocument[] {
    return this.#desk.notices
  }

  /** Whether readers can have it today. */
  isUsable({id}: NoticeDocument): boolean {
    return !this.#desk.book.problems.some(({documentId}) => documentId === id)
  }

  /** Retired ones included. */
  get helplines(): readonly Helpline[] {
    return this.#desk.helplines
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

  /**
   * The article for readers of one country; `undefined` when there is none of that id. The very same
   * object for as long as nothing it was made of has changed, in later editions too. Rejects with
   * ContentError or NoticeMissingError when it may not be shown.
   */
  publication(id: string, country: string): Promise<Publication | undefined> {
    return this.#shelf.publication(id, country)
  }

  /** The article and what it is made of, whether it may be shown or not. */
  reading(id: string): Promise<ArticleReading> {
    return this.#desk.content.reading(id)
  }

  /** Throws NoticeMissingError. */
  notice(audience: Audience, topics: readonly string[]): CrisisNotice {
    return this.#desk.book.notice(audience, topics)
  }

  /** Past the gate. Throws NoticeLostError. */
  pass(output: Output, expectation: Expectation): Promise<VerifiedOutput> {
    return this.#desk.gate.pass(output, expectation)
  }

  /** Articles that are there, and so wrong that nobody knows where they belong. */
  get unreadable(): ReadonlyMap<string, Error> {
    return this.#desk.unreadable
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

  async #page(
    summary: ArticleSummary,
  ): Promise<{readonly publication: Publication; readonly output: VerifiedOutput}> {
    const publication = await this.#shelf.publication(summary.id, this.site.defaultCountry)
    if (publication === undefined) throw new Error(`${summary.id} is not of this edition.`)
    const known = PAGES.get(publication) ?? this.#render(publication)
    PAGES.set(publication, known)
    return {publication, output: await known}
  }

  async #render(publication: Publication): Promise<VerifiedOutput> {
    const {audience, article} = publication
    const [output, ...others] = webPublisher.article(publication)
    if (output === undefined || others.length > 0) {
      throw new Error(`The web publisher made ${others.length} pages of ${article.id}, not one.`)
    }
    return this.#desk.gate.pass(output, {audience, topics: article.topics})
  }

  #allLists(): Promise<ReadonlyMap<string, VerifiedOutput>> {
    this.#lists ??= this.#renderLists()
    return this.#lists
  }

  async #renderLists(): Promise<ReadonlyMap<string, VerifiedOutput>> {
    const entries: Entry[] = []
    const latest: Publication[] = []
    for (const summary of this.summaries) {
      try {
        if (summary.retraction !== undefined) continue
        const {publication} = await this.#page(summary)
        entries.push(Object.freeze({article: summary, notice: publication.notice}))
        if (latest.length < FEED_LENGTH) latest.push(publication)
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
    }
    return siteLists(this.#desk, {entries, latest})
  }
}
