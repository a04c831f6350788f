/** How an article's mail ends: references, corrections, what to read next. */
import {formatReference} from '../../content/ama/format-reference.ts'
import type {Reference, Source} from '../../content/model.ts'
import {escapeHtml} from '../html/escape.ts'
import {pageUrl} from '../paths.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {phrases} from '../phrases.ts'
import {formatDate} from '../phrases/dates.ts'
import {referencesText, textOptions} from '../text/article-text.ts'
import {type ArticleContext, DISPENSABLE, SECTION_PADDING} from './article-context.ts'
import {headingHtml, linkHtml} from './heading.ts'
import {row} from './layout.ts'
import {once, type Piece, type Rendered} from './pieces.ts'
import {css, FONT} from './style.ts'
import {heading, item, linkLine, TEXT_WIDTH} from './text.ts'

/** The same source is cited by many articles. */
const sourceHtml = perFrozen((source: Source): string => {
  const runs = formatReference(source).map(({text, italic, href}) => {
    const shown = italic === true ? `<em>${escapeHtml(text)}</em>` : escapeHtml(text)
    return href === undefined ? shown : linkHtml(href, shown)
  })
  return runs.join('')
})

const referenceHtml = ({number, source}: Reference): string =>
  `<li value="${number}" style="margin:0 0 8px">${sourceHtml(source)}</li>\n`

export const referencesPiece = (context: ArticleContext): readonly Piece[] => {
  const {publication, article, sides, words, url} = context
  if (article.references.length === 0) return []
  const title = phrases(article.language).references
  const list = css({margin: '0 0 16px', padding: '0', [`padding-${sides.start}`]: '30px'})
  const html = `${headingHtml(2, escapeHtml(title))}<ol style="${list};${FONT.small}">
${article.references.map(referenceHtml).join('')}</ol>`
  const instead = (): Rendered => {
    const href = `${url}#references`
    const link = linkHtml(href, escapeHtml(words.referencesOnWeb))
    return {
      html: row(`${headingHtml(2, escapeHtml(title))}<p style="margin:0 0 16px">${link}</p>`, {
        sides,
        padding: SECTION_PADDING,
      }),
      text: `${heading(2, title)}\n\n${linkLine(words.referencesOnWeb, href)}`,
    }
  }
  return [
    {
      html: row(html, {sides, padding: SECTION_PADDING}),
      text: referencesText(article, textOptions(publication, {width: TEXT_WIDTH})).join('\n\n'),
      dispensable: DISPENSABLE.references,
      run: 'references',
      instead: once(instead),
    },
  ]
}

export const correctionsPiece = ({article, sides}: ArticleContext): readonly Piece[] => {
  if (article.corrections.length === 0) return []
  const title = phrases(article.language).corrections
  const notes = article.corrections.map(
    ({date, note}) => `${formatDate(date, article.language)}: ${note}`,
  )
  const html = `${headingHtml(2, escapeHtml(title))}${notes
    .map((note) => `<p style="margin:0 0 10px">${escapeHtml(note)}</p>\n`)
    .join('')}`
  return [
    {
      html: row(html, {sides, padding: SECTION_PADDING, font: FONT.ui}),
      text: [heading(2, title), notes.map((note) => item('- ', note)).join('\n')].join('\n\n'),
    },
  ]
}

export const relatedPiece = ({article, site, sides}: ArticleContext): readonly Piece[] => {
  if (article.relatedArticles.length === 0) return []
  const title = phrases(article.language).related
  const links = article.relatedArticles.map((other) => ({
    title: other.title,
    href: pageUrl(site, other),
  }))
  const html = `${headingHtml(2, escapeHtml(title))}${links
    .map(
      (link) => `<p style="margin:0 0 12px">${linkHtml(link.href, escapeHtml(link.title))}</p>\n`,
    )
    .join('')}`
  return [
    {
      html: row(html, {sides, padding: SECTION_PADDING}),
      text: [
        heading(2, title),
        links.map((link) => `${item('- ', link.title)}\n  ${link.href}`).join('\n'),
      ].join('\n\n'),
      dispensable: DISPENSABLE.related,
    },
  ]
}
