/** The partner API of one publisher, typed. */
import {NoticeMissing, UnexpectedAnswer} from './errors.ts'
import {type Guard, isRecord, isString} from './guards.ts'
import {carriesNotice, isSoundNotice} from './notice.ts'
import {requester, type RequestOptions} from './request.ts'
import {isArticleWith, isChangePage, isHelplineList, isNoticeAnswer, isPage} from './shapes.ts'
import type {
  ArticleField,
  ArticlePage,
  ArticleWith,
  ChangePage,
  HelplineList,
  LeftOut,
  NoticeAnswer,
} from './types.ts'

export interface ArticleQuery<Field extends ArticleField> {
  /** Whose notice; the partner's own country unless given. ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  /** Some fields only; the notice comes with them whatever is asked for. */
  readonly fields?: readonly Field[] | undefined
  readonly signal?: AbortSignal | undefined
}

export interface OneQuery<Field extends ArticleField> extends ArticleQuery<Field> {
  /** The site's own language unless given. */
  readonly language?: string | undefined
}

export interface ListQuery<Field extends ArticleField> extends ArticleQuery<Field> {
  readonly topic?: string | undefined
  readonly language?: string | undefined
  /** RFC 3339. */
  readonly modifiedSince?: string | undefined
  /** Called with what is not among the articles, and why. */
  readonly onLeftOut?: (leftOut: LeftOut) => void
}

export interface PageQuery<Field extends ArticleField> extends Omit<ListQuery<Field>, 'onLeftOut'> {
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  /** Articles a page, 1 to 100; 20. */
  readonly limit?: number | undefined
}

/**
 * Every call throws ApiProblem, RateLimited, ConnectionLost, UnexpectedAnswer, or the reason of the
 * signal that stopped it. Nothing is handed out without its crisis notice.
 */
export interface Client {
  /** Where the publisher is. */
  readonly url: string
  /** Newest first, page after page as they are read. */
  listArticles<Field extends ArticleField = ArticleField>(
    query?: ListQuery<Field>,
  ): AsyncGenerator<ArticleWith<Field>, void, void>
  articlePage<Field extends ArticleField = ArticleField>(
    query?: PageQuery<Field>,
  ): Promise<ArticlePage<Field>>
  /** ApiProblem has status 404 where there is none, 410 where it was retracted. Throws NoticeMissing. */
  article<Field extends ArticleField = ArticleField>(
    slug: string,
    query?: OneQuery<Field>,
  ): Promise<ArticleWith<Field>>
  helplines(query?: {
    readonly country?: string | undefined
    readonly signal?: AbortSignal | undefined
  }): Promise<HelplineList>
  /** `topics` bring the lines for these first. */
  notice(
    country: string,
    language: string,
    query?: {readonly topics?: readonly string[]; readonly signal?: AbortSignal | undefined},
  ): Promise<NoticeAnswer>
  /** `since`: a cursor, `latest` for the newest cursor alone; from the beginning unless given. */
  changes(
    since?: string,
    query?: {readonly limit?: number; readonly signal?: AbortSignal | undefined},
  ): Promise<ChangePage>
}

const joined = (values: readonly string[] | undefined): string | undefined => values?.join(',')

const idOf = (value: unknown): string =>
  isRecord(value) && isString(value['id']) ? value['id'] : ''

export const createClient = (options: RequestOptions): Client => {
  const get = requester(options)

  const checked = <T>(path: string, body: unknown, guard: Guard<T>): T => {
    if (!guard(body)) throw new UnexpectedAnswer(path, 'a shape that is not of this API')
    return body
  }

  const articlePage = async <Field extends ArticleField = ArticleField>({
    signal,
    fields,
    ...query
  }: PageQuery<Field> = {}): Promise<ArticlePage<Field>> => {
    const body = await get('articles', {...query, fields: joined(fields)}, signal)
    const {articles, nextCursor, refused} = checked('articles', body, isPage)
    const isAsked = isArticleWith(fields)
    const whole = articles.filter(isAsked)
    const unsound = articles.flatMap((article) => {
      if (!carriesNotice(article)) return [{id: idOf(article), code: 'NOTICE_MISSING'}]
      return isAsked(article) ? [] : [{id: idOf(article), code: 'ANSWER_INVALID'}]
    })
    return {
      articles: whole.filter(carriesNotice),
      leftOut: [...refused, ...unsound],
      nextCursor,
    }
  }

  const listArticles = async function* <Field extends ArticleField = ArticleField>({
    onLeftOut,
    ...query
  }: ListQuery<Field> = {}): AsyncGenerator<ArticleWith<Field>, void, void> {
    let cursor: string | undefined
    do {
      const page: ArticlePage<Field> = await articlePage({...query, cursor, limit: 100})
      for (const leftOut of page.leftOut) onLeftOut?.(leftOut)
      yield* page.articles
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  return Object.freeze<Client>({
    url: options.url,
    articlePage,
    listArticles,
    article: async <Field extends ArticleField = ArticleField>(
      slug: string,
      {signal, fields, ...query}: OneQuery<Field> = {},
    ) => {
      const path = `articles/${encodeURIComponent(slug)}`
      const body = await get(path, {...query, fields: joined(fields)}, signal)
      if (isRecord(body) && !carriesNotice(body)) throw new NoticeMissing(path)
      return checked(path, body, isArticleWith(fields))
    },
    helplines: async ({signal, ...query} = {}) => {
      const list = checked('helplines', await get('helplines', query, signal), isHelplineList)
      if (!isSoundNotice(list.crisisNotice)) throw new NoticeMissing('helplines')
      return list
    },
    notice: async (country, language, {topics, signal} = {}) => {
      const path = `notices/${encodeURIComponent(country)}/${encodeURIComponent(language)}`
      const body = await get(path, {topics: joined(topics)}, signal)
      const answer = checked(path, body, isNoticeAnswer)
      if (!isSoundNotice(answer.crisisNotice)) throw new NoticeMissing(path)
      return answer
    },
    changes: async (since, {signal, limit} = {}) =>
      checked('changes', await get('changes', {since, limit}, signal), isChangePage),
  })
}
