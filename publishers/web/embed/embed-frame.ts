/** What stands around the text in a frame on somebody else's page: whose it is, and where the original is. */
import {directionOf} from '../../../content/direction.ts'
import type {Image, Site} from '../../../content/model.ts'
import {attribute, escapeHtml, langAttributes} from '../../html/escape.ts'
import {imageHtml} from '../../html/figure.ts'
import {phrases} from '../../phrases.ts'
import {type WebLinks, rootedLinks} from '../links.ts'
import {contentSecurityPolicy} from '../policy.ts'
import type {Theme} from '../style.ts'
import {embedSheet} from './embed-style.ts'
import {HEIGHT_SCRIPT, HEIGHT_SCRIPT_HASH} from './height-script.ts'

export interface Embedded {
  readonly site: Site
  readonly language: string
  /** Of the document, named in messages. */
  readonly documentId: string
  readonly title: string
  /** Public address of the original. */
  readonly url: string
  /** Those that stand in `main`. */
  readonly images: readonly Image[]
  readonly theme: Theme
  /** What stands in `main`, as HTML. */
  readonly main: string
}

const COLOR_SCHEME: Readonly<Record<Theme, string>> = {
  auto: 'light dark',
  light: 'light',
  dark: 'dark',
}

/** Images from the server that the frame is of, everything else from the site where its readers know it. */
export const embedLinks = (site: Site): WebLinks => {
  const links = rootedLinks(site)
  return {...links, href: (href) => (href.startsWith('/') ? `${site.url}${href}` : href)}
}

/**
 * Links to other sites open outside of the frame, in which most would refuse to be shown: the chats of
 * helplines too. Calls, text messages and places on the same page stay. All text is escaped, so a `<a ` is a tag.
 */
const opensOutside = (html: string): string =>
  html.replace(/<a (?=[^>]*href="https?:)/g, '<a target="_blank" ')

const headHtml = ({site, title, url, images, theme}: Embedded): string => {
  const {css, hash} = embedSheet(theme)
  const logo = site.logo === undefined ? [] : [site.logo]
  const policy = contentSecurityPolicy([...logo, ...images], false, hash, HEIGHT_SCRIPT_HASH)
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy"${attribute('content', policy)}>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<meta name="color-scheme" content="${COLOR_SCHEME[theme]}">`,
    `<title>${escapeHtml(title === site.name ? title : `${title} · ${site.name}`)}</title>`,
    `<link rel="canonical"${attribute('href', url)}>`,
    `<style>${css}</style>`,
    `<script>${HEIGHT_SCRIPT}</script>`,
  ].join('\n')
}

/** Throws PublisherError for a language without interface words. */
export const embedHtml = (embedded: Embedded): string => {
  const {site, language, documentId, url, main} = embedded
  const words = phrases(language, documentId)
  const logo =
    site.logo === undefined
      ? ''
      : imageHtml(site.logo, embedLinks(site).image(site.logo), {alt: '', eager: true})
  const own = language === site.defaultLanguage ? '' : ` ${langAttributes(site.defaultLanguage)}`
  const body = `<header class="bar">
<div class="masthead">
<a class="brand"${attribute('href', url)}>${logo}<span>${escapeHtml(site.name)}</span></a>
<a class="original"${attribute('href', url)}>${escapeHtml(words.readOnline)}</a>
</div>
</header>
<main>
${main}
</main>
<footer class="footer">
<p${own}>${escapeHtml(site.partnerAttribution)}</p>
<p>${escapeHtml(words.notMedicalAdvice)}</p>
<p><a${attribute('href', url)}>${escapeHtml(words.readOnline)}</a></p>
</footer>`
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
${headHtml(embedded)}
</head>
<body>
${opensOutside(body)}
</body>
</html>
`
}
