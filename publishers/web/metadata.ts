/** What machines read in the head: Open Graph, hreflang, schema.org. */
import {formatReference} from '../../content/ama/format-reference.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {escapeHtml} from '../html/escape.ts'
import {pageUrl} from '../paths.ts'
import {phrases} from '../phrases.ts'
import {absoluteImage} from './links.ts'

/** `</script>` and `<!--` must not end or change the data block. */
const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)}</script>`

const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${escapeHtml(content)}">`

/** schema.org MedicalWebPage. */
const medicalWebPage = ({site, article}: Publication): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'MedicalWebPage',
  url: pageUrl(site, article),
  name: article.title,
  description: article.summary,
  inLanguage: article.language,
  datePublished: article.publishedAt,
  dateModified: article.updatedAt ?? article.publishedAt,
  lastReviewed: article.lastReviewed,
  reviewedBy: article.reviewer && {
    '@type': article.reviewer.kind === 'person' ? 'Person' : 'Organization',
    name: article.reviewer.name,
  },
  author: article.authors.map(({kind, name}) => ({
    '@type': kind === 'person' ? 'Person' : 'Organization',
    name,
  })),
  about: article.topics.map((topic) => ({
    '@type': 'MedicalCondition',
    name: phrases(article.language).topic[topic],
  })),
  image: article.heroImage && absoluteImage(site, article.heroImage),
  citation: article.references.map(({source}) =>
    formatReference(source)
      .map(({text}) => text)
      .join(''),
  ),
  publisher: {'@type': 'Organization', name: site.name, url: site.url},
})

const alternates = ({site, article, translations}: Publication): readonly string[] =>
  translations.length === 0
    ? []
    : [article, ...translations].map(
        (item) =>
          `<link rel="alternate" hreflang="${escapeHtml(item.language)}" href="${escapeHtml(pageUrl(site, item))}">`,
      )

export const articleHead = (publication: Publication): readonly string[] => {
  const {site, article} = publication
  return [
    ...alternates(publication),
    property('og:type', 'article'),
    property('og:site_name', site.name),
    property('og:title', article.title),
    property('og:description', article.summary),
    property('og:url', pageUrl(site, article)),
    property('og:locale', article.language.replace('-', '_')),
    ...(article.heroImage === undefined
      ? []
      : [
          property('og:image', absoluteImage(site, article.heroImage)),
          property('og:image:alt', article.heroImage.alt),
        ]),
    jsonLd(medicalWebPage(publication)),
  ]
}
