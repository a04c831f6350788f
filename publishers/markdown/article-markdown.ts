/** A whole article as Markdown, the notice first. */
import {referenceText} from '../../content/ama/reference.ts'
import type {Article} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {formatDate} from '../phrases/dates.ts'
import {fill, phrases} from '../phrases.ts'
import {aboutLines} from '../text/about.ts'
import {textOptions} from '../text/article-text.ts'
import {blocksMarkdown, headingMarkdown, type MarkdownOptions, warningMarkdown} from './blocks.ts'
import {escapeMarkdown, linkDestination} from './escape.ts'
import {noticeMarkdown} from './notice.ts'

const optionsOf = (publication: Publication): MarkdownOptions => ({
  ...textOptions(publication),
  imageUrl: (url) => new URL(url, `${publication.site.url}/`).href,
})

const bullets = (items: readonly string[]): string =>
  items.map((item) => `- ${escapeMarkdown(item.replace(/\s+/g, ' '))}`).join('\n')

const titled = (title: string, body: string): readonly string[] =>
  body === '' ? [] : [headingMarkdown(2, title), body]

const referencesMarkdown = ({references}: Article): string =>
  references
    .map(({number, source}) => `${number}. ${escapeMarkdown(referenceText(source))}`)
    .join('\n')

/**
 * The notice, then title, summary, by-lines, key points, opening, warnings, sections, references, corrections.
 * Ends in a line break. Bold and italics are left out where Markdown could not show them. Throws
 * UnknownBlockError.
 */
export const articleMarkdown = (publication: Publication): string => {
  const {article, notice} = publication
  const {language, heroImage: image} = article
  const options = optionsOf(publication)
  const words = phrases(language)
  const parts = [
    noticeMarkdown(notice),
    headingMarkdown(1, article.title),
    escapeMarkdown(article.summary),
    aboutLines(article).map(escapeMarkdown).join('\\\n'),
    ...(image === undefined
      ? []
      : [`![${escapeMarkdown(image.alt)}](${linkDestination(options.imageUrl(image.url))})`]),
    ...titled(words.keyPoints, bullets(article.keyPoints)),
    blocksMarkdown(article.opening, options),
    ...article.warnings.map((warning) => warningMarkdown(warning, options)),
    ...article.sections.flatMap(({heading, body}) => [
      headingMarkdown(2, heading),
      blocksMarkdown(body, options),
    ]),
    ...titled(words.references, referencesMarkdown(article)),
    ...titled(
      words.corrections,
      bullets(article.corrections.map(({date, note}) => `${formatDate(date, language)}: ${note}`)),
    ),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** What takes a retracted article's place: that and why it was retracted, and the notice. */
export const retractedMarkdown = ({article, notice}: Publication): string => {
  const words = phrases(article.language)
  const {retraction} = article
  if (retraction === undefined) throw new RangeError(`${article.id} was not retracted`)
  const date = formatDate(retraction.date, article.language)
  const parts = [
    noticeMarkdown(notice),
    headingMarkdown(1, `${words.retracted}: ${article.title}`),
    escapeMarkdown(fill(words.retractedNotice, {date})),
    escapeMarkdown(`${words.retractedReason}: ${retraction.reason}`),
  ]
  return `${parts.join('\n\n')}\n`
}
