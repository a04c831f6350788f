/** The order of every list of articles. */
import type {ArticleSummary} from './model.ts'

/** Then by id. */
export const newestFirst = (items: readonly ArticleSummary[]): readonly ArticleSummary[] =>
  items
    .map((item) => ({item, time: Date.parse(item.publishedAt)}))
    .toSorted((a, b) => b.time - a.time || (a.item.id < b.item.id ? -1 : 1))
    .map(({item}) => item)
