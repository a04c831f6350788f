/** How an article's mail begins: title, who and when, picture, summary, key points. */
import {SEPARATOR} from '../../crisis-notice/lines.ts'
import {escapeHtml} from '../html/escape.ts'
import {fill, phrases} from '../phrases.ts'
import {formatDate} from '../phrases/dates.ts'
import {listOf} from '../phrases/names.ts'
import {type ArticleContext, DISPENSABLE} from './article-context.ts'
import {pictureHtml} from './call-outs.ts'
import {headingHtml} from './heading.ts'
import {row} from './layout.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT} from './style.ts'
import {heading, item, paragraph} from './text.ts'

/** Who wrote and checked it, and when; a line a pair. */
const byline = ({article}: ArticleContext): readonly string[] => {
  const {language, authors, reviewer} = article
  const words = phrases(language, article.id)
  const names = listOf(
    authors.map(({name}) => name),
    language,
  )
  const dated = (label: string, date: string | undefined): string =>
    date === undefined ? '' : `${label}: ${formatDate(date, language)}`
  const lines = [
    [
      names === '' ? '' : fill(words.by, {names}),
      reviewer === undefined ? '' : fill(words.reviewedBy, {name: reviewer.name}),
    ],
    [dated(words.published, article.publishedAt), dated(words.updated, article.updatedAt)],
    [dated(words.lastReviewed, article.lastReviewed), dated(words.nextReview, article.nextReview)],
  ]
  return lines
    .map((line) => line.filter((part) => part !== '').join(SEPARATOR))
    .filter((line) => line !== '')
}

/** The picture sets a mood and says nothing: the text part does without it. */
export const headPiece = (context: ArticleContext): Piece => {
  const {article, site, sides} = context
  const lines = byline(context)
  const hero =
    article.heroImage === undefined
      ? ''
      : `<div style="margin:0 0 20px">${pictureHtml(article.heroImage, article.heroImage.alt, site)}</div>\n`
  const summary = css({margin: '0 0 20px', 'font-size': '19px', 'line-height': '1.5'})
  const html = `${headingHtml(1, escapeHtml(article.title))}<p style="margin:0 0 18px;${FONT.small};color:${COLOR.quiet}">${lines.map(escapeHtml).join('<br>\n')}</p>
${hero}<p style="${summary}">${escapeHtml(article.summary)}</p>`
  return {
    html: row(html, {sides, padding: '6px 24px 0'}),
    text: [
      heading(1, article.title),
      lines.map(paragraph).join('\n'),
      paragraph(article.summary),
    ].join('\n\n'),
  }
}

export const keyPointsPiece = ({article, sides}: ArticleContext): readonly Piece[] => {
  if (article.keyPoints.length === 0) return []
  const title = phrases(article.language).keyPoints
  const points = article.keyPoints
    .map((point) => `<li style="margin:0 0 6px">${escapeHtml(point)}</li>\n`)
    .join('')
  const box = css({
    padding: '18px 20px 12px',
    'border-radius': '10px',
    'background-color': COLOR.tint,
    color: COLOR.ink,
    'text-align': sides.start,
  })
  const list = css({margin: '0', padding: '0', [`padding-${sides.start}`]: '22px'})
  const html = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">
<tr>
<td align="${sides.start}" dir="${sides.direction}" bgcolor="${COLOR.tint}" style="${box};${FONT.body}">
<h2 style="margin:0 0 8px;${FONT.minor};color:${COLOR.ink}">${escapeHtml(title)}</h2>
<ul style="${list}">
${points}</ul>
</td>
</tr>
</table>`
  return [
    {
      html: row(html, {sides, padding: '0 24px'}),
      text: [
        heading(2, title),
        article.keyPoints.map((point) => item('- ', point)).join('\n'),
      ].join('\n\n'),
      dispensable: DISPENSABLE.keyPoints,
    },
  ]
}
