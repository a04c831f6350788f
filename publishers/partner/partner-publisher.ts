/** The partner channel: JSON that another site shows as it is (article.schema.json tells its shape). */
import type {Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {placed} from '../paths.ts'
import type {Format, Output, Publisher} from '../publisher.ts'
import {articleJson} from './article-json.ts'
import {jsonFile} from './json.ts'
import {articlesList, helplinesList, tombstonesList} from './lists.ts'

/** Nothing for a retracted article: it is in `tombstones.json`. */
const article = (publication: Publication): readonly Output[] => {
  const {id, revision, retraction} = publication.article
  if (retraction !== undefined) return []
  return [
    Object.freeze({
      channel: 'partner',
      format: 'partnerArticle',
      path: `partner/articles/${placed(publication.site, publication.article)}.json`,
      documentId: id,
      revision,
      audience: publication.audience,
      text: jsonFile(articleJson(publication)),
    }),
  ]
}

const site = (publication: SitePublication): readonly Output[] => {
  const lists: readonly (readonly [name: string, format: Format, value: unknown])[] = [
    ['articles', 'partnerArticles', articlesList(publication)],
    ['helplines', 'partnerHelplines', helplinesList(publication)],
    ['tombstones', 'partnerTombstones', tombstonesList(publication)],
  ]
  return lists.map(([name, format, value]) =>
    Object.freeze({
      channel: 'partner',
      format,
      path: `partner/${name}.json`,
      documentId: publication.site.id,
      revision: publication.site.revision,
      audience: publication.audience,
      text: jsonFile(value),
    }),
  )
}

export const partnerPublisher: Publisher = Object.freeze({
  channel: 'partner',
  article,
  digest: () => [],
  site,
})
