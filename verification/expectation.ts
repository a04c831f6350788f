/**
 * What the gate must find, told by whoever has the dataset, never by the artefact. The notice
 * itself comes from the NoticeBook: `book.notice(audience, topics)`.
 */
import type {Audience} from '../crisis-notice/notice.ts'

interface ExpectedItem {
  readonly audience: Audience
  readonly topics: readonly string[]
}

/** A map, or what answers as one: there may be a hundred thousand, and each is asked for once or twice. */
export type ExpectedItems = Pick<ReadonlyMap<string, ExpectedItem>, 'get' | 'has'>

export interface Expectation {
  readonly audience: Audience
  /** Topics of the article, or [] for a page of the whole site. They order the helplines. */
  readonly topics: readonly string[]
  /**
   * For feeds and lists: what each item's notice must be, by the item's page URL (feeds) or
   * article id (partner lists). An item that is not here is refused.
   */
  readonly items?: ExpectedItems
}
