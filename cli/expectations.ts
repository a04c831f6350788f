/** What the gate must find in a file, from the dataset and the manifest, never from the file. */
import type {Content} from '../content/content.ts'
import type {ArticleSummary, Digest, Site} from '../content/model.ts'
import type {Audience} from '../crisis-notice/notice.ts'
import {pageUrl} from '../publishers/paths.ts'
import type {Format} from '../publishers/publisher.ts'
import type {ExpectedItems, Expectation} from '../verification/expectation.ts'
import type {Artefact} from './out/manifest.ts'

export interface Expectations {
  /** Without an artefact (a loose file): the audience that was asked for, and no topic. */
  of(artefact: Artefact | undefined, format: Format): Expectation
}

const digestTopics = (
  digest: Digest,
  articles: ReadonlyMap<string, ArticleSummary>,
): readonly string[] => [
  ...new Set(digest.articles.flatMap((id) => articles.get(id)?.topics ?? [])),
]

export const expectations = async (
  content: Content,
  site: Site,
  audience: Audience,
): Promise<Expectations> => {
  const articles = new Map((await content.summaries()).items.map((item) => [item.id, item]))
  const digests = new Map((await content.digests()).items.map((item) => [item.id, item]))

  const topicsOf = (documentId: string): readonly string[] => {
    const digest = digests.get(documentId)
    if (digest !== undefined) return digestTopics(digest, articles)
    return articles.get(documentId)?.topics ?? []
  }

  const itemsFor = (country: string): ExpectedItems =>
    new Map(
      [...articles.values()].flatMap((article) => {
        // a list may say that it is gone, and nothing else of it
        if (article.retraction !== undefined) return []
        const item = {audience: {country, language: article.language}, topics: article.topics}
        return [
          [article.id, item],
          [pageUrl(site, article), item],
        ]
      }),
    )
  const items = new Map<string, ExpectedItems>()
  const cachedItems = (country: string): ExpectedItems => {
    const known = items.get(country) ?? itemsFor(country)
    items.set(country, known)
    return known
  }

  return {
    of: (artefact, format) => {
      const who =
        artefact === undefined ? audience : {country: artefact.country, language: artefact.language}
      const topics = artefact === undefined ? [] : topicsOf(artefact.documentId)
      const lists = format === 'atom' || format === 'jsonFeed' || format === 'partnerArticles'
      return {audience: who, topics, ...(lists && {items: cachedItems(who.country)})}
    },
  }
}
