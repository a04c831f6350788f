/** `/articles/{slug}` */
import type {ArticleSummary} from '../../../content/model.ts'
import {NoticeMissingError} from '../../../errors.ts'
import {type Edition, isRefusal} from '../../site/edition.ts'
import type {Media} from '../negotiate.ts'
import type {Prepared} from '../prepared.ts'
import {ApiProblem} from '../problems.ts'
import {countryFor, noticeMissing, opensArticle} from './access.ts'
import {chosenBody, wholeBody} from './bodies.ts'
import type {Asking} from './asking.ts'

const BY_SLUG = new WeakMap<Edition, ReadonlyMap<string, readonly ArticleSummary[]>>()

const bySlug = (edition: Edition): ReadonlyMap<string, readonly ArticleSummary[]> => {
  const known = BY_SLUG.get(edition)
  if (known !== undefined) return known
  const made = Map.groupBy(edition.summaries, ({slug}) => slug)
  BY_SLUG.set(edition, made)
  return made
}

export interface ArticleRequest {
  readonly slug: string
  readonly language?: string | undefined
  readonly country?: string | undefined
  readonly fields?: ReadonlySet<string> | undefined
  readonly media: Media
}

/** Without a language the site's own, else the first there is. */
const find = (
  {edition, scope}: Asking,
  {slug, language}: ArticleRequest,
): ArticleSummary | undefined => {
  const found = (bySlug(edition).get(slug) ?? []).filter((each) => opensArticle(scope, each))
  if (language !== undefined) {
    return found.find((each) => each.language.toLowerCase() === language.toLowerCase())
  }
  return found.find((each) => each.language === edition.site.defaultLanguage) ?? found[0]
}

export const readArticle = async (asking: Asking, request: ArticleRequest): Promise<Prepared> => {
  const {edition, scope} = asking
  const {slug, language, media, fields} = request
  const country = countryFor(edition, scope, request.country)
  const summary = find(asking, request)
  const unknown = () =>
    new ApiProblem(
      'ARTICLE_UNKNOWN',
      `There is no article "${slug}"${language === undefined ? '' : ` in ${language}`}.`,
    )
  if (summary === undefined) throw unknown()
  try {
    const publication = await edition.publication(summary.id, country)
    if (publication === undefined) throw unknown()
    const body =
      fields !== undefined && media === 'application/json'
        ? await chosenBody(publication, fields, asking)
        : await wholeBody(publication, media, asking)
    return body.prepared
  } catch (error) {
    if (error instanceof NoticeMissingError) {
      throw noticeMissing(edition, scope, {country, language: summary.language})
    }
    if (!isRefusal(error)) throw error
    asking.onRefused(summary.id, error)
    throw new ApiProblem('ARTICLE_REFUSED', `"${slug}" cannot be handed out now.`)
  }
}
