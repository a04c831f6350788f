/** What a pasted reference says, and what it does not. */
import type {SourceAuthor, SourceKind} from '../../content/model.ts'

/** Fields of a `source` document that the text settles; nothing is guessed. */
export interface ReferenceFields {
  readonly kind?: SourceKind
  readonly title?: string
  readonly authors?: readonly SourceAuthor[]
  readonly containerTitle?: string
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
  /** https. */
  readonly url?: string
  /** YYYY-MM-DD. */
  readonly accessedAt?: string
  readonly retraction?: {readonly date?: string; readonly note: string}
}

/** One thing for the editor to add, in words. */
export interface Missing {
  readonly field: keyof ReferenceFields
  readonly say: string
}

export interface ReferenceReading {
  readonly fields: ReferenceFields
  /** What a source needs and the text does not give; empty when the source is whole. */
  readonly missing: readonly Missing[]
  /** Parts of the text that no field holds, such as an edition or editors, as they stand there. */
  readonly unread: readonly string[]
  /** What was read but could also be meant otherwise. */
  readonly check: readonly string[]
}
