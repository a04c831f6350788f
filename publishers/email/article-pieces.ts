/** An article as the pieces of a mail, in reading order, each in both forms. */
import type {Section, Warning} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {pageUrl} from '../paths.ts'
import {sectionText, textOptions} from '../text/article-text.ts'
import {blocksText, warningText} from '../text/blocks.ts'
import {type ArticleContext, DISPENSABLE, SECTION_PADDING} from './article-context.ts'
import {correctionsPiece, referencesPiece, relatedPiece} from './article-end.ts'
import {headPiece, keyPointsPiece} from './article-head.ts'
import {blockHtml} from './blocks.ts'
import {footerPiece} from './footer.ts'
import {buttonHtml, headingHtml} from './heading.ts'
import {row} from './layout.ts'
import {mastheadPiece} from './masthead.ts'
import {noticePiece} from './notice.ts'
import {once, type Piece, type Rendered} from './pieces.ts'
import type {Sides} from './style.ts'
import {linkLine, TEXT_WIDTH} from './text.ts'
import {mailWords} from './words.ts'

/** Where the mail was cut: a button to the page, at the place where it goes on. */
const goOn = ({words, sides}: ArticleContext, href: string): Rendered => ({
  html: row(buttonHtml(href, words.continueOnWeb), {sides, padding: '12px 24px'}),
  text: linkLine(words.continueOnWeb, href),
})

const bodyPieces = (context: ArticleContext): readonly Piece[] => {
  const {publication, article, site, sides, url} = context
  const options = textOptions(publication, {width: TEXT_WIDTH})
  const look = blockHtml({
    site,
    language: article.language,
    noticeLanguage: publication.notice.language,
    numbers: options.numbers,
    sides,
  })
  const opening: readonly Piece[] =
    article.opening.length === 0
      ? []
      : [
          {
            html: row(look.blocks(article.opening), {sides, padding: '0 24px'}),
            text: blocksText(article.opening, options),
            dispensable: DISPENSABLE.opening,
            instead: once(() => goOn(context, url)),
            run: 'body',
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
    instead: once(() => goOn(context, `${url}#${each.anchor}`)),
    run: 'body',
  })
  return [...opening, ...article.warnings.map(warning), ...article.sections.map(section)]
}

/** Throws UnknownBlockError. */
export const articlePieces = (publication: Publication, sides: Sides): readonly Piece[] => {
  const {article, site, notice} = publication
  const words = mailWords(article.language)
  const url = pageUrl(site, article)
  const context: ArticleContext = {publication, article, site, url, sides, words}
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
