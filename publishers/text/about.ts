/** Who stands behind an article and how fresh it is, in words. */
import type {Article} from '../../content/model.ts'
import {formatDate} from '../phrases/dates.ts'
import {listOf} from '../phrases/names.ts'
import {fill, phrases} from '../phrases.ts'

/** Authors, reviewer, dates; a line each, those that the article has. */
export const aboutLines = (article: Article): readonly string[] => {
  const {authors, reviewer, language, publishedAt, updatedAt, lastReviewed, nextReview} = article
  const words = phrases(language)
  const names = authors.map(({name}) => name)
  const days: readonly (readonly [label: string, date: string | undefined])[] = [
    [words.published, publishedAt],
    [words.updated, updatedAt],
    [words.lastReviewed, lastReviewed],
    [words.nextReview, nextReview],
  ]
  return [
    ...(names.length === 0 ? [] : [fill(words.by, {names: listOf(names, language)})]),
    ...(reviewer === undefined ? [] : [fill(words.reviewedBy, {name: reviewer.name})]),
    ...days.flatMap(([label, date]) =>
      date === undefined ? [] : [`${label}: ${formatDate(date, language)}`],
    ),
  ]
}
