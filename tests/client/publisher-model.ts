/** A publisher small enough to be read at once: articles, helplines, notices, and the log of changes. */
import type {Change, ChangeKind, CrisisNotice, PartnerArticle} from '../../client/index.ts'

export interface Piece {
  readonly id: string
  slug: string
  readonly language: string
  topics: readonly string[]
  title: string
  revision: string
  isRetracted: boolean
  /** Cannot be read now: the API holds it back. */
  isBroken: boolean
  readonly publishedAt: string
}

const DIAL = (country: string, language: string): string => `notice-${country}-${language}`

export class PublisherModel {
  readonly pieces = new Map<string, Piece>()
  /** Name of a notice to the number that it gives; absent when there is no such notice. */
  readonly numbers = new Map<string, string>()
  readonly log: Change[] = []
  #revisions = 0

  constructor() {
    for (const country of ['US', 'GB'])
      for (const language of ['en', 'es']) this.numbers.set(DIAL(country, language), '988')
  }

  #tell(kind: ChangeKind, id: string, piece?: Piece): void {
    const cursor = String((this.log.length + 1) * 7)
    const {slug = null, language = null, revision = null} = piece ?? {}
    const told = kind === 'removed' ? null : revision
    this.log.push({cursor, at: '2026-11-23T09:00:00Z', kind, id, slug, language, revision: told})
  }

  #next(): string {
    this.#revisions += 1
    return `r${this.#revisions}`
  }

  publish(id: string, {slug = id, language = 'en', topics = ['sleep']} = {}): void {
    const number = this.pieces.size + this.log.length
    const piece = {
      id,
      slug,
      language,
      topics,
      title: `Title of ${id}`,
      revision: this.#next(),
      isRetracted: false,
      isBroken: false,
      publishedAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
    }
    this.pieces.set(id, piece)
    this.#tell('published', id, piece)
  }

  /** `kind`: how the log calls it. */
  edit(
    id: string,
    change: Partial<Pick<Piece, 'slug' | 'topics' | 'title'>>,
    kind: ChangeKind,
  ): void {
    const piece = this.pieces.get(id)
    if (piece === undefined) return
    Object.assign(piece, change, {revision: this.#next(), isBroken: false})
    this.#tell(piece.isRetracted ? 'retracted' : kind, id, piece)
  }

  retract(id: string): void {
    const piece = this.pieces.get(id)
    if (piece === undefined) return
    Object.assign(piece, {revision: this.#next(), isRetracted: true, isBroken: false})
    this.#tell('retracted', id, piece)
  }

  /** Nothing in the log tells of it: what readers had stays as it is. */
  break(id: string, isBroken: boolean): void {
    const piece = this.pieces.get(id)
    if (piece !== undefined) piece.isBroken = isBroken
  }

  remove(id: string): void {
    const piece = this.pieces.get(id)
    if (piece === undefined) return
    this.pieces.delete(id)
    this.#tell('removed', id, piece)
  }

  /** Undefined takes the notice away. */
  setNumber(country: string, language: string, number: string | undefined): void {
    const name = DIAL(country, language)
    if (number === undefined) this.numbers.delete(name)
    else this.numbers.set(name, number)
    this.#tell(number === undefined ? 'noticeChanged' : 'helplineChanged', name)
  }

  notice(country: string, language: string): CrisisNotice | undefined {
    const number = this.numbers.get(DIAL(country, language))
    if (number === undefined) return undefined
    return {
      heading: 'In danger now?',
      lead: 'You are not alone.',
      emergency: {display: '911', dial: '911'},
      helplines: [
        {
          name: 'Line',
          country,
          languages: [language],
          phone: {display: number, dial: number},
          sms: null,
          chatUrl: null,
          hours: {always: true},
        },
      ],
      html: `<aside>911 or <a href="tel:${number}">${number}</a></aside>`,
      text: `911 or ${number}`,
    }
  }

  hasCountry(country: string): boolean {
    return [...this.numbers.keys()].some((name) => name.startsWith(`notice-${country}-`))
  }

  /** As its readers in the country get it; undefined when it is held back or there is no notice. */
  article(piece: Piece, country: string): PartnerArticle | undefined {
    const crisisNotice = this.notice(country, piece.language)
    if (crisisNotice === undefined || piece.isBroken) return undefined
    const {id, slug, language, title, topics, revision, publishedAt} = piece
    return {
      id,
      slug,
      language,
      url: `https://health.example/${slug}/`,
      title,
      summary: 'In short.',
      html: `<article>${crisisNotice.html}<h1>${title}</h1></article>`,
      text: `${crisisNotice.text}\n\n${title}`,
      topics,
      authors: [{kind: 'person', name: 'A', role: null, credentials: null, url: null}],
      reviewer: null,
      publishedAt,
      updatedAt: null,
      lastReviewed: '2026-11-01',
      nextReview: null,
      sections: [{heading: 'One', anchor: 'one', html: '<p>One</p>', text: 'One'}],
      warnings: [],
      sources: [{number: 1, citation: 'A. B. 2026.', doi: null, url: null}],
      crisisNotice,
      attribution: 'From Lantern Health.',
      corrections: [],
      revision,
    }
  }

  /** Newest first. */
  standing(): readonly Piece[] {
    return [...this.pieces.values()]
      .filter(({isRetracted}) => !isRetracted)
      .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.id.localeCompare(b.id))
  }
}
