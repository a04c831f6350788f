/** An article as the partner API answers with it: whole, or the fields that were asked for. */
import type {Helpline} from '../../content/model.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import type {Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {articleMarkdown, retractedMarkdown} from '../markdown/article-markdown.ts'
import type {Format, Output} from '../publisher.ts'
import {articleText} from '../text/article-text.ts'
import {articleJson} from './article-json.ts'
import {noticeJson} from './json.ts'
import {articlePage} from './article-page.ts'
import {helplinesList} from './lists.ts'
import {retractedJson, retractedText} from './retracted.ts'

export const ARTICLE_FIELDS = [
  'id',
  'slug',
  'language',
  'url',
  'title',
  'summary',
  'html',
  'text',
  'topics',
  'authors',
  'reviewer',
  'publishedAt',
  'updatedAt',
  'lastReviewed',
  'nextReview',
  'sections',
  'warnings',
  'sources',
  'crisisNotice',
  'attribution',
  'corrections',
  'revision',
] as const satisfies readonly (keyof ReturnType<typeof articleJson>)[]

export type ArticleField = (typeof ARTICLE_FIELDS)[number]

/** There whatever was asked for. */
const ALWAYS: ReadonlySet<ArticleField> = new Set([
  'id',
  'slug',
  'language',
  'url',
  'revision',
  'crisisNotice',
  'attribution',
])

const outputOf = (publication: Publication, format: Format, text: string): Output => {
  const {article, audience} = publication
  return Object.freeze({
    channel: 'partner',
    format,
    path: `api/v1/articles/${article.slug} (${format}, ${audience.country}, ${article.language})`,
    documentId: article.id,
    revision: article.revision,
    audience,
    text,
  })
}

/** The fields that an answer has, in the order of the contract. */
export const shownFields = (asked: ReadonlySet<string>): readonly ArticleField[] =>
  ARTICLE_FIELDS.filter((field) => ALWAYS.has(field) || asked.has(field))

/** `asked`: undefined for all fields. Throws UnknownBlockError and PublisherError. */
export const articleOutput = (publication: Publication, asked?: ReadonlySet<string>): Output => {
  const whole = articleJson(publication)
  if (asked === undefined) return outputOf(publication, 'partnerArticle', JSON.stringify(whole))
  const chosen = Object.fromEntries(shownFields(asked).map((field) => [field, whole[field]]))
  return outputOf(publication, 'partnerSelection', JSON.stringify(chosen))
}

export const articleTextOutput = (publication: Publication): Output =>
  outputOf(publication, 'plainText', `${articleText(publication)}\n`)

export const articleMarkdownOutput = (publication: Publication): Output =>
  outputOf(publication, 'markdown', articleMarkdown(publication))

export const articlePageOutput = (publication: Publication): Output =>
  outputOf(publication, 'page', articlePage(publication))

/** `problem`: the members of RFC 9457. */
export const retractedOutput = (
  publication: Publication,
  problem: Readonly<Record<string, unknown>>,
): Output =>
  outputOf(publication, 'partnerGone', JSON.stringify(retractedJson(publication, problem)))

export const retractedTextOutput = (publication: Publication): Output =>
  outputOf(publication, 'plainText', retractedText(publication))

export const retractedMarkdownOutput = (publication: Publication): Output =>
  outputOf(publication, 'markdown', retractedMarkdown(publication))

/** A notice by itself. */
export const noticeOutput = (notice: CrisisNotice): Output =>
  Object.freeze({
    channel: 'partner',
    format: 'partnerNotice',
    path: `api/v1/notices/${notice.audience.country}/${notice.audience.language}`,
    documentId: notice.id,
    revision: notice.revision,
    audience: notice.audience,
    text: JSON.stringify({
      crisisNotice: noticeJson(notice),
      country: notice.audience.country,
      language: notice.audience.language,
      revision: notice.revision,
    }),
  })

/** `helplines`: those to list, whatever the publication has. */
export const helplinesOutput = (
  {site, notice, audience}: SitePublication,
  helplines: readonly Helpline[],
): Output =>
  Object.freeze({
    channel: 'partner',
    format: 'partnerHelplines',
    path: 'api/v1/helplines',
    documentId: site.id,
    revision: site.revision,
    audience,
    text: JSON.stringify(helplinesList({notice, helplines})),
  })
