/** An article as the pieces of a mail, in reading order, each in both forms. */
import {formatReference} from '../../content/ama/format-reference.ts'
import {citationNumbers} from '../../content/citations.ts'
import type {Article, Reference, Section, Site, Warning} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {pageUrl} from '../paths.ts'
import {fill, phrases} from '../phrases.ts'
import {formatDate} from '../phrases/dates.ts'
import {listOf} from '../phrases/names.ts'
import {referencesText, sectionText, textOptions} from '../text/article-text.ts'
import {blocksText, warningText} from '../text/blocks.ts'
import {blockHtml} from './blocks.ts'
import {pictureHtml} from './call-outs.ts'
import {footerPiece} from './footer.ts'
import {buttonHtml, headingHtml, linkHtml} from './heading.ts'
import {row} from './layout.ts'
import {mastheadPiece} from './masthead.ts'
import {noticePiece} from './notice.ts'
import type {Piece, Rendered} from './pieces.ts'
import {COLOR, css, FONT, type Sides} from './style.ts'
import {heading, item, linkLine, paragraph, TEXT_WIDTH} from './text.ts'
import {type MailWords, mailWords} from './words.ts'

/** What goes first when a mail is too long. Sections go from the last to the first. */
const DISPENSABLE = {
  references: 6,
  related: 5,
  sections: 4,
  opening: 3,
  keyPoints: 2,
  warnings: 1,
} as const

const SEPARATOR = ' · '

const SECTION_PADDING = '18px 24px 6px'

interface Context {
  readonly publication: Publication
  readonly article: Article
  readonly site: Site
  readonly url: string
  readonly sides: Sides
  readonly words: MailWords
}

/** Who wrote and checked it, and when; a line a pair. */
const byline = ({article}: Context): readonly string[] => {
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

const headPiece = (context: Context): Piece => {
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

const keyPointsPiece = ({article, sides}: Context): readonly Piece[] => {
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

/** Where the mail was cut: a button to the page, at the place where it goes on. */
const goOn = ({words, sides}: Context, href: string): Rendered => ({
  html: row(buttonHtml(href, words.continueOnWeb), {sides, padding: '12px 24px'}),
  text: linkLine(words.continueOnWeb, href),
})

const bodyPieces = (context: Context): readonly Piece[] => {
  const {publication, article, site, sides, url} = context
  const look = blockHtml({
    site,
    language: article.language,
    noticeLanguage: publication.notice.language,
    numbers: citationNumbers(article),
    sides,
  })
  const options = textOptions(publication, {width: TEXT_WIDTH})
  const opening: readonly Piece[] =
    article.opening.length === 0
      ? []
      : [
          {
            html: row(look.blocks(article.opening), {sides, padding: '0 24px'}),
            text: blocksText(article.opening, options),
            dispensable: DISPENSABLE.opening,
            instead: goOn(context, url),
          },
        ]
  const warning = (each: Warning): Piece => ({
    html: row(look.warning(each), {sides, padding: '0 24px'}),
    text: warningText(each, options),
    dispensable: DISPENSABLE.warnings,
  })
  const section = (each: Section): Piece => ({
    html: row(`${headingHtml(2, escapeHtml(each.heading))}${look.blocks(each.body)}`, {
      sides,
      padding: SECTION_PADDING,
    }),
    text: sectionText(each, options),
    dispensable: DISPENSABLE.sections,
    instead: goOn(context, `${url}#${each.anchor}`),
  })
  return [...opening, ...article.warnings.map(warning), ...article.sections.map(section)]
}

const referenceHtml = ({number, source}: Reference): string => {
  const runs = formatReference(source).map(({text, italic, href}) => {
    const shown = italic === true ? `<em>${escapeHtml(text)}</em>` : escapeHtml(text)
    return href === undefined ? shown : linkHtml(href, shown)
  })
  return `<li value="${number}" style="margin:0 0 8px">${runs.join('')}</li>\n`
}

const referencesPiece = (context: Context): readonly Piece[] => {
  const {publication, article, sides, words, url} = context
  if (article.references.length === 0) return []
  const title = phrases(article.language).references
  const list = css({margin: '0 0 16px', padding: '0', [`padding-${sides.start}`]: '30px'})
  const html = `${headingHtml(2, escapeHtml(title))}<ol style="${list};${FONT.small}">
${article.references.map(referenceHtml).join('')}</ol>`
  const href = `${url}#references`
  const link = linkHtml(href, escapeHtml(words.referencesOnWeb))
  return [
    {
      html: row(html, {sides, padding: SECTION_PADDING}),
      text: referencesText(article, textOptions(publication, {width: TEXT_WIDTH})).join('\n\n'),
      dispensable: DISPENSABLE.references,
      instead: {
        html: row(`${headingHtml(2, escapeHtml(title))}<p style="margin:0 0 16px">${link}</p>`, {
          sides,
          padding: SECTION_PADDING,
        }),
        text: `${heading(2, title)}\n\n${linkLine(words.referencesOnWeb, href)}`,
      },
    },
  ]
}

const relatedPiece = ({article, site, sides}: Context): readonly Piece[] => {
  if (article.relatedArticles.length === 0) return []
  const title = phrases(article.language).related
  const links = article.relatedArticles.map((other) => ({
    title: other.title,
    href: pageUrl(site, other),
  }))
  const html = `${headingHtml(2, escapeHtml(title))}${links
    .map((link) => `<p style="margin:0 0 12px">${linkHtml(link.href, escapeHtml(link.title))}</p>\n`)
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

const correctionsPiece = ({article, sides}: Context): readonly Piece[] => {
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

/** Throws UnknownBlockError. */
export const articlePieces = (publication: Publication, sides: Sides): readonly Piece[] => {
  const {article, site, notice} = publication
  const words = mailWords(article.language)
  const url = pageUrl(site, article)
  const context: Context = {publication, article, site, url, sides, words}
  return [
    noticePiece(notice),
    mastheadPiece(site, sides),
    headPiece(context),
    ...keyPointsPiece(context),
    ...bodyPieces(context),
    ...referencesPiece(context),
    ...correctionsPiece(context),
    ...relatedPiece(context),
    footerPiece({site, webUrl: url, language: article.language, sides}),
  ]
}
