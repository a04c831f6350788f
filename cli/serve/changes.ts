/** What a running server does about each change: logs it, lets campaigns follow, and tells partners. */
import type {LiveSource} from '../../content/live/live-source.ts'
import {openQueue} from '../../delivery/store/queue.ts'
import {startRecorder} from '../../server/changes/recorder.ts'
import type {Post} from '../../server/joining/post.ts'
import type {Newsroom} from '../../server/site/newsroom.ts'
import type {Office} from '../open-store.ts'
import {serveCampaigns} from './campaigns.ts'
import {serveWebhooks} from './webhooks.ts'

export interface FollowOptions {
  readonly office: Office
  readonly source: LiveSource
  readonly newsroom: Newsroom
  readonly post: Post
  /** Where the server is reached, without a final slash. */
  readonly publicUrl: () => string
  readonly today?: string
  readonly onProblem: (problem: string) => void
  readonly onError: (error: unknown) => void
}

export const followChanges = async (options: FollowOptions): Promise<{close(): Promise<void>}> => {
  const {office, onError} = options
  const boss = await openQueue(office.store, {onError})
  const campaigns = await serveCampaigns({...options, boss})
  const webhooks = await serveWebhooks({...options, boss})
  const recorder = startRecorder({
    ...options,
    store: office.store,
    onChanges: (changes) => {
      webhooks.wake()
      campaigns.follow(changes).catch(onError)
    },
  })
  return Object.freeze({
    close: async () => {
      await recorder.close()
      await webhooks.close()
      await campaigns.close()
      await boss.stop({graceful: false})
    },
  })
}
