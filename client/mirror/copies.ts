/** The copies of one mirror: what is put among them, what is taken out, and who is told. */
import type {Client} from '../client.ts'
import {ApiProblem, isHeldBack, NoticeMissing, UnexpectedAnswer} from '../errors.ts'
import {isArticle} from '../shapes.ts'
import {carriesNotice} from '../notice.ts'
import type {PartnerArticle} from '../types.ts'
import {isSelected, type Selection} from './selection.ts'
import type {MirrorStore} from './store.ts'

export type MirrorEvent =
  | {readonly kind: 'stored'; readonly id: string; readonly slug: string; readonly language: string}
  /** `reason`: `retracted`, `removed`, `unselected`, or the code of what kept the article back. */
  | {readonly kind: 'removed'; readonly id: string; readonly reason: string}
  /** Not to be had with its notice; asked for again soon. */
  | {readonly kind: 'leftOut'; readonly id: string; readonly code: string}
  /** As fresh as the publisher, a moment ago. */
  | {readonly kind: 'fresh'; readonly cursor: string}
  /** Tried again by itself. */
  | {readonly kind: 'failed'; readonly error: unknown}

export interface CopiesOptions {
  readonly client: Client
  readonly store: MirrorStore
  readonly selection: Selection
  readonly signal: AbortSignal | undefined
  readonly onEvent: (event: MirrorEvent) => void
}

/** Names one article in the API; `id` tells whether what is found there is still the same. */
export interface ArticleName {
  readonly id: string
  readonly slug: string
  readonly language: string
}

export interface Copies {
  /** A copy that still carries its notice. */
  held(id: string): Promise<PartnerArticle | undefined>
  put(article: PartnerArticle): Promise<void>
  takeOut(id: string, reason: string): Promise<void>
  /**
   * The publisher holds it back: a copy stays as long as its notice may be right. It is taken out with
   * `isNoticeOld`, and where the notice is the reason.
   */
  holdBack(id: string, code: string, isNoticeOld: boolean): Promise<void>
  /**
   * Makes the copy what the API has under this name, or takes it out. Gives the revision that stands
   * now, undefined where there is none. `isNoticeOld` as for `holdBack`.
   */
  refresh(name: ArticleName, isNoticeOld?: boolean): Promise<string | undefined>
  /** How many were left out. */
  readonly leftOut: number
}

/** Not there for this partner and country: never was, is retracted, is not shared with it, has no notice. */
const GONE: ReadonlySet<number> = new Set([403, 404, 410, 422])

export const openCopies = (options: CopiesOptions): Copies => {
  const {client, store, selection, signal, onEvent} = options
  let leftOut = 0

  const held = async (id: string): Promise<PartnerArticle | undefined> => {
    const copy = await store.get(id)
    return isArticle(copy) && carriesNotice(copy) ? copy : undefined
  }

  const put = async (article: PartnerArticle): Promise<void> => {
    const {id, slug, language} = article
    if (!carriesNotice(article)) {
      await leaveOut(id, 'NOTICE_MISSING')
      return
    }
    if (JSON.stringify(await held(id)) === JSON.stringify(article)) return
    await store.put(article)
    onEvent({kind: 'stored', id, slug, language})
  }

  const takeOut = async (id: string, reason: string): Promise<void> => {
    if (await store.remove(id)) onEvent({kind: 'removed', id, reason})
  }

  const holdBack = async (id: string, code: string, isNoticeOld: boolean): Promise<void> => {
    leftOut += 1
    if (isNoticeOld || code.startsWith('NOTICE_')) await takeOut(id, code)
    onEvent({kind: 'leftOut', id, code})
  }

  /** What came cannot be shown, and says nothing of what is held. */
  const leaveOut = (id: string, code: string): Promise<void> => holdBack(id, code, true)

  /** What the API has, or what became of it. */
  const asked = async (
    {id, slug, language}: ArticleName,
    isNoticeOld: boolean,
  ): Promise<PartnerArticle | undefined> => {
    try {
      return await client.article(slug, {language, country: selection.country, signal})
    } catch (error) {
      if (error instanceof NoticeMissing || error instanceof UnexpectedAnswer) {
        await leaveOut(id, error.code)
        return undefined
      }
      if (!(error instanceof ApiProblem)) throw error
      if (GONE.has(error.status)) await takeOut(id, error.code)
      else if (isHeldBack(error)) await holdBack(id, error.code, isNoticeOld)
      else throw error
      return undefined
    }
  }

  const refresh = async (name: ArticleName, isNoticeOld = false): Promise<string | undefined> => {
    const article = await asked(name, isNoticeOld)
    if (article === undefined) return undefined
    // the name may be another article's by now
    if (article.id !== name.id) await takeOut(name.id, 'removed')
    else if (isSelected(selection, article)) await put(article)
    else await takeOut(name.id, 'unselected')
    return article.id === name.id ? article.revision : undefined
  }

  return {
    held,
    put,
    takeOut,
    holdBack,
    refresh,
    get leftOut() {
      return leftOut
    },
  }
}
