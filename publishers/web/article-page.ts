/** One article as a page: the notice right under the title, again after the last section of a crisis. */
import {type Publication, repeatsNotice} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {imageHtml} from '../html/figure.ts'
import {pageUrl, placed} from '../paths.ts'
import {articleHead} from './article-head.ts'
import {bylineHtml} from './byline.ts'
import {webCitations} from './citations.ts'
import {pageHtml} from './frame.ts'
import {imagesOf} from './images.ts'
import {type WebLinks, webLinks} from './links.ts'
import {
  contentsHtml,
  correctionsHtml,
  keyPointsHtml,
  relatedHtml,
  translationsHtml,
} from './lists.ts'
import {webNotice} from './notice.ts'
import {textHtml} from './text.ts'

const heroHtml = ({article: {heroImage}}: Publication, links: WebLinks): string =>
  heroImage === undefined
    ? ''
    : `<figure class="hero">\n${imageHtml(heroImage, links.image(heroImage), {eager: true})}\n</figure>\n`

const mainHtml = (publication: Publication, links: WebLinks): string => {
  const {article, notice} = publication
  const citations = webCitations(article)
  const text = textHtml(publication, links, citations)
  const again = repeatsNotice(article.topics) ? `${webNotice(notice, 'end')}\n` : ''
  return `<article class="article">
<h1>${escapeHtml(article.title)}</h1>
${webNotice(notice, 'top')}
<p class="summary">${escapeHtml(article.summary)}</p>
${bylineHtml(article)}${translationsHtml(publication, links)}${heroHtml(publication, links)}${keyPointsHtml(article)}<div class="columns">
${contentsHtml(article)}<div class="text">
${text}</div>
</div>
${again}${correctionsHtml(article)}${citations.list()}${relatedHtml(article, links)}</article>`
}

/** Throws UnknownBlockError, and PublisherError for a language without interface words. */
export const articlePage = (publication: Publication): string => {
  const {site, article} = publication
  const links = webLinks(site, placed(site, article))
  return pageHtml({
    site,
    language: article.language,
    documentId: article.id,
    title: article.title,
    description: article.summary,
    url: pageUrl(site, article),
    links,
    images: imagesOf(article),
    head: articleHead(publication),
    main: mainHtml(publication, links),
  })
}
