/** What takes the place of a retracted article: that and why it was retracted, and the notice. */
import type {Retraction} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {pageUrl, placed} from '../paths.ts'
import {formatDate} from '../phrases/dates.ts'
import {fill, phrases} from '../phrases.ts'
import {pageHtml} from './frame.ts'
import {webLinks} from './links.ts'
import {webNotice} from './notice.ts'

/** Search engines are asked to forget it; links to it still find an explanation. */
export const retractedPage = (publication: Publication, retraction: Retraction): string => {
  const {site, article, notice} = publication
  const words = phrases(article.language, article.id)
  const date = formatDate(retraction.date, article.language)
  const said = fill(words.retractedNotice, {date})
  const links = webLinks(site, placed(site, article))
  return pageHtml({
    site,
    language: article.language,
    documentId: article.id,
    title: `${words.retracted}: ${article.title}`,
    description: said,
    url: pageUrl(site, article),
    links,
    images: [],
    head: ['<meta name="robots" content="noindex">'],
    main: `<article class="article">
<h1>${escapeHtml(words.retracted)}: ${escapeHtml(article.title)}</h1>
${webNotice(notice, 'top')}
<div class="text">
<p class="summary">${escapeHtml(said)}</p>
<h2>${escapeHtml(words.retractedReason)}</h2>
<p>${escapeHtml(retraction.reason)}</p>
<p><a href="${links.index}">${escapeHtml(words.allArticles)}</a></p>
</div>
</article>`,
  })
}
