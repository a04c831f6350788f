/** What search engines read: schema.org's MedicalWebPage, in a data block that no text can end. */
import {referenceText} from '../../content/ama/reference.ts'
import type {Contributor, Source, SourceKind} from '../../content/model.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import type {Topic} from '../../content/topics.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {pageUrl} from '../paths.ts'
import {phrases} from '../phrases.ts'
import {absoluteImage} from './links.ts'

/** Topics that are illnesses; the others are things people live through. */
const CONDITIONS: ReadonlySet<Topic> = new Set<Topic>([
  'depression',
  'anxiety',
  'substance-use',
  'overdose',
  'eating-disorder',
  'psychosis',
])

const SOURCE_TYPE: Readonly<Record<SourceKind, string>> = {
  journalArticle: 'ScholarlyArticle',
  book: 'Book',
  report: 'Report',
  webPage: 'WebPage',
  dataset: 'Dataset',
}

const contributor = ({kind, name, role, credentials, url}: Contributor) => ({
  '@type': kind === 'person' ? 'Person' : 'Organization',
  name,
  ...(kind === 'person' && role !== undefined && {jobTitle: role}),
  ...(kind === 'person' && credentials !== undefined && {honorificSuffix: credentials}),
  ...(url !== undefined && {url}),
})

const citation = perFrozen((source: Source) => {
  const address = source.doi === undefined ? source.url : `https://doi.org/${source.doi}`
  return Object.freeze({
    '@type': SOURCE_TYPE[source.kind],
    name: source.title,
    description: referenceText(source),
    ...(address !== undefined && {url: address}),
    ...(source.year !== undefined && {datePublished: String(source.year)}),
  })
})

/** https://schema.org/MedicalWebPage */
export const medicalWebPage = ({site, article}: Publication) => {
  const {language, topics, heroImage, reviewer, lastReviewed, references, corrections} = article
  const words = phrases(language, article.id)
  const url = pageUrl(site, article)
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    '@id': url,
    url,
    name: article.title,
    headline: article.title,
    description: article.summary,
    inLanguage: language,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt ?? article.publishedAt,
    ...(lastReviewed !== undefined && {lastReviewed}),
    ...(reviewer !== undefined && {reviewedBy: contributor(reviewer)}),
    author: article.authors.map(contributor),
    publisher: {
      '@type': 'Organization',
      name: site.name,
      url: `${site.url}/`,
      ...(site.logo !== undefined && {logo: absoluteImage(site, site.logo)}),
    },
    isPartOf: {'@type': 'WebSite', name: site.name, url: `${site.url}/`},
    ...(heroImage !== undefined && {image: absoluteImage(site, heroImage)}),
    about: topics.map((topic) => ({
      '@type': CONDITIONS.has(topic) ? 'MedicalCondition' : 'Thing',
      name: words.topic[topic],
    })),
    citation: references.map(({source}) => citation(source)),
    ...(corrections.length > 0 && {
      correction: corrections.map(({date, note}) => ({
        '@type': 'CorrectionComment',
        datePublished: date,
        text: note,
      })),
    }),
  }
}

/** `<` is escaped, so neither `</script>` nor `<!--` can end or change the block (HTML, 4.12.1.3). */
export const jsonLdHtml = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)}</script>`
