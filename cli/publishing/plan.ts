/** What every thread of a run has to know. */
import type {Channel} from '../../publishers/publisher.ts'
import type {Shard} from '../../publish-shard.ts'
import type {SmsMessage} from '../../publishers/sms/message.ts'
import type {ArticleInputs} from '../out/inputs.ts'
import type {HelpedFolder} from '../out/out-folder.ts'

/** Handed to a thread; plain data. */
export interface HelperPlan {
  readonly dataset: string
  readonly out: string
  readonly data: string
  readonly channels: readonly Channel[]
  readonly country?: string
  readonly today: string
  readonly isFull: boolean
  readonly shard: Shard
}

export interface HelperResult extends HelpedFolder {
  readonly articles: readonly ArticleInputs[]
  readonly messages: readonly (readonly [path: string, messages: readonly SmsMessage[]])[]
}

/** What a thread says; `failed` is the last thing, and so is `done`. */
export type HelperEvent =
  | {readonly kind: 'steps'; readonly count: number}
  | {readonly kind: 'done'; readonly result: HelperResult}
  | {readonly kind: 'failed'; readonly code: string; readonly message: string}
