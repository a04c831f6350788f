/** oEmbed 1.0 (oembed.com), section 2: what a page editor shows in the place of an article's address. */
import {escapeHtml} from '../../publishers/html/escape.ts'
import {placed} from '../../publishers/paths.ts'
import {escapeXml} from '../../publishers/web/xml.ts'
import type {ArticleSummary} from '../../content/model.ts'
import type {Edition} from '../site/edition.ts'

/** CSS pixels. Without a script the frame cannot grow: so high that the notice is whole on a phone, and scrolls. */
const WIDTH = 640
const HEIGHT = 720

/** Seconds for which the answer may be kept; the frame in it is always as it is today. */
const CACHE_AGE = 86_400

export interface OembedRequest {
  /** Of an article's page. */
  readonly url: string
  readonly maxWidth: string | undefined
  readonly maxHeight: string | undefined
  readonly country: string | undefined
  readonly theme: string | undefined
}

export type OembedAnswer = Readonly<Record<string, string | number>>

const PATHS = new WeakMap<Edition, ReadonlyMap<string, ArticleSummary>>()

const byPath = (edition: Edition): ReadonlyMap<string, ArticleSummary> => {
  const known = PATHS.get(edition)
  if (known !== undefined) return known
  const {site, summaries} = edition
  const made = new Map(summaries.map((summary) => [`/${placed(site, summary)}`, summary]))
  PATHS.set(edition, made)
  return made
}

/** With or without `index.html` and the final slash, where the site or this server has it. */
const articleAt = (
  edition: Edition,
  url: string,
  publicUrl: string,
): ArticleSummary | undefined => {
  if (!URL.canParse(url)) return undefined
  const {origin, pathname} = new URL(url)
  const page = `${origin}${pathname.replace(/\/(?:index\.html)?$/, '')}`
  const home = [edition.site.url, publicUrl].find((each) => page.startsWith(`${each}/`))
  return home === undefined ? undefined : byPath(edition).get(page.slice(home.length))
}

/** What is no number of pixels is no limit. */
const within = (standard: number, most: string | undefined): number =>
  most !== undefined && /^[1-9]\d{0,4}$/.test(most) ? Math.min(standard, Number(most)) : standard

/** `undefined`: no article of ours is at the address any more, or ever was. */
export const oembedAnswer = (
  edition: Edition,
  {url, maxWidth, maxHeight, country, theme}: OembedRequest,
  publicUrl: string,
): OembedAnswer | undefined => {
  const {site} = edition
  const article = articleAt(edition, url, publicUrl)
  if (article === undefined || article.retraction !== undefined) return undefined
  const {title, language} = article
  const frame = new URL(`embed/${encodeURIComponent(article.slug)}`, `${publicUrl}/`)
  if (language !== site.defaultLanguage) frame.searchParams.set('language', language)
  if (country !== undefined) frame.searchParams.set('country', country)
  if (theme !== undefined) frame.searchParams.set('theme', theme)
  const width = within(WIDTH, maxWidth)
  const height = within(HEIGHT, maxHeight)
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: site.name,
    provider_url: `${site.url}/`,
    cache_age: CACHE_AGE,
    width,
    height,
    html: `<iframe src="${escapeHtml(frame.href)}" title="${escapeHtml(title)}" width="${width}" height="${height}" referrerpolicy="no-referrer" style="border:0;max-width:100%"></iframe>`,
  }
}

/** Section 2.3.4.2. */
export const oembedXml = (answer: OembedAnswer): string => {
  const members = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  )
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${members.join('\n')}\n</oembed>\n`
}
