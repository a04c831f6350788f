/** What the API of version 1 answers with. A field without a value is null; none is ever left out. */

/** `dial`: E.164, or a short code of 2 to 6 digits. `display`: as readers know it. */
export interface Phone {
  readonly display: string
  readonly dial: string
}

export interface TextLine {
  readonly number: string
  /** What the message must say, if anything. */
  readonly keyword: string | null
}

export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export interface Span {
  readonly days: readonly Day[]
  /** HH:MM. */
  readonly opens: string
  readonly closes: string
}

export type Hours =
  | {readonly always: true}
  | {readonly always: false; readonly timeZone: string; readonly spans: readonly Span[]}

export interface Helpline {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** BCP 47. */
  readonly languages: readonly string[]
  readonly phone: Phone | null
  readonly sms: TextLine | null
  readonly chatUrl: string | null
  readonly hours: Hours
}

/** Show `html` or `text` whole; a layout of your own must show all of the other fields. */
export interface CrisisNotice {
  readonly heading: string
  readonly lead: string
  readonly emergency: Phone
  /** Never empty; in the order to show. */
  readonly helplines: readonly Helpline[]
  readonly html: string
  readonly text: string
}

export interface Contributor {
  readonly kind: string
  readonly name: string
  readonly role: string | null
  readonly credentials: string | null
  readonly url: string | null
}

export interface Section {
  readonly heading: string
  readonly anchor: string
  readonly html: string
  readonly text: string
}

export interface Warning {
  readonly title: string
  /** `info`, `caution` or `danger`. */
  readonly severity: string
  readonly html: string
  readonly text: string
}

export interface Source {
  readonly number: number
  /** AMA style, plain text. */
  readonly citation: string
  /** Without the resolver's address. */
  readonly doi: string | null
  readonly url: string | null
}

export interface Correction {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly note: string
}

export interface PartnerArticle {
  readonly id: string
  /** Unique in its language. */
  readonly slug: string
  /** BCP 47. */
  readonly language: string
  /** The article's own page: the canonical address. */
  readonly url: string
  readonly title: string
  readonly summary: string
  /** The whole article, the crisis notice first; may be inserted as it is. */
  readonly html: string
  /** The whole article, the crisis notice first. */
  readonly text: string
  readonly topics: readonly string[]
  readonly authors: readonly Contributor[]
  readonly reviewer: Contributor | null
  /** RFC 3339, UTC. */
  readonly publishedAt: string
  readonly updatedAt: string | null
  /** YYYY-MM-DD. */
  readonly lastReviewed: string | null
  readonly nextReview: string | null
  readonly sections: readonly Section[]
  readonly warnings: readonly Warning[]
  readonly sources: readonly Source[]
  readonly crisisNotice: CrisisNotice
  /** To be shown with the article. */
  readonly attribution: string
  readonly corrections: readonly Correction[]
  /** Changes whenever the article's document does. */
  readonly revision: string
}

export type ArticleField = keyof PartnerArticle

/** In every answer, whatever `fields` asked for. */
export type EssentialField =
  | 'id'
  | 'slug'
  | 'language'
  | 'url'
  | 'revision'
  | 'crisisNotice'
  | 'attribution'

/** An article of which `fields` asked for some. */
export type ArticleWith<Field extends ArticleField> = Pick<PartnerArticle, Field | EssentialField>

/** An article that is not among the others, and why. */
export interface LeftOut {
  readonly id: string
  /** The publisher's reason, or `NOTICE_MISSING` or `ANSWER_INVALID` where the client left it out. */
  readonly code: string
}

export interface ArticlePage<Field extends ArticleField> {
  readonly articles: readonly ArticleWith<Field>[]
  readonly leftOut: readonly LeftOut[]
  /** Null on the last page. */
  readonly nextCursor: string | null
}

export interface ListedHelpline extends Helpline {
  readonly id: string
  readonly topics: readonly string[]
  /** YYYY-MM-DD. */
  readonly verifiedAt: string
  readonly sourceUrl: string | null
}

export interface HelplineList {
  readonly crisisNotice: CrisisNotice
  readonly helplines: readonly ListedHelpline[]
}

export interface NoticeAnswer {
  readonly crisisNotice: CrisisNotice
  readonly country: string
  readonly language: string
  readonly revision: string
}

/** Others may come: treat a kind that you do not know as `updated`. */
export type ChangeKind =
  | 'published'
  | 'updated'
  | 'corrected'
  | 'retracted'
  | 'removed'
  | 'helplineChanged'
  | 'noticeChanged'

export interface Change {
  readonly cursor: string
  /** RFC 3339, UTC. */
  readonly at: string
  /** One of `ChangeKind`. */
  readonly kind: string
  /** Of the article, helpline or notice. */
  readonly id: string
  /** Null for helplines and notices. */
  readonly slug: string | null
  readonly language: string | null
  /** Null for what is gone. */
  readonly revision: string | null
}

export interface ChangePage {
  /** Oldest first. */
  readonly changes: readonly Change[]
  /** Ask for what comes after this. */
  readonly cursor: string
  /** Nothing came after it when this was read. */
  readonly isAll: boolean
}
