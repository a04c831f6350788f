/**
 * HTML that a partner may insert as it is: semantic elements, absolute addresses, no classes, ids,
 * styles or scripts. Every value is escaped and every element is written here or in publishers/html,
 * so there is nothing to sanitise away; a test holds a sanitiser against it.
 */
import {citationNumbers, formatNumbers} from '../../content/citations.ts'
import type {PortableNode, Warning} from '../../content/model.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {warningHtml} from '../html/call-outs.ts'
import {escapeHtml, langAttributes} from '../html/escape.ts'
import {imageHtml} from '../html/figure.ts'
import {noticeHtml} from '../html/notice.ts'
import {referenceHtml} from '../html/reference.ts'
import {plainCitation, semanticHtml, type SemanticOptions} from '../html/semantic.ts'
import {formatDate} from '../phrases/dates.ts'
import {phrases} from '../phrases.ts'
import {aboutLines} from '../text/about.ts'

/** The notice by itself. */
export const noticeFragment: (notice: CrisisNotice) => string = perFrozen((notice) =>
  noticeHtml(notice).trim(),
)

/** Addresses are made absolute, since the HTML will stand on another site. */
const optionsOf = ({article, notice, site}: Publication): SemanticOptions => {
  const numbers = citationNumbers(article)
  return {
    language: article.language,
    noticeLanguage: notice.language,
    href: (href) => (href.startsWith('/') ? `${site.url}${href}` : href),
    imageUrl: ({url}) => new URL(url, `${site.url}/`).href,
    // No link: a fragment without ids has nowhere to lead to.
    citation: ({sources}) => plainCitation(formatNumbers(numbers(sources))),
  }
}

/** The HTML of a text, rendered once: a fragment has all that the JSON gives one by one. */
export type FragmentOf = (nodes: readonly PortableNode[]) => string

export const fragmentOf = (publication: Publication): FragmentOf => {
  const options = optionsOf(publication)
  const rendered = new Map<readonly PortableNode[], string>()
  return (nodes) => {
    const html = rendered.get(nodes) ?? semanticHtml(nodes, options).trim()
    rendered.set(nodes, html)
    return html
  }
}

const warningFragment = (warning: Warning, publication: Publication, bodyOf: FragmentOf): string =>
  warningHtml(warning, `${bodyOf(warning.body)}\n`, optionsOf(publication)).trim()

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`
const heading = (level: 1 | 2, text: string): string => `<h${level}>${escapeHtml(text)}</h${level}>`

/** Heading and list of items that are HTML, or nothing when there are none. */
const titledList = (title: string, tag: 'ul' | 'ol', items: readonly string[]): readonly string[] =>
  items.length === 0
    ? []
    : [
        `<section>
${heading(2, title)}
<${tag}>
${items.map((item) => `<li>${item}</li>`).join('\n')}
</${tag}>
</section>`,
      ]

/**
 * The whole article, the notice first. Throws UnknownBlockError, and PublisherError for a language
 * without interface words. `bodyOf` is that of the same publication.
 */
export const articleFragment = (
  publication: Publication,
  bodyOf: FragmentOf = fragmentOf(publication),
): string => {
  const {article, notice} = publication
  const {language, heroImage: image} = article
  const words = phrases(language)
  const {imageUrl} = optionsOf(publication)
  const parts = [
    noticeFragment(notice),
    heading(1, article.title),
    paragraph(article.summary),
    `<p>${aboutLines(article).map(escapeHtml).join('<br>')}</p>`,
    ...(image === undefined ? [] : [`<figure>${imageHtml(image, imageUrl(image))}</figure>`]),
    ...titledList(words.keyPoints, 'ul', article.keyPoints.map(escapeHtml)),
    bodyOf(article.opening),
    ...article.warnings.map((warning) => warningFragment(warning, publication, bodyOf)),
    ...article.sections.map(
      (section) =>
        `<section>
${heading(2, section.heading)}
${bodyOf(section.body)}
</section>`,
    ),
    ...titledList(
      words.references,
      'ol',
      article.references.map(({source}) => referenceHtml(source)),
    ),
    ...titledList(
      words.corrections,
      'ul',
      article.corrections.map(({date, note}) =>
        escapeHtml(`${formatDate(date, language)}: ${note}`),
      ),
    ),
  ]
  const body = parts.filter((part) => part !== '').join('\n')
  return `<article ${langAttributes(language)}>\n${body}\n</article>`
}
