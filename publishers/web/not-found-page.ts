/** `404.html`: there is no such page, and the notice, for whoever came here looking for help. */
import type {SitePublication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {phrases} from '../phrases.ts'
import {pageHtml} from './frame.ts'
import {rootedLinks} from './links.ts'
import {webNotice} from './notice.ts'

export const notFoundPage = ({site, notice}: SitePublication): string => {
  const language = site.defaultLanguage
  const words = phrases(language, site.id)
  const links = rootedLinks(site)
  return pageHtml({
    site,
    language,
    documentId: site.id,
    title: words.notFound,
    description: words.notFoundText,
    url: `${site.url}/404.html`,
    links,
    images: [],
    head: ['<meta name="robots" content="noindex">'],
    main: `<div class="article">
<h1>${escapeHtml(words.notFound)}</h1>
${webNotice(notice, 'top')}
<div class="text">
<p class="summary">${escapeHtml(words.notFoundText)}</p>
<p><a href="${links.index}">${escapeHtml(words.allArticles)}</a></p>
</div>
</div>`,
  })
}
