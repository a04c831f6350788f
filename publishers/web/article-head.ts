/** What machines read in an article's head: languages, oEmbed, Open Graph, schema.org. */
import type {Article} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {attribute} from '../html/escape.ts'
import {pageUrl} from '../paths.ts'
import {jsonLdHtml, medicalWebPage} from './json-ld.ts'
import {absoluteImage} from './links.ts'

/** The page names itself too; the site's own language serves readers of every other one. */
const alternates = ({site, article, translations}: Publication): readonly string[] => {
  if (translations.length === 0) return []
  const link = (hreflang: string, href: string): string =>
    `<link rel="alternate"${attribute('hreflang', hreflang)}${attribute('href', href)}>`
  const all = [article, ...translations]
  const standard = all.find(({language}) => language === site.defaultLanguage)
  return [
    ...all.map((item) => link(item.language, pageUrl(site, item))),
    ...(standard === undefined ? [] : [link('x-default', pageUrl(site, standard))]),
  ]
}

/** `en-US` is `en_US` to the Open Graph protocol. */
const locale = ({language}: Article): string => language.replaceAll('-', '_')

type Property = readonly [name: string, content: string]

const openGraph = ({site, article}: Publication): readonly Property[] => {
  const {heroImage} = article
  return [
    ['og:type', 'article'],
    ['og:site_name', site.name],
    ['og:title', article.title],
    ['og:description', article.summary],
    ['og:url', pageUrl(site, article)],
    ['og:locale', locale(article)],
    ['article:published_time', article.publishedAt],
    ['article:modified_time', article.updatedAt ?? article.publishedAt],
    ...(heroImage === undefined
      ? []
      : ([
          ['og:image', absoluteImage(site, heroImage)],
          ['og:image:alt', heroImage.alt],
        ] as const)),
  ]
}

/** oEmbed 1.0, section 4: how a page editor comes from the page's address to a frame of it. */
const oembed = ({site, article}: Publication): string => {
  const url = encodeURIComponent(pageUrl(site, article))
  const href = `${site.url}/oembed?url=${url}&format=json`
  return `<link rel="alternate" type="application/json+oembed"${attribute('href', href)}${attribute('title', article.title)}>`
}

export const articleHead = (publication: Publication): readonly string[] => [
  ...alternates(publication),
  oembed(publication),
  ...openGraph(publication).map(
    ([name, content]) => `<meta property="${name}"${attribute('content', content)}>`,
  ),
  jsonLdHtml(medicalWebPage(publication)),
]
