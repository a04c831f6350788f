/** What every thread of a run has to know, and what it says. */
import type {IndexState} from '../../content/lazy-index.ts'
import type {Commission} from '../../publish-articles.ts'
import type {Channel} from '../../publishers/publisher.ts'
import type {SmsShape} from '../../publishers/sms/message.ts'
import type {MadeArticle} from '../out/kept-articles.ts'
import type {HelpedFolder} from '../out/out-folder.ts'

/** Handed to a thread; plain data. */
export interface HelperPlan {
  readonly dataset: string
  /** Read once, for all threads. */
  readonly index: IndexState
  readonly out: string
  readonly data: string
  readonly channels: readonly Channel[]
  readonly country?: string
  readonly today: string
  readonly isFull: boolean
  /** No earlier run has said that it put something into the folder. */
  readonly isNew: boolean
  /** So many articles that memory is worth giving back. */
  readonly isLarge: boolean
}

/** Handed to a thread whenever it asks; none means that there are no more. */
export type Batch = readonly Commission[]

/** Some articles, written whole. */
export interface HelperResult extends HelpedFolder {
  readonly articles: readonly (HelpedFolder['articles'][number] & MadeArticle)[]
  readonly messages: readonly (readonly [path: string, messages: readonly SmsShape[]])[]
}

/** What a thread says; `failed` is the last thing, and so is `done`. */
export type HelperEvent =
  /** After so many articles it wants more. */
  | {readonly kind: 'next'; readonly done: number}
  /** Since it last said so; the thread forgets them. */
  | {readonly kind: 'made'; readonly result: HelperResult}
  | {readonly kind: 'done'}
  | {readonly kind: 'failed'; readonly code: string; readonly message: string}
