/** An article in a frame on somebody else's page. */
import type {Retraction} from '../../../content/model.ts'
import {
  type Publication,
  repeatsNotice,
  type SitePublication,
} from '../../../crisis-notice/policy.ts'
import {escapeHtml} from '../../html/escape.ts'
import {imageHtml} from '../../html/figure.ts'
import {pageUrl, placed} from '../../paths.ts'
import {formatDate} from '../../phrases/dates.ts'
import {fill, phrases} from '../../phrases.ts'
import type {Output} from '../../publisher.ts'
import {bylineHtml} from '../byline.ts'
import {webCitations} from '../citations.ts'
import {imagesOf} from '../images.ts'
import {correctionsHtml, keyPointsHtml} from '../lists.ts'
import {webNotice} from '../notice.ts'
import type {Theme} from '../style.ts'
import {textHtml} from '../text.ts'
import {embedHtml, embedLinks} from './embed-frame.ts'

const articleHtml = (publication: Publication): string => {
  const {site, article, notice} = publication
  const {heroImage} = article
  const links = embedLinks(site)
  const citations = webCitations(article)
  const text = textHtml(publication, links, citations)
  const again = repeatsNotice(article.topics) ? `${webNotice(notice, 'end')}\n` : ''
  const hero =
    heroImage === undefined
      ? ''
      : `<figure class="hero">\n${imageHtml(heroImage, links.image(heroImage), {eager: true})}\n</figure>\n`
  return `<article class="article">
<h1>${escapeHtml(article.title)}</h1>
${webNotice(notice, 'top')}
<p class="summary">${escapeHtml(article.summary)}</p>
${bylineHtml(article)}${correctionsHtml(article)}${hero}${keyPointsHtml(article)}<div class="text">
${text}</div>
${again}${citations.list()}</article>`
}

const retractedHtml = ({article, notice}: Publication, {date, reason}: Retraction): string => {
  const words = phrases(article.language, article.id)
  const said = fill(words.retractedNotice, {date: formatDate(date, article.language)})
  return `<article class="article">
<h1>${escapeHtml(words.retracted)}: ${escapeHtml(article.title)}</h1>
${webNotice(notice, 'top')}
<div class="text">
<p class="summary">${escapeHtml(said)}</p>
<h2>${escapeHtml(words.retractedReason)}</h2>
<p>${escapeHtml(reason)}</p>
</div>
</article>`
}

/**
 * One page, corrections before the text. Lost are the list of contents, related articles, other languages
 * and what search engines read: all of it is on the page that it links to. A retracted article says that it is. Throws
 * UnknownBlockError, and PublisherError for a language without interface words.
 */
export const embedOutput = (publication: Publication, theme: Theme): Output => {
  const {site, article, audience} = publication
  const {retraction, language} = article
  const words = phrases(language, article.id)
  const isRetracted = retraction !== undefined
  return Object.freeze({
    channel: 'web',
    format: 'page',
    path: `web/embed/${placed(site, article)}/index.html`,
    documentId: article.id,
    revision: article.revision,
    audience,
    text: embedHtml({
      site,
      language,
      documentId: article.id,
      title: isRetracted ? `${words.retracted}: ${article.title}` : article.title,
      url: pageUrl(site, article),
      images: isRetracted ? [] : imagesOf(article),
      theme,
      main: isRetracted ? retractedHtml(publication, retraction) : articleHtml(publication),
    }),
  })
}

/** There is no such article, or none that may be shown: the notice all the same, for whoever came to read it. */
export const absentEmbedOutput = (publication: SitePublication, theme: Theme): Output => {
  const {site, notice, audience} = publication
  const {defaultLanguage: language} = site
  const words = phrases(language, site.id)
  return Object.freeze({
    channel: 'web',
    format: 'page',
    path: 'web/embed/404.html',
    documentId: site.id,
    revision: site.revision,
    audience,
    text: embedHtml({
      site,
      language,
      documentId: site.id,
      title: words.notFound,
      url: `${site.url}/`,
      images: [],
      theme,
      main: `<div class="article">
<h1>${escapeHtml(words.notFound)}</h1>
${webNotice(notice, 'top')}
<div class="text">
<p class="summary">${escapeHtml(words.notFoundText)}</p>
<p><a href="${escapeHtml(site.url)}/help/">${escapeHtml(words.helpAllCountries)}</a></p>
</div>
</div>`,
    }),
  })
}
