/**
 * What `content` offers the rest of the house: a dataset, joined and parsed on demand, one
 * document's worth in memory at a time. Made by `openContent(source)` in content/assemble.ts.
 */
import type {Problem} from '../errors.ts'
import type {Article, ArticleSummary, Digest, Helpline, NoticeDocument, Site} from './model.ts'
import type {Result} from './parse/reader.ts'

/** What could be parsed, and what could not and why. One bad document never hides the others. */
export interface Parsed<T> {
  readonly items: readonly T[]
  readonly problems: readonly Problem[]
}

/** What became of joining an article. */
export interface ArticleReading {
  readonly result: Result<Article>
  /**
   * Every document it was made of, or that it looked for and did not find, the article's own
   * included: a change of any other leaves the result as it is.
   */
  readonly uses: ReadonlySet<string>
}

export interface Content {
  /** Where it came from, for messages: a file name, or `project/dataset`. */
  readonly name: string
  /** Throws ContentError when the site document is missing or wrong. */
  site(): Promise<Site>
  notices(): Promise<Parsed<NoticeDocument>>
  helplines(): Promise<Parsed<Helpline>>
  /**
   * Every article without its join, newest `publishedAt` first, then by id. An article document that
   * cannot be read, or whose slug another article of its language has, is a problem and is left out.
   */
  summaries(): Promise<Parsed<ArticleSummary>>
  /** What lists say of one article, whatever they say of others. */
  summary(id: string): Promise<Result<ArticleSummary>>
  /** One article, joined. Throws ContentError with all of its problems, those of what it references included. */
  article(id: string): Promise<Article>
  /** The same without throwing, and what it was made of. */
  reading(id: string): Promise<ArticleReading>
  /** `_type` of a document; undefined when the dataset has no such id. */
  typeOf(id: string): string | undefined
  /** One word for the state of all these documents; undefined where only reading them tells. */
  stateOf(ids: Iterable<string>): string | undefined
  digests(): Promise<Parsed<Digest>>
  /** The bytes behind an `assets/…` image URL that an article of this content carried. */
  asset(url: string): Promise<Uint8Array>
  close(): Promise<void>
}
