/** What a small change of a dataset asks for, told from the table of the run before, or that it is no small one. */
import type {IndexState} from '../../content/lazy-index.ts'
import type {ThrowlinePublisher} from '../../publish.ts'
import type {Commission} from '../../publish-articles.ts'
import {type Changes, changesSince} from './changed-documents.ts'
import {WORD, wordBytes} from './marks.ts'
import type {StandingTable} from './standing-table.ts'
import {articleId, sameSlug, touchedBy} from './touched-articles.ts'

/** Articles that are made by one thread, each held in memory until all have passed the gate. */
const MOST = 64

export interface Touched extends Commission {
  /** Its number in the table. */
  readonly article: number
}

export interface SmallChange {
  readonly changes: Changes
  readonly touched: readonly Touched[]
  /** The newest articles, where the feeds carry one that is touched. */
  readonly newest: readonly Commission[]
}

const isSameWord = ({columns}: StandingTable, {article, summary}: Touched): boolean =>
  Buffer.from(wordBytes(summary)).equals(
    columns.words.subarray(article * WORD, (article + 1) * WORD),
  )

const commissionOf = (
  table: StandingTable,
  publisher: ThrowlinePublisher,
  article: number,
): Promise<Commission | undefined> =>
  publisher.commission(articleId(table, article), sameSlug(table, article))

/** None where the feeds carry none that is touched; undefined where only all articles tell what they say. */
const newestOf = async (
  table: StandingTable,
  publisher: ThrowlinePublisher,
  touched: ReadonlySet<number>,
): Promise<readonly Commission[] | undefined> => {
  const {latest, hasTombstones} = table.head
  if (!latest.some((article) => touched.has(article))) return []
  if (hasTombstones) return undefined
  const all = await Promise.all(latest.map((article) => commissionOf(table, publisher, article)))
  const found = all.filter((each) => each !== undefined)
  return found.length === all.length ? found : undefined
}

/**
 * Undefined where the change reaches what all articles share, where lists would say something else, or where
 * it reaches many.
 */
export const smallChange = async (
  table: StandingTable,
  {rows, problems}: IndexState,
  publisher: ThrowlinePublisher,
): Promise<SmallChange | undefined> => {
  if (problems.length > 0) return undefined
  const changes = changesSince(table, rows)
  if (changes === undefined || changes.types.has('article')) return undefined
  const numbers = touchedBy(table, changes)
  if (numbers.length > MOST) return undefined
  if ((await publisher.frame()) !== table.head.frame) return undefined
  const commissioned = await Promise.all(
    numbers.map(async (article) => {
      const commission = await commissionOf(table, publisher, article)
      return commission && {article, ...commission}
    }),
  )
  const touched = commissioned.filter((each) => each !== undefined)
  if (touched.length < numbers.length) return undefined
  if (!touched.every((each) => isSameWord(table, each))) return undefined
  const newest = await newestOf(table, publisher, new Set(numbers))
  return newest && {changes, touched, newest}
}
