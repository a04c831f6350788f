/** The partner channel: JSON that another site shows as it is (article.schema.json tells its shape). */
import type {Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {listPages} from '../list-pages.ts'
import {placed} from '../paths.ts'
import {type Format, NONE_STANDS, type Output, type Publisher, type Stands} from '../publisher.ts'
import {articleJson} from './article-json.ts'
import {jsonFile} from './json-file.ts'
import {articlesList, articlesName, helplinesList, tombstonesList} from './lists.ts'

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

const listPath = (name: string): string => `partner/${name}.json`

const siteOutput = (
  {site, audience}: SitePublication,
  name: string,
  format: Format,
  value: unknown,
): Output =>
  Object.freeze({
    channel: 'partner',
    format,
    path: listPath(name),
    documentId: site.id,
    revision: site.revision,
    audience,
    text: jsonFile(value),
  })

function* siteOutputs(
  publication: SitePublication,
  stands: Stands = NONE_STANDS,
): Generator<Output> {
  for (const page of listPages(publication.entries)) {
    const name = articlesName(page.number)
    if (stands({...page, path: listPath(name)})) continue
    yield siteOutput(publication, name, 'partnerArticles', articlesList(publication, page))
  }
  yield siteOutput(publication, 'helplines', 'partnerHelplines', helplinesList(publication))
  yield siteOutput(publication, 'tombstones', 'partnerTombstones', tombstonesList(publication))
}

export const partnerPublisher: Publisher = Object.freeze({
  channel: 'partner',
  article,
  digest: () => [],
  site: siteOutputs,
})
