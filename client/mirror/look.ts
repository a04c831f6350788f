/** All copies against the list of the publisher: what is not as it should be is made so. */
import type {Client} from '../client.ts'
import {ApiProblem} from '../errors.ts'
import type {ArticlePage, ArticleWith, EssentialField, PartnerArticle} from '../types.ts'
import type {Copies} from './copies.ts'
import {each} from './follow.ts'
import type {Selection} from './selection.ts'
import type {MirrorStore} from './store.ts'

export interface LookOptions {
  readonly client: Client
  readonly store: MirrorStore
  readonly copies: Copies
  readonly selection: Selection
  readonly signal: AbortSignal | undefined
  /**
   * Read every article, for a store that may hold anything; otherwise only those whose revision or
   * notice is not that of the copy.
   */
  readonly isWhole: boolean
  /** A notice or helpline has changed: what cannot be compared is not kept. */
  readonly isNoticeOld: boolean
}

/** Articles a request. */
const LIMIT = 100
/** More than these on a page: the page is fetched, not each of them. */
const FEW = 5

type Listed = ArticleWith<EssentialField>

const isCurrent = (copy: PartnerArticle | undefined, listed: Listed): boolean =>
  copy?.revision === listed.revision &&
  copy.slug === listed.slug &&
  JSON.stringify(copy.crisisNotice) === JSON.stringify(listed.crisisNotice)

/** Throws the API's problem when it has no notice for the country, once every copy is out. */
export const look = async (options: LookOptions): Promise<void> => {
  const {client, store, copies, selection, signal, isWhole, isNoticeOld} = options
  const listed = new Set<string>()
  let withoutNotice: ApiProblem | undefined

  const pageAt = (cursor: string | undefined): Promise<ArticlePage<keyof PartnerArticle>> =>
    client.articlePage({...selection, cursor, limit: LIMIT, signal})

  /** Puts the articles; gives them and where the list goes on. */
  const wholePage = async (cursor: string | undefined): Promise<ArticlePage<EssentialField>> => {
    const page = await pageAt(cursor)
    for (const article of page.articles) await copies.put(article)
    return page
  }

  const comparedPage = async (cursor: string | undefined): Promise<ArticlePage<EssentialField>> => {
    const page = await client.articlePage({
      ...selection,
      cursor,
      limit: LIMIT,
      signal,
      fields: ['id'],
    })
    const outdated: Listed[] = []
    for (const article of page.articles) {
      if (!isCurrent(await copies.held(article.id), article)) outdated.push(article)
    }
    const fetched = outdated.length > FEW ? (await wholePage(cursor)).articles : []
    const ids = new Set(fetched.map(({id}) => id))
    // the list may have moved on between the two
    const rest = outdated.filter(({id}) => !ids.has(id))
    await each(rest, async (article) => {
      await copies.refresh(article, isNoticeOld)
    })
    return page
  }

  let cursor: string | undefined
  do {
    const page = await (isWhole ? wholePage(cursor) : comparedPage(cursor)).catch(
      (error: unknown) => {
        if (!(error instanceof ApiProblem) || error.status !== 422) throw error
        withoutNotice = error
        return {articles: [], leftOut: [], nextCursor: null}
      },
    )
    for (const {id} of page.articles) listed.add(id)
    for (const {id, code} of page.leftOut) {
      listed.add(id)
      await copies.holdBack(id, code, isNoticeOld)
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)

  const unlisted = (await store.ids()).filter((id) => !listed.has(id))
  await each(unlisted, async (id) => {
    const copy = await copies.held(id)
    // asked for by name: a list that is a moment behind takes nothing out
    if (copy === undefined) await copies.takeOut(id, 'NOTICE_MISSING')
    // held back, but not listed as such: it may have been retracted
    else await copies.refresh(copy, true)
  })
  if (withoutNotice !== undefined) throw withoutNotice
}
