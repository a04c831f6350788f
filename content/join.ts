/**
 * Joins documents by id: raw documents at hand in, the model out. Runs in a browser too, so that
 * Studio previews and the command see the same article.
 */
import {ContentError, type Problem} from '../errors.ts'
import type {ImageSource} from './images/image-source.ts'
import {isObject} from './json-object.ts'
import type {Article, ArticleSummary, Digest, Helpline, NoticeDocument, Site} from './model.ts'
import {article, articleSummary} from './parse/article.ts'
import {contributor} from './parse/contributor.ts'
import {digest} from './parse/digest.ts'
import {helpline} from './parse/helpline.ts'
import type {ImageResult, Lookup, Shelf} from './parse/lookup.ts'
import {notice} from './parse/notice.ts'
import {Place} from './parse/place.ts'
import {Lately} from './lately.ts'
import {parsed, type Reader, type Result} from './parse/reader.ts'
import {section} from './parse/section.ts'
import {site} from './parse/site.ts'
import {source} from './parse/source.ts'
import {warning} from './parse/warning.ts'

export interface JoinParts {
  /** YYYY-MM-DD. */
  readonly today: string
  /** `_type` of a document; undefined when it is not in the dataset. */
  readonly typeOf: (id: string) => string | undefined
  /** A document, already there; or why it cannot be read. */
  readonly document: (id: string) => Result<unknown>
  readonly image: (source: ImageSource) => ImageResult
}

/** Parses each document once for as long as the document itself is kept. */
const shelf = <T>(
  type: string,
  document: JoinParts['document'],
  makeReader: () => Reader<T>,
): Shelf<T> => {
  const results = new Lately<object, Result<T>>()
  const reader = makeReader()
  const read = (id: string, value: unknown): Result<T> => {
    const known = isObject(value) ? results.get(value) : undefined
    if (known !== undefined) return known
    const result = parsed(id, value, reader)
    if (isObject(value)) results.set(value, result)
    return result
  }
  return {
    type,
    get(id) {
      const found = document(id)
      return found.ok ? read(id, found.value) : found
    },
    get standIn() {
      return reader({}, new Place('', []))
    },
  }
}

/** Each problem once, however many ways led to it. */
export const distinctProblems = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(
    problems.map((each) => [
      JSON.stringify([each.documentId, each.path, each.code, each.message]),
      each,
    ]),
  ).values(),
]

export interface Join {
  site(id: string): Result<Site>
  notice(id: string): Result<NoticeDocument>
  helpline(id: string): Result<Helpline>
  summary(id: string): Result<ArticleSummary>
  article(id: string): Result<Article>
  digest(id: string): Result<Digest>
}

/** Every reader gets the others' documents through one lookup. */
export const createJoin = ({today, typeOf, document, image}: JoinParts): Join => {
  const sources = shelf('source', document, () => source)
  const helplines = shelf('helpline', document, () => helpline({typeOf}))
  const articles = shelf('article', document, () => articleSummary)
  const lookup: Lookup = {
    today,
    typeOf,
    image,
    sources,
    helplines,
    articles,
    get warnings() {
      return warnings
    },
    get contributors() {
      return contributors
    },
    get sections() {
      return sections
    },
  }
  const warnings: Lookup['warnings'] = shelf('warning', document, () => warning(lookup))
  const contributors: Lookup['contributors'] = shelf('contributor', document, () =>
    contributor(lookup),
  )
  const sections: Lookup['sections'] = shelf('section', document, () => section(lookup))

  const once =
    <T>(makeReader: () => Reader<T>) =>
    (id: string): Result<T> => {
      const found = document(id)
      if (!found.ok) return found
      const result = parsed(id, found.value, makeReader())
      return result.ok ? result : {ok: false, problems: distinctProblems(result.problems)}
    }

  return {
    site: once(() => site(lookup)),
    notice: once(() => notice),
    helpline: (id) => helplines.get(id),
    summary: (id) => articles.get(id),
    article: once(() => article(lookup)),
    digest: once(() => digest(lookup)),
  }
}

/** The value, or ContentError with the problems. */
export const unwrap = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new ContentError(result.problems)
}
