/** What readers may look up in the rest of the dataset: everything is already at hand. */
import type {ImageSource} from '../images/image-source.ts'
import type {ArticleLink, Contributor, Helpline, Section, Source, Warning} from '../model.ts'
import type {ProblemCode} from '../problem-codes.ts'
import type {Result} from './reader.ts'

/** One type of document that others refer to. */
export interface Shelf<T> {
  readonly type: string
  get(id: string): Result<T>
  /** Takes the place of a document that could not be read, until its problems are thrown. */
  readonly standIn: T
}

export interface ResolvedImage {
  readonly url: string
  readonly width?: number
  readonly height?: number
}

export type ImageResult =
  | {readonly ok: true; readonly value: ResolvedImage}
  | {readonly ok: false; readonly code: ProblemCode; readonly message: string}

export interface Lookup {
  /** YYYY-MM-DD: decides what is stale or retired. */
  readonly today: string
  /** `_type` of a document; undefined when it is not in the dataset. */
  readonly typeOf: (id: string) => string | undefined
  readonly image: (source: ImageSource) => ImageResult
  readonly sections: Shelf<Section>
  readonly sources: Shelf<Source>
  readonly warnings: Shelf<Warning>
  readonly helplines: Shelf<Helpline>
  readonly contributors: Shelf<Contributor>
  readonly articles: Shelf<ArticleLink>
}
