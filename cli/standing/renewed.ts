/** The columns of a table after a small change: rows where they are now, and what is new of some articles and files. */
import {type PackedState, PackedRows} from '../../content/packed-rows.ts'
import type {FileStamp} from '../out/file-stamp.ts'
import type {Changes} from './changed-documents.ts'
import {GrowingNumbers} from './growing.ts'
import type {MadeArticle} from './making.ts'
import {WORD, wordBytes} from './marks.ts'
import type {StandingColumns} from './standing-table.ts'
import {usesOf} from './touched-articles.ts'

export interface News {
  readonly rows: PackedState
  readonly changes: Changes
  readonly articles: readonly MadeArticle[]
  /** By the file's number. */
  readonly files: ReadonlyMap<number, FileStamp>
}

type UsesByArticle = ReadonlyMap<number, readonly string[]>

type Uses = Pick<StandingColumns, 'uses' | 'useEnds'>

const renewedUses = (
  columns: StandingColumns,
  {rows, changes}: News,
  uses: UsesByArticle,
): Uses | undefined => {
  const {moved} = changes
  const index = PackedRows.of(rows)
  const all = new GrowingNumbers()
  const ends = new Uint32Array(columns.useEnds.length)
  for (const article of ends.keys()) {
    const ids = uses.get(article)
    if (ids === undefined) {
      for (const row of usesOf(columns, article)) all.add(moved?.[row] ?? row)
    } else {
      for (const id of ids) {
        const row = index.rowOf(id)
        if (row === undefined) return undefined
        all.add(row)
      }
    }
    ends[article] = all.length
  }
  return {uses: all.column(), useEnds: ends}
}

const isAsBefore = (
  columns: StandingColumns,
  {rows, changes}: News,
  uses: UsesByArticle,
): boolean => {
  if (changes.moved !== undefined) return false
  const index = PackedRows.of(rows)
  return [...uses].every(([article, ids]) => {
    const before = usesOf(columns, article)
    return before.length === ids.length && ids.every((id, at) => index.rowOf(id) === before[at])
  })
}

/** Undefined when an article was made of what the dataset does not have. */
export const renewed = (columns: StandingColumns, news: News): StandingColumns | undefined => {
  const {rows, changes, files} = news
  const ids = new Map(news.articles.map(({article, earlier}) => [article, earlier.uses]))
  const uses = isAsBefore(columns, news, ids) ? columns : renewedUses(columns, news, ids)
  if (uses === undefined) return undefined
  const {moved} = changes
  const articles =
    moved === undefined ? columns.articles : columns.articles.map((row) => moved[row] ?? row)
  const {sizes, times, words} = columns
  for (const {article, summary} of news.articles) words.set(wordBytes(summary), article * WORD)
  for (const [file, {size, modified}] of files) {
    sizes[file] = size
    times[file] = modified
  }
  const {lengths, checksums, types, ends} = rows.columns
  return {
    ...columns,
    lengths,
    checksums,
    types,
    idEnds: ends,
    ids: rows.columns.ids,
    articles,
    uses: uses.uses,
    useEnds: uses.useEnds,
  }
}
