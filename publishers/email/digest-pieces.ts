/** A digest as the pieces of a mail: the intro, then a card an article. */
import {citationNumbers} from '../../content/citations.ts'
import type {ArticleSummary} from '../../content/model.ts'
import type {DigestPublication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {pageUrl} from '../paths.ts'
import {phrases} from '../phrases.ts'
import {blocksText} from '../text/blocks.ts'
import {blockHtml} from './blocks.ts'
import {footerPiece} from './footer.ts'
import {buttonHtml, headingHtml, linkHtml} from './heading.ts'
import {row} from './layout.ts'
import {mastheadPiece} from './masthead.ts'
import {noticePiece} from './notice.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT, type Sides} from './style.ts'
import {heading, linkLine, paragraph, TEXT_WIDTH} from './text.ts'
import {type MailWords, mailWords} from './words.ts'

const TITLE_LINK = css({color: COLOR.ink, 'text-decoration': 'none'})

const introPieces = ({site, digest, notice}: DigestPublication, sides: Sides): readonly Piece[] => {
  const title: Piece = {
    html: row(headingHtml(1, escapeHtml(digest.title)), {sides, padding: '6px 24px 0'}),
    text: heading(1, digest.title),
  }
  if (digest.intro.length === 0) return [title]
  // A digest has no reference list: a citation in its intro has no number and is refused.
  const numbers = citationNumbers({references: []})
  const {language} = digest
  const look = blockHtml({site, language, noticeLanguage: notice.language, numbers, sides})
  const text = blocksText(digest.intro, {
    language,
    noticeLanguage: notice.language,
    numbers,
    origin: site.url,
    width: TEXT_WIDTH,
  })
  return [
    title,
    {html: row(look.blocks(digest.intro), {sides, padding: '0 24px'}), text, dispensable: 1},
  ]
}

const cardPiece = (
  {site}: DigestPublication,
  article: ArticleSummary,
  words: MailWords,
  sides: Sides,
): Piece => {
  const href = pageUrl(site, article)
  const names = phrases(article.language, article.id).topic
  const topics = article.topics.map((topic) => names[topic]).join(' · ')
  const html = `${headingHtml(2, linkHtml(href, escapeHtml(article.title), TITLE_LINK))}<p style="margin:0 0 8px;${FONT.small};color:${COLOR.quiet}">${escapeHtml(topics)}</p>
<p style="margin:0 0 8px">${escapeHtml(article.summary)}</p>
${buttonHtml(href, words.readArticle)}`
  return {
    html: row(html, {sides, padding: '22px 24px 0', rule: true}),
    text: [
      `${heading(2, article.title)}\n${paragraph(topics)}`,
      paragraph(article.summary),
      linkLine(words.readArticle, href),
    ].join('\n\n'),
  }
}

/** A retracted article is not recommended any more. */
export const current = ({articles}: DigestPublication): readonly ArticleSummary[] =>
  articles.filter(({retraction}) => retraction === undefined)

/** Throws UnknownBlockError. */
export const digestPieces = (publication: DigestPublication, sides: Sides): readonly Piece[] => {
  const {site, digest, notice} = publication
  const words = mailWords(digest.language)
  return [
    noticePiece(notice),
    mastheadPiece(site, sides),
    ...introPieces(publication, sides),
    ...current(publication).map((article) => cardPiece(publication, article, words, sides)),
    footerPiece({site, webUrl: undefined, language: digest.language, sides}),
  ]
}
