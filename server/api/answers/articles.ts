/** `/articles` */
import type {ArticleSummary} from '../../../content/model.ts'
import type {Publication} from '../../../crisis-notice/policy.ts'
import {NoticeMissingError, ThrowlineError} from '../../../errors.ts'
import type {Expectation} from '../../../verification/expectation.ts'
import {type Edition, isRefusal} from '../../site/edition.ts'
import {Prepared} from '../prepared.ts'
import {countryFor, noticeMissing, opensArticle} from './access.ts'
import type {Asking} from './asking.ts'
import {chosenBody, surrogatesOf, wholeBody} from './bodies.ts'
import {type PageCursor, pageCursor, readPageCursor} from './cursor.ts'

export interface ArticlesRequest {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly modifiedSince?: string | undefined
  readonly topic?: ReadonlySet<string> | undefined
  readonly language?: string | undefined
  readonly country?: string | undefined
  readonly fields?: ReadonlySet<string> | undefined
}

const LIMIT = 20

/** Newest first; of two at one moment the smaller id. Negative when `a` stands before `b`. */
const order = (a: PageCursor, b: PageCursor): number => {
  if (a.publishedAt !== b.publishedAt) return a.publishedAt > b.publishedAt ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

const LISTED = new WeakMap<Edition, readonly ArticleSummary[]>()

const listed = (edition: Edition): readonly ArticleSummary[] => {
  const known = LISTED.get(edition)
  if (known !== undefined) return known
  const made = edition.summaries.filter(({retraction}) => retraction === undefined).toSorted(order)
  LISTED.set(edition, made)
  return made
}

const wanted = (
  {edition, scope}: Asking,
  {modifiedSince, topic, language}: ArticlesRequest,
): readonly ArticleSummary[] => {
  const since = modifiedSince === undefined ? -Infinity : Date.parse(modifiedSince)
  return listed(edition).filter(
    (each) =>
      opensArticle(scope, each) &&
      (topic === undefined || each.topics.some((one) => topic.has(one))) &&
      (language === undefined || each.language.toLowerCase() === language.toLowerCase()) &&
      Date.parse(each.updatedAt ?? each.publishedAt) >= since,
  )
}

interface Entry {
  readonly publication: Publication
  readonly text: string
}

interface Refused {
  readonly id: string
  readonly code: string
}

const codeOf = (error: Error): string =>
  error instanceof ThrowlineError ? error.code : 'ARTICLE_REFUSED'

const entryOf = async (
  asking: Asking,
  {id}: ArticleSummary,
  {country, fields}: {readonly country: string; readonly fields?: ReadonlySet<string> | undefined},
): Promise<Entry | Refused> => {
  try {
    const publication = await asking.edition.publication(id, country)
    if (publication === undefined) throw new Error(`${id} is not of this edition.`)
    const {output} =
      fields === undefined
        ? await wholeBody(publication, 'application/json', asking)
        : await chosenBody(publication, fields, asking)
    return {publication, text: output.output.text}
  } catch (error) {
    if (!isRefusal(error)) throw error
    // asked for a country that has no notice in this language: nothing is to be mended here
    if (!(error instanceof NoticeMissingError)) asking.onRefused(id, error)
    return {id, code: codeOf(error)}
  }
}

const isEntry = (made: Entry | Refused): made is Entry => 'publication' in made

/** The page, read back once more as a whole. */
const pageBody = async (
  {edition}: Asking,
  country: string,
  entries: readonly Entry[],
  rest: string,
): Promise<Prepared> => {
  const items: Expectation['items'] = new Map(
    entries.map(({publication: {article, audience}}) => [
      article.id,
      {audience, topics: article.topics},
    ]),
  )
  const {site} = edition
  const audience = {country, language: site.defaultLanguage}
  const output = await edition.pass(
    {
      channel: 'partner',
      format: 'partnerPage',
      path: 'api/v1/articles',
      documentId: site.id,
      revision: site.revision,
      audience,
      text: `{"articles":[${entries.map(({text}) => text).join(',')}],${rest}}`,
    },
    {audience, topics: [], items},
  )
  const surrogates = entries.flatMap(({publication}) => surrogatesOf(publication))
  return Prepared.verified(output, {
    type: 'application/json',
    surrogates: [...new Set(['articles', 'site', ...surrogates])],
  })
}

/** Of those nobody knows the language or the topics: only whoever asks for everything is told of them. */
const unreadable = (
  {edition, scope, onRefused}: Asking,
  {topic, language, modifiedSince}: ArticlesRequest,
): readonly Refused[] => {
  const isAll =
    topic === undefined &&
    language === undefined &&
    modifiedSince === undefined &&
    scope.topics.length === 0 &&
    scope.languages.length === 0
  if (!isAll) return []
  return [...edition.unreadable].map(([id, error]) => {
    onRefused(id, error)
    return {id, code: codeOf(error)}
  })
}

export const listArticles = async (asking: Asking, request: ArticlesRequest): Promise<Prepared> => {
  const {edition, scope} = asking
  const {limit = LIMIT, cursor, fields, language = edition.site.defaultLanguage} = request
  const country = countryFor(edition, scope, request.country)
  if (edition.languagesOf(country).length === 0) {
    throw noticeMissing(edition, scope, {country, language})
  }
  const after = cursor === undefined ? undefined : readPageCursor(cursor)
  const all = wanted(asking, request)
  const rest = after === undefined ? all : all.filter((each) => order(after, each) < 0)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  const nextCursor = last !== undefined && rest.length > page.length ? pageCursor(last) : null
  const made: (Entry | Refused)[] = []
  for (const summary of page) made.push(await entryOf(asking, summary, {country, fields}))
  const refused = [
    ...made.filter((each) => !isEntry(each)),
    ...(nextCursor === null ? unreadable(asking, request) : []),
  ]
  const beside = JSON.stringify({nextCursor, refused}).slice(1, -1)
  return pageBody(asking, country, made.filter(isEntry), beside)
}
