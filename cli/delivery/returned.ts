/** What is done about a mail that came back. */
import {recordReturn} from '../../delivery/campaigns/returns.ts'
import type {Returned} from '../../delivery/inbound/read-returned.ts'
import type {Office} from '../open-store.ts'

/** Gives what was done, for people. */
export const actOnReturned = async (
  {store, subscribers}: Pick<Office, 'store' | 'subscribers'>,
  returned: Returned,
): Promise<string> => {
  switch (returned.kind) {
    case 'leave':
      await subscribers.leave(returned.subscriberId, 'unsubscribed')
      return 'unsubscribed'
    case 'complaint':
      await recordReturn(store, returned.deliveryId, 'complained')
      return 'complained: not sent to again'
    case 'bounce': {
      const {deliveryId, isHard, status} = returned
      await recordReturn(store, deliveryId, isHard ? 'bounced' : 'undelivered')
      return isHard ? `bounced (${status}): not sent to again` : `not delivered (${status})`
    }
    default:
      return `${returned.kind}: ${returned.reason}`
  }
}
