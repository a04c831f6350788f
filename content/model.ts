/**
 * The canonical model: what `content/parse` makes of Sanity documents and what every other room
 * reads. References are resolved, text is cleaned, everything is frozen. Dates are ISO 8601
 * strings (`date`: YYYY-MM-DD; `datetime`: UTC with `Z`); languages BCP 47; countries ISO 3166-1
 * alpha-2, upper case.
 */
import type {Topic} from './topics.ts'

export interface Identity {
  /** `_id` of the published document. */
  readonly id: string
  /** `_rev`. */
  readonly revision: string
}

export interface Article extends Identity {
  readonly slug: string
  readonly language: string
  readonly title: string
  readonly summary: string
  readonly smsSummary?: string
  readonly topics: readonly Topic[]
  readonly heroImage?: Image
  readonly authors: readonly Contributor[]
  readonly reviewer?: Contributor
  readonly publishedAt: string
  readonly updatedAt?: string
  readonly lastReviewed?: string
  readonly nextReview?: string
  readonly keyPoints: readonly string[]
  /** The text before the first section; empty when there is none. */
  readonly opening: readonly PortableNode[]
  readonly sections: readonly Section[]
  /** Shown after the opening, before the sections. */
  readonly warnings: readonly Warning[]
  readonly relatedArticles: readonly ArticleLink[]
  readonly corrections: readonly Correction[]
  readonly retraction?: Retraction
  /** Exactly the cited sources, numbered from 1 by first citation in reading order. */
  readonly references: readonly Reference[]
}

/** What another article needs to know to link to this one. */
export interface ArticleLink {
  readonly id: string
  readonly slug: string
  readonly language: string
  readonly title: string
  readonly summary: string
}

/** An article as indexes, feeds and sitemaps list it; needs no join. */
export interface ArticleSummary extends ArticleLink, Identity {
  readonly smsSummary?: string
  readonly topics: readonly Topic[]
  readonly publishedAt: string
  readonly updatedAt?: string
  readonly lastReviewed?: string
  readonly retraction?: Retraction
}

export interface Section extends Identity {
  readonly heading: string
  readonly anchor: string
  readonly body: readonly PortableNode[]
}

export interface Correction {
  readonly date: string
  readonly note: string
}

export interface Retraction {
  readonly date: string
  readonly reason: string
}

export interface Reference {
  readonly number: number
  readonly source: Source
}

export type SourceKind = 'journalArticle' | 'book' | 'report' | 'webPage' | 'dataset'

export type SourceAuthor =
  | {readonly family: string; readonly given?: string}
  | {readonly organization: string}

export interface Source extends Identity {
  readonly kind: SourceKind
  readonly title: string
  readonly authors: readonly SourceAuthor[]
  readonly containerTitle?: string
  /** NLM abbreviation, without a final full stop. */
  readonly containerAbbreviation?: string
  readonly year?: number
  readonly volume?: string
  readonly issue?: string
  readonly pages?: string
  readonly articleNumber?: string
  readonly publisher?: string
  /** Bare: `10.…`. */
  readonly doi?: string
  readonly pmid?: string
  readonly url?: string
  readonly accessedAt?: string
  readonly retraction?: {readonly date?: string; readonly note: string}
}

export type Severity = 'info' | 'caution' | 'danger'

