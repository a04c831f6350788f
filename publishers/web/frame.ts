/** What stands around the text on every page: head, masthead, footer. */
import {directionOf} from '../../content/direction.ts'
import type {Image, Site} from '../../content/model.ts'
import {attribute, escapeHtml} from '../html/escape.ts'
import {imageHtml} from '../html/figure.ts'
import {phrases} from '../phrases.ts'
import {ID} from './ids.ts'
import {FORM_STYLE} from './joining/form-style.ts'
import type {WebLinks} from './links.ts'
import {contentSecurityPolicy} from './policy.ts'
import {STYLE} from './style.ts'

export interface Sheet {
  readonly css: string
  /** `sha256-…` in base64, for the content security policy. */
  readonly hash: string
}

export interface Page {
  readonly site: Site
  readonly language: string
  /** Of the document, named in messages. */
  readonly documentId: string
  readonly title: string
  readonly description: string
  /** Its public address. */
  readonly url: string
  readonly links: WebLinks
  /** Those that stand in `main`. */
  readonly images: readonly Image[]
  /** Further elements for the head, as HTML. */
  readonly head: readonly string[]
  /** There is a form in `main`, which goes to the site itself. */
  readonly hasForm?: boolean
  /** In place of the pages' own style sheet, which it should begin with. */
  readonly sheet?: Sheet
  /** What stands in `main`, as HTML. */
  readonly main: string
}

const headHtml = (page: Page): string => {
  const {site, title, description, url, links, images, head, hasForm = false, sheet} = page
  const logo = site.logo === undefined ? [] : [site.logo]
  const policy = contentSecurityPolicy([...logo, ...images], hasForm, sheet?.hash)
  const name = title === site.name ? title : `${title} · ${site.name}`
  const icon = logo.map((image) => `<link rel="icon"${attribute('href', links.image(image))}>`)
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy"${attribute('content', policy)}>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // What somebody reads here is nobody's business where a link leads.
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(name)}</title>`,
    `<meta name="description"${attribute('content', description)}>`,
    `<link rel="canonical"${attribute('href', url)}>`,
    ...icon,
    `<link rel="alternate" type="application/atom+xml"${attribute('title', site.name)} href="${links.root}feed.xml">`,
    `<link rel="alternate" type="application/feed+json"${attribute('title', site.name)} href="${links.root}feed.json">`,
    ...head,
    `<style>${sheet?.css ?? (hasForm ? FORM_STYLE : STYLE)}</style>`,
  ].join('\n')
}

const mastheadHtml = ({site, language, documentId, links}: Page): string => {
  const words = phrases(language, documentId)
  const logo =
    site.logo === undefined
      ? ''
      : imageHtml(site.logo, links.image(site.logo), {alt: '', eager: true})
  return `<header class="masthead">
<a class="brand" href="${links.index}">${logo}<span>${escapeHtml(site.name)}</span></a>
<a href="${links.help}">${escapeHtml(words.helplines)}</a>
</header>`
}

const footerHtml = ({site, language, links}: Page): string => {
  const words = phrases(language)
  return `<footer class="footer">
<p>${escapeHtml(words.notMedicalAdvice)}</p>
<ul>
<li><a href="${links.index}">${escapeHtml(words.allArticles)}</a></li>
<li><a href="${links.help}">${escapeHtml(words.helpAllCountries)}</a></li>
<li><a href="${links.root}feed.xml">Atom</a></li>
<li><a href="${links.root}feed.json">JSON Feed</a></li>
</ul>
<p>${escapeHtml(site.name)}</p>
</footer>`
}

/** Throws PublisherError for a language without interface words. */
export const pageHtml = (page: Page): string =>
  `<!doctype html>
<html lang="${escapeHtml(page.language)}" dir="${directionOf(page.language)}">
<head>
${headHtml(page)}
</head>
<body>
<a class="skip" href="#${ID.text}">${escapeHtml(phrases(page.language, page.documentId).skipToContent)}</a>
${mastheadHtml(page)}
<main id="${ID.text}" tabindex="-1">
${page.main}
</main>
${footerHtml(page)}
</body>
</html>
`
