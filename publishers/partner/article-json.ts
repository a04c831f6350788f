/** One article as a partner gets it: contracts.md, "Partner article JSON". */
import {referenceText} from '../../content/ama/reference.ts'
import type {Reference} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {pageUrl} from '../paths.ts'
import {articleText, textOptions} from '../text/article-text.ts'
import {blocksText} from '../text/blocks.ts'
import {articleFragment, fragmentOf} from './fragment.ts'
import {contributorJson, noticeJson} from './json.ts'

const sourceJson = ({number, source}: Reference) => ({
  number,
  citation: referenceText(source),
  doi: source.doi ?? null,
  url: source.url ?? null,
})

/** Every field is there; what the article does not have is null, or an empty list. */
export const articleJson = (publication: Publication) => {
  const {site, article, notice} = publication
  const options = textOptions(publication)
  const htmlOf = fragmentOf(publication)
  const texts = article.sections.map(({body}) => blocksText(body, options))
  return {
    id: article.id,
    slug: article.slug,
    language: article.language,
    url: pageUrl(site, article),
    title: article.title,
    summary: article.summary,
    html: articleFragment(publication, htmlOf),
    text: articleText(publication, {}, texts),
    topics: article.topics,
    authors: article.authors.map(contributorJson),
    reviewer: article.reviewer === undefined ? null : contributorJson(article.reviewer),
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt ?? null,
    lastReviewed: article.lastReviewed ?? null,
    nextReview: article.nextReview ?? null,
    sections: article.sections.map(({heading, anchor, body}, index) => ({
      heading,
      anchor,
      html: htmlOf(body),
      text: texts[index] ?? '',
    })),
    warnings: article.warnings.map(({title, severity, body}) => ({
      title,
      severity,
      html: htmlOf(body),
      text: blocksText(body, options),
    })),
    sources: article.references.map(sourceJson),
    crisisNotice: noticeJson(notice),
    attribution: site.partnerAttribution,
    corrections: article.corrections.map(({date, note}) => ({date, note})),
    revision: article.revision,
  }
}