export interface Warning extends Identity {
  readonly title: string
  readonly severity: Severity
  readonly body: readonly PortableNode[]
  readonly smsText?: string
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export interface HoursSpan {
  readonly days: readonly Weekday[]
  /** HH:MM, 24-hour clock, in the time zone of the hours. */
  readonly opens: string
  readonly closes: string
}

export type Hours =
  | {readonly always: true}
  | {readonly always: false; readonly timeZone: string; readonly spans: readonly HoursSpan[]}

export interface Phone {
  readonly display: string
  /** E.164 (`+18006624357`) or a short code of 2 to 6 digits (`988`). */
  readonly dial: string
}

export interface Helpline extends Identity {
  readonly name: string
  readonly country: string
  readonly languages: readonly string[]
  readonly topics: readonly Topic[]
  readonly phone?: Phone
  /** `number` is E.164 or a short code of 2 to 6 digits. */
  readonly sms?: {readonly number: string; readonly keyword?: string}
  readonly chatUrl?: string
  readonly hours: Hours
  /** `_id` of the helpline this one is shown with, or not at all. */
  readonly pairedWith?: string
  readonly sourceUrl?: string
  readonly verifiedAt: string
  /** Days. */
  readonly verifyEvery: number
  readonly retiredAt?: string
  /** `_id` of the helpline that took over. */
  readonly replacedBy?: string
}

/** A crisisNotice document, its helplines still as ids; the NoticeBook joins them. */
export interface NoticeDocument extends Identity {
  readonly country: string
  readonly language: string
  readonly heading: string
  readonly lead: string
  readonly smsText: string
  readonly emergency: Phone
  readonly helplines: readonly string[]
  readonly topicHelplines: readonly {readonly topic: Topic; readonly helplines: readonly string[]}[]
}

export interface Contributor extends Identity {
  readonly kind: 'person' | 'organization'
  readonly name: string
  readonly role?: string
  readonly credentials?: string
  readonly bio: readonly PortableNode[]
  readonly url?: string
}

export interface Digest extends Identity {
  readonly title: string
  readonly slug: string
  readonly language: string
  readonly subject: string
  readonly preheader?: string
  readonly intro: readonly PortableNode[]
  /** `_id`s, in the editor's order; 1 to 10. */
  readonly articles: readonly string[]
  readonly channels: readonly ('email' | 'sms')[]
  readonly scheduledAt?: string
  readonly audience?: {readonly countries: readonly string[]; readonly topics: readonly Topic[]}
}

export interface Site extends Identity {
  readonly name: string
  /** An https origin without a final slash. */
  readonly url: string
  readonly smsName: string
  readonly postalAddress: string
  readonly mailFrom: {readonly name: string; readonly address: string}
  readonly replyTo?: string
  readonly listId: string
  readonly defaultCountry: string
  readonly defaultLanguage: string
  readonly partnerAttribution: string
  readonly logo?: Image
  readonly noticeFallbackLanguages: readonly string[]
}

export interface Image {
  /** Where the page finds it: absolute https (hosted), or `assets/<content-hash>.<ext>` below out/web. */
  readonly url: string
  readonly alt: string
  /** Pixels, when the asset tells. */
  readonly width?: number
  readonly height?: number
}

// Portable Text with its references resolved. Shapes stay those of @portabletext/types, so that
// toHTML and the toolkit read them as they are.

export type PortableNode = TextBlock | Figure | WarningRef | HelplineRef | Table

export type BlockStyle = 'normal' | 'h3' | 'h4' | 'blockquote'
export type Decorator = 'strong' | 'em' | 'sub' | 'sup'

export interface TextBlock {
  readonly _type: 'block'
  readonly _key: string
  readonly style: BlockStyle
  readonly listItem?: 'bullet' | 'number'
  /** From 1. */
  readonly level?: number
  readonly markDefs: readonly Link[]
  readonly children: readonly (Span | Citation)[]
}

export interface Span {
  readonly _type: 'span'
  readonly _key: string
  readonly text: string
  /** Decorators, and `_key`s of this block's markDefs. */
  readonly marks: readonly string[]
}

export interface Link {
  readonly _type: 'link'
  readonly _key: string
  /** https, http, mailto, tel, sms, or a path from `/`. */
  readonly href: string
}

export interface Citation {
  readonly _type: 'citation'
  readonly _key: string
  /** `_id`s of sources; their numbers are in `Article.references`. */
  readonly sources: readonly string[]
}

export interface Figure {
  readonly _type: 'figure'
  readonly _key: string
  readonly image: Image
  readonly alt: string
  readonly caption?: string
}

export interface WarningRef {
  readonly _type: 'warningRef'
  readonly _key: string
  readonly warning: Warning
}

export interface HelplineRef {
  readonly _type: 'helplineRef'
  readonly _key: string
  readonly helpline: Helpline
}

export interface Table {
  readonly _type: 'table'
  readonly _key: string
  readonly rows: readonly {readonly cells: readonly string[]}[]
  /** The first row is a header row. */
  readonly header: boolean
  readonly caption?: string
}
