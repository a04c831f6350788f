/** The article as a small page of its own, for whoever asks the API for HTML. */
import {directionOf} from '../../content/direction.ts'
import {repeatsNotice} from '../../crisis-notice/policy.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {attribute, escapeHtml} from '../html/escape.ts'
import {pageUrl} from '../paths.ts'
import {articleFragment, noticeFragment} from './fragment.ts'

const STYLE = `body{max-width:41rem;margin:0 auto;padding:1rem;font-family:system-ui,sans-serif;font-size:1.0625rem;line-height:1.6}
aside{margin-bottom:1.5rem;padding:.75rem 1rem;border:2px solid;border-radius:.75rem}
img{max-width:100%;height:auto}
table{border-collapse:collapse}
th,td{padding:.25rem .75rem .25rem 0;text-align:start;vertical-align:top}`

/** Throws UnknownBlockError and PublisherError. */
export const articlePage = (publication: Publication): string => {
  const {site, article, notice} = publication
  const end = repeatsNotice(article.topics) ? `${noticeFragment(notice)}\n` : ''
  const url = pageUrl(site, article)
  return `<!doctype html>
<html lang="${escapeHtml(article.language)}" dir="${directionOf(article.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(article.title)}</title>
<meta name="description"${attribute('content', article.summary)}>
<link rel="canonical"${attribute('href', url)}>
<style>${STYLE}</style>
</head>
<body>
${articleFragment(publication)}
${end}<p><a${attribute('href', url)}>${escapeHtml(site.partnerAttribution)}</a></p>
</body>
</html>
`
}
