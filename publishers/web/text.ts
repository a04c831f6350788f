/** The running text of an article: opening, warnings, sections, as one piece of HTML. */
import type {Publication} from '../../crisis-notice/policy.ts'
import {warningHtml} from '../html/call-outs.ts'
import {attribute, escapeHtml} from '../html/escape.ts'
import {semanticHtml, type SemanticOptions} from '../html/semantic.ts'
import type {WebCitations} from './citations.ts'
import {ID} from './ids.ts'
import type {WebLinks} from './links.ts'
import {webClass} from './notice.ts'
import {scrollingTable} from './table.ts'

/** Rendered in reading order, since the citations count their places. Throws UnknownBlockError. */
export const textHtml = (
  {article, notice}: Publication,
  links: WebLinks,
  citations: WebCitations,
): string => {
  const options: SemanticOptions = {
    language: article.language,
    noticeLanguage: notice.language,
    classOf: webClass,
    href: links.href,
    imageUrl: links.image,
    citation: citations.mark,
    table: scrollingTable,
  }
  let html = semanticHtml(article.opening, options)
  for (const warning of article.warnings) {
    html += warningHtml(warning, semanticHtml(warning.body, options), options)
  }
  for (const {anchor, heading, body} of article.sections) {
    const id = ID.heading(anchor)
    html += `<section${attribute('id', anchor)}${attribute('aria-labelledby', id)}>
<h2${attribute('id', id)}>${escapeHtml(heading)}</h2>
${semanticHtml(body, options)}</section>
`
  }
  return html
}
