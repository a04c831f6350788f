/**
 * An article as feeds carry it, to be read far from the site: whole, without classes, every address
 * absolute, and the notice in front of both the content and the summary.
 */
import {citationNumbers, formatNumbers} from '../../content/citations.ts'
import type {Article} from '../../content/model.ts'
import {noticeText} from '../../crisis-notice/lines.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {warningHtml} from '../html/call-outs.ts'
import {escapeHtml} from '../html/escape.ts'
import {noticeHtml} from '../html/notice.ts'
import {referenceHtml} from '../html/reference.ts'
import {plainCitation, semanticHtml, type SemanticOptions} from '../html/semantic.ts'
import {pageUrl} from '../paths.ts'
import {phrases} from '../phrases.ts'
import {absoluteImage} from './links.ts'

export interface FeedItem {
  /** Its page's public address; also its id. */
  readonly url: string
  readonly article: Article
  /** Plain text. */
  readonly summary: string
  /** HTML. */
  readonly content: string
  /** RFC 3339. */
  readonly published: string
  readonly updated: string
}

const referencesHtml = ({references, language}: Article): string =>
  references.length === 0
    ? ''
    : `<h2>${escapeHtml(phrases(language).references)}</h2>
<ol>
${references.map(({source}) => `<li>${referenceHtml(source)}</li>`).join('\n')}
</ol>
`

const contentHtml = ({site, article, notice}: Publication): string => {
  const numbers = citationNumbers(article)
  const options: SemanticOptions = {
    language: article.language,
    noticeLanguage: notice.language,
    href: (href) => (href.startsWith('/') ? `${site.url}${href}` : href),
    imageUrl: (image) => absoluteImage(site, image),
    citation: ({sources}) => plainCitation(formatNumbers(numbers(sources))),
  }
  return [
    `${noticeHtml(notice)}\n`,
    `<p>${escapeHtml(article.summary)}</p>\n`,
    semanticHtml(article.opening, options),
    ...article.warnings.map((warning) =>
      warningHtml(warning, semanticHtml(warning.body, options), options),
    ),
    ...article.sections.map(
      ({heading, body}) => `<h2>${escapeHtml(heading)}</h2>\n${semanticHtml(body, options)}`,
    ),
    referencesHtml(article),
  ].join('')
}

export const feedItem = (publication: Publication): FeedItem => {
  const {site, article, notice} = publication
  return {
    url: pageUrl(site, article),
    article,
    summary: `${noticeText(notice)}\n\n${article.summary}`,
    content: contentHtml(publication),
    published: article.publishedAt,
    updated: article.updatedAt ?? article.publishedAt,
  }
}
