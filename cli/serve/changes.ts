/** What a running server does about each change: logs it, and lets campaigns follow. */
import type {LiveSource} from '../../content/live/live-source.ts'
import {startRecorder} from '../../server/changes/recorder.ts'
import type {Newsroom} from '../../server/site/newsroom.ts'
import type {Office} from '../open-store.ts'
import {serveCampaigns} from './campaigns.ts'

export interface FollowOptions {
  readonly office: Office
  readonly source: LiveSource
  readonly newsroom: Newsroom
  readonly today?: string
  readonly onError: (error: unknown) => void
}

export const followChanges = async (options: FollowOptions): Promise<{close(): Promise<void>}> => {
  const {office, onError} = options
  const campaigns = await serveCampaigns(options)
  const recorder = startRecorder({
    ...options,
    store: office.store,
    onChanges: (changes) => {
      campaigns.follow(changes).catch(onError)
    },
  })
  return Object.freeze({
    close: async () => {
      await recorder.close()
      await campaigns.close()
    },
  })
}
