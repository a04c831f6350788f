/** Which articles of a table a change of documents reaches, and what else of the table is about them. */
import type {Changes} from './changed-documents.ts'
import {type StandingColumns, type StandingTable, textAt} from './standing-table.ts'

/** Of an article, from `start` to before `end`. */
export const usesOf = (
  {useEnds, uses}: Pick<StandingColumns, 'useEnds' | 'uses'>,
  article: number,
): Uint32Array => uses.subarray(article === 0 ? 0 : useEnds[article - 1], useEnds[article])

/** Numbers of articles that were made of any of them. */
export const touchedBy = ({columns}: StandingTable, {rows}: Changes): readonly number[] => {
  if (rows.size === 0) return []
  const touched: number[] = []
  for (const article of columns.articles.keys()) {
    if (usesOf(columns, article).some((row) => rows.has(row))) touched.push(article)
  }
  return touched
}

export const articleId = ({columns}: StandingTable, article: number): string =>
  textAt(columns.ids, columns.idEnds, columns.articles[article] ?? 0, 'latin1')

/** Others whose slug may be the same. */
export const sameSlug = (table: StandingTable, article: number): readonly string[] => {
  const {slugs} = table.columns
  const own = slugs[article]
  const others: string[] = []
  for (const [other, slug] of slugs.entries()) {
    if (slug === own && other !== article) others.push(articleId(table, other))
  }
  return others
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
