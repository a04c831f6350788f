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
  /** Whether a list says something else now, or a feed carries an article that is touched. */
  readonly reachesLists: boolean
}

const isSameWord = ({columns}: StandingTable, {article, summary}: Touched): boolean =>
  Buffer.from(wordBytes(summary)).equals(
    columns.words.subarray(article * WORD, (article + 1) * WORD),
  )

/** Undefined when one of them cannot be told. */
const commissioned = async (
  table: StandingTable,
  publisher: ThrowlinePublisher,
  articles: readonly number[],
): Promise<readonly Touched[] | undefined> => {
  const {columns} = table
  const found: Touched[] = []
  for (const article of articles) {
    const others = sameSlug(columns, article).map((other) => articleId(columns, other))
    const commission = await publisher.commission(articleId(columns, article), others)
    if (commission === undefined) return undefined
    found.push({article, ...commission})
  }
  return found
}

/** Undefined where the change reaches what all articles share, an article came or went, or it reaches many. */
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
  const first = await commissioned(table, publisher, numbers)
  if (first === undefined) return undefined
  const others = first.filter((each) => !isSameWord(table, each))
  // what lists say of an article, its translations say too
  const translated = others.flatMap(({article}) => sameSlug(table.columns, article))
  const more = [...new Set(translated)].filter((article) => !numbers.includes(article))
  if (numbers.length + more.length > MOST) return undefined
  const second = await commissioned(table, publisher, more)
  if (second === undefined) return undefined
  const touched = [...first, ...second]
  const isInFeeds = touched.some(({article}) => table.head.latest.includes(article))
  return {changes, touched, reachesLists: others.length > 0 || isInFeeds}
}
