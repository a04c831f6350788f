/** Who wrote and reviewed an article, and when. */
import type {Article, Contributor} from '../../content/model.ts'
import {attribute, escapeHtml} from '../html/escape.ts'
import {formatDate} from '../phrases/dates.ts'
import {listOf} from '../phrases/names.ts'
import {fill, phrases} from '../phrases.ts'

const nameOf = ({name, credentials}: Contributor): string =>
  credentials === undefined ? name : `${name}, ${credentials}`

const peopleHtml = ({authors, reviewer, language}: Article): string => {
  const words = phrases(language)
  const names = listOf(authors.map(nameOf), language)
  const lines = [
    ...(authors.length === 0 ? [] : [fill(words.by, {names})]),
    ...(reviewer === undefined ? [] : [fill(words.reviewedBy, {name: nameOf(reviewer)})]),
  ]
  return lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join('')
}

export const timeHtml = (date: string, language: string): string =>
  `<time${attribute('datetime', date)}>${escapeHtml(formatDate(date, language))}</time>`

const datesHtml = (article: Article): string => {
  const words = phrases(article.language)
  const dates: readonly (readonly [label: string, date: string | undefined])[] = [
    [words.published, article.publishedAt],
    [words.updated, article.updatedAt],
    [words.lastReviewed, article.lastReviewed],
    [words.nextReview, article.nextReview],
  ]
  return dates
    .flatMap(([label, date]) =>
      date === undefined
        ? []
        : [
            `<div><dt>${escapeHtml(label)}</dt><dd>${timeHtml(date, article.language)}</dd></div>\n`,
          ],
    )
    .join('')
}

export const bylineHtml = (article: Article): string =>
  `<div class="byline">\n${peopleHtml(article)}<dl>\n${datesHtml(article)}</dl>\n</div>\n`
