/** Which articles of a table a change of documents reaches, and what else of the table is about them. */
import type {Changes} from './changed-documents.ts'
import {type StandingColumns, type StandingTable, textAt} from './standing-table.ts'

/** Of an article, from `start` to before `end`. */
export const usesOf = (
  {useEnds, uses}: Pick<StandingColumns, 'useEnds' | 'uses'>,
  article: number,
): Uint32Array => uses.subarray(article === 0 ? 0 : useEnds[article - 1], useEnds[article])

/** Numbers of articles that were made of any of them. */
export const touchedBy = (
  {columns}: {readonly columns: Pick<StandingColumns, 'lengths' | 'useEnds' | 'uses'>},
  {rows}: Pick<Changes, 'rows'>,
): readonly number[] => {
  if (rows.size === 0) return []
  const {lengths, uses, useEnds} = columns
  const isChanged = new Uint8Array(lengths.length)
  for (const row of rows) isChanged[row] = 1
  const touched: number[] = []
  let use = 0
  for (const [article, end] of useEnds.entries()) {
    let changed = 0
    // a million of them: a view of each article's own takes longer
    for (; use < end; use += 1) changed |= isChanged[uses[use] ?? 0] ?? 0
    if (changed !== 0) touched.push(article)
  }
  return touched
}

export const articleId = ({articles, ids, idEnds}: StandingColumns, article: number): string =>
  textAt(ids, idEnds, articles[article] ?? 0, 'latin1')

/** Numbers of others whose slug may be the same. */
export const sameSlug = ({slugs}: StandingColumns, article: number): readonly number[] => {
  const own = slugs[article]
  const others: number[] = []
  for (const [other, slug] of slugs.entries()) {
    if (slug === own && other !== article) others.push(other)
  }
  return others
}

/** Numbers of articles, in the order of their ids as given; one that is not there is left out. */
export const articleNumbers = (
  columns: StandingColumns,
  ids: readonly string[],
): readonly number[] => {
  const wanted = new Set(ids)
  const found = new Map<string, number>()
  for (const article of columns.articles.keys()) {
    const id = articleId(columns, article)
    if (wanted.has(id)) found.set(id, article)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Files of these articles, and those that are no article's, by path: their numbers. */
export const filesOf = (
  {columns}: StandingTable,
  articles: ReadonlySet<number>,
): ReadonlyMap<string, number> => {
  const files = new Map<string, number>()
  for (const [file, owner] of columns.owners.entries()) {
    if (owner !== 0 && !articles.has(owner - 1)) continue
    files.set(textAt(columns.paths, columns.pathEnds, file, 'utf8'), file)
  }
  return files
}
