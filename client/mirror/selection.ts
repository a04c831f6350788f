/** Which articles a mirror holds, and for whom. */
import type {PartnerArticle} from '../types.ts'

export interface Selection {
  /** Whose notice; the partner's own country unless given. */
  readonly country?: string | undefined
  /** One topic, or several separated by commas: articles with any of them. */
  readonly topic?: string | undefined
  readonly language?: string | undefined
}

export const isSelected = (
  {topic, language}: Selection,
  article: Pick<PartnerArticle, 'topics' | 'language'>,
): boolean =>
  (topic === undefined || topic.split(',').some((each) => article.topics.includes(each.trim()))) &&
  (language === undefined || article.language.toLowerCase() === language.toLowerCase())

/** Copies of another scope are no base to go on from. */
export const scopeOf = (url: string, {country, topic, language}: Selection): string =>
  JSON.stringify([url.replace(/\/+$/, ''), country ?? null, topic ?? null, language ?? null])
