/**
 * The publishing house over documents at hand: the very parser, policy, publishers and gate of the
 * package, for one set of papers. Made anew when a paper changes; the document in the form may change
 * with every keystroke.
 */
import type {JsonObject} from '../../content/json-object.ts'
import {createJoin, type Join} from '../../content/join.ts'
import type {
  Article,
  ArticleSummary,
  Digest,
  Helpline,
  NoticeDocument,
  Site,
} from '../../content/model.ts'
import type {Result} from '../../content/parse/reader.ts'
import type {ImageHost} from '../../content/source.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import type {Problem} from '../../errors.ts'
import {createGate, type Gate} from '../../verification/gate.ts'
import {asPublished, idOf, type Papers, typeOf} from './papers.ts'
import {pictures} from './pictures.ts'

export interface NewsroomOptions {
  /** YYYY-MM-DD: what counts as stale or retired. */
  readonly today: string
  /** Set for a hosted project. */
  readonly imageHost?: ImageHost
}

/** What every document of one moment is checked with. */
export interface Desk {
  readonly site: Site
  readonly book: NoticeBook
  readonly gate: Gate
}

interface Read<T> {
  readonly items: readonly T[]
  readonly problems: readonly Problem[]
}

const NO_SITE: Problem = {
  documentId: 'site',
  path: '',
  code: 'MISSING',
  message:
    'There is no site document yet. Open "Site", fill it in and publish it: name, address and default country are needed everywhere.',
}

export class Newsroom {
  readonly today: string
  /** Where an `assets/…` image really is. */
  readonly addresses: ReadonlyMap<string, string>
  readonly #papers: Papers
  readonly #join: Join
  #root: JsonObject | undefined
  #desk: Result<Desk> | undefined

  constructor(papers: Papers, {today, imageHost}: NewsroomOptions) {
    this.today = today
    this.#papers = papers
    const {find, addresses} = pictures(() => this.#papers, imageHost)
    this.addresses = addresses
    this.#join = createJoin({
      today,
      typeOf: (id) => typeOf(this.#document(id)),
      document: (id) => {
        const value = this.#document(id)
        return value === undefined ? {ok: false, problems: []} : {ok: true, value}
      },
      image: find,
    })
  }

  /**
   * Takes the document of a form in place of the stored one. A site, notice or helpline changes what
   * everything else is checked with.
   */
  open(document: JsonObject): void {
    const before = this.#root
    this.#root = asPublished(document)
    if (isFixture(before) || isFixture(this.#root)) this.#desk = undefined
  }

  /** Site, notice book and gate; or why there are none. */
  desk(): Result<Desk> {
    this.#desk ??= this.#makeDesk()
    return this.#desk
  }

  article(id: string): Result<Article> {
    return this.#join.article(id)
  }

  digest(id: string): Result<Digest> {
    return this.#join.digest(id)
  }

  summary(id: string): Result<ArticleSummary> {
    return this.#join.summary(id)
  }

  /** Ids of one type, the form's document among them. */
  ids(type: string): readonly string[] {
    const stored = [...this.#papers].flatMap(([id, paper]) => (typeOf(paper) === type ? [id] : []))
    const root = this.#root
    if (root === undefined || typeOf(root) !== type) return stored
    return [...new Set([...stored, idOf(root)])]
  }

  /** Every crisis notice that can be read, and what is wrong with the others. */
  notices(): Read<NoticeDocument> {
    return this.#all('crisisNotice', (id) => this.#join.notice(id))
  }

  helplines(): Read<Helpline> {
    return this.#all('helpline', (id) => this.#join.helpline(id))
  }

  document(id: string): JsonObject | undefined {
    return this.#document(id)
  }

  #document(id: string): JsonObject | undefined {
    if (this.#root !== undefined && idOf(this.#root) === id) return this.#root
    return this.#papers.get(id) ?? undefined
  }

  #all<T>(type: string, read: (id: string) => Result<T>): Read<T> {
    const results = this.ids(type).map(read)
    return {
      items: results.flatMap((result) => (result.ok ? [result.value] : [])),
      problems: results.flatMap((result) => (result.ok ? [] : result.problems)),
    }
  }

  #makeDesk(): Result<Desk> {
    if (this.#document('site') === undefined) return {ok: false, problems: [NO_SITE]}
    const site = this.#join.site('site')
    if (!site.ok) return site
    const book = new NoticeBook({
      site: site.value,
      notices: this.notices().items,
      helplines: this.helplines().items,
      today: this.today,
    })
    const gate = createGate(book, {origin: site.value.url})
    return {ok: true, value: {site: site.value, book, gate}}
  }
}

/** A document that others are checked with. */
const isFixture = (document: JsonObject | undefined): boolean =>
  ['site', 'crisisNotice', 'helpline'].includes(typeOf(document) ?? '')
