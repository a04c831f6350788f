/** The page around the text. */
import {directionOf} from '../../content/direction.ts'
import type {Site} from '../../content/model.ts'
import {escapeHtml} from '../html/escape.ts'
import {phrases} from '../phrases.ts'
import type {WebLinks} from './links.ts'
import {STYLE, STYLE_HASH} from './style.ts'

export interface Page {
  readonly site: Site
  readonly language: string
  readonly title: string
  readonly description: string
  readonly canonical: string
  readonly links: WebLinks
  /** Origins of images that are not the site's own. */
  readonly imageOrigins: readonly string[]
  /** Further elements of the head. */
  readonly head: readonly string[]
  /** What stands in `main`. */
  readonly main: string
}

/** Nothing runs, nothing is fetched but images, nothing is sent. */
const policy = (imageOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    `img-src 'self' ${imageOrigins.join(' ')}`.trim(),
    `style-src '${STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

export const pageHtml = (page: Page): string => {
  const {site, language, links} = page
  const words = phrases(language)
  const title = page.title === site.name ? site.name : `${page.title} · ${site.name}`
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy(page.imageOrigins))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<link rel="canonical" href="${escapeHtml(page.canonical)}">
<link rel="alternate" type="application/atom+xml" href="${links.root}feed.xml" title="${escapeHtml(site.name)}">
<link rel="alternate" type="application/feed+json" href="${links.root}feed.json" title="${escapeHtml(site.name)}">
${page.head.join('\n')}
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#text">${escapeHtml(words.skipToContent)}</a>
<header class="site"><div><a href="${links.home}">${escapeHtml(site.name)}</a><a href="${links.help}">${escapeHtml(words.helpAllCountries)}</a></div></header>
<main id="text" tabindex="-1">
${page.main}
</main>
<footer class="foot"><div><p>${escapeHtml(site.name)} · <a href="${links.home}">${escapeHtml(words.allArticles)}</a> · <a href="${links.help}">${escapeHtml(words.helpAllCountries)}</a></p></div></footer>
</body>
</html>
`
}
