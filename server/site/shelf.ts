/**
 * Articles as publications, each made once for as long as nothing it was made of has changed: whoever
 * renders one may keep the result under the object itself. A next shelf takes over what still holds.
 */
import {Lru} from '../../content/lru.ts'
import type {Article, ArticleSummary} from '../../content/model.ts'
import {unwrap} from '../../content/join.ts'
import {Publication} from '../../crisis-notice/policy.ts'
import {NoticeMissingError} from '../../errors.ts'
import {translationsOf} from '../../site-lists.ts'
import type {Desk} from './desk.ts'
import {UseIndex} from './use-index.ts'

/** Publications kept; an article of ordinary length takes some 300 KB. */
const KEPT = 2000

/** What of a publication does not come from the article's own documents; by value, for a revision is only a name. */
const surroundings = ({site, notice, translations}: Publication): string =>
  JSON.stringify([
    site,
    notice,
    translations.map(({id, slug, language, title, summary}) => [
      id,
      slug,
      language,
      title,
      summary,
    ]),
  ])

const retractedAlone = (summary: ArticleSummary): Article => ({
  ...summary,
  opening: [],
  sections: [],
  warnings: [],
  authors: [],
  keyPoints: [],
  relatedArticles: [],
  corrections: [],
  references: [],
})

export class Shelf {
  readonly uses: UseIndex
  readonly #desk: Desk
  readonly #byId: ReadonlyMap<string, ArticleSummary>
  readonly #bySlug: ReadonlyMap<string, readonly ArticleSummary[]>
  readonly #kept = new Lru<Publication>(KEPT)
  readonly #making = new Map<string, Promise<Publication>>()
  /** What is still being made then is of a dataset that has gone. */
  #isSuperseded = false

  private constructor(desk: Desk, uses: UseIndex) {
    this.#desk = desk
    this.uses = uses
    this.#byId = new Map(desk.summaries.map((summary) => [summary.id, summary]))
    this.#bySlug = Map.groupBy(desk.summaries, ({slug}) => slug)
  }

  static open(desk: Desk): Shelf {
    return new Shelf(desk, new UseIndex())
  }

  /** Takes over what does not use any of `changed` and has the same notice and translations still. */
  static after(before: Shelf, desk: Desk, changed: ReadonlySet<string>): Shelf {
    before.#isSuperseded = true
    before.uses.drop(before.uses.usersOf(changed))
    const shelf = new Shelf(desk, before.uses)
    for (const [key, publication] of before.#kept.entries()) {
      if (shelf.#stillHolds(publication)) shelf.#kept.set(key, publication, 1)
    }
    return shelf
  }

  /**
   * `undefined` when the edition has no such article. Rejects with ContentError or NoticeMissingError
   * when it may not be shown.
   */
  async publication(id: string, country: string): Promise<Publication | undefined> {
    const summary = this.#byId.get(id)
    if (summary === undefined) return undefined
    const key = `${country} ${id}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const known = this.#making.get(key)
    if (known !== undefined) return known
    const making = this.#make(summary, country)
    this.#making.set(key, making)
    try {
      const made = await making
      this.#kept.set(key, made, 1)
      return made
    } finally {
      this.#making.delete(key)
    }
  }

  async #make(summary: ArticleSummary, country: string): Promise<Publication> {
    const {content, site, book} = this.#desk
    const {result, uses} = await content.reading(summary.id)
    if (!this.#isSuperseded) this.uses.add(summary.id, uses)
    const translations = translationsOf(summary, this.#bySlug)
    // that it was retracted is told even where nothing else of it can be read
    const isGone = !result.ok && summary.retraction !== undefined
    const article = isGone ? retractedAlone(summary) : unwrap(result)
    return Publication.create({site, book, article, country, translations})
  }

  #stillHolds(publication: Publication): boolean {
    const {article, audience} = publication
    const summary = this.#byId.get(article.id)
    if (summary === undefined || !this.uses.has(article.id)) return false
    const {site, book} = this.#desk
    try {
      const now = Publication.create({
        site,
        book,
        article,
        country: audience.country,
        translations: translationsOf(summary, this.#bySlug),
      })
      return surroundings(now) === surroundings(publication)
    } catch (error) {
      if (error instanceof NoticeMissingError) return false
      throw error
    }
  }
}
