/** What is done about a mail that came back. */
import {recordReturn} from '../../delivery/campaigns/returns.ts'
import type {Returned} from '../../delivery/inbound/read-returned.ts'
import type {Office} from '../open-store.ts'

const UNKNOWN = 'ignored: It is about no mail that the ledger knows.'

/** Gives what was done, for people: a line without an address. */
export const actOnReturned = async (
  {store, subscribers}: Pick<Office, 'store' | 'subscribers'>,
  returned: Returned,
): Promise<string> => {
  switch (returned.kind) {
    case 'leave':
      await subscribers.leave(returned.subscriberId, 'unsubscribed')
      return 'unsubscribed'
    case 'complaint': {
      const isKnown = await recordReturn(store, returned.deliveryId, 'complained')
      return isKnown ? 'complained: not sent to again' : UNKNOWN
    }
    case 'bounce': {
      const {deliveryId, isHard, status} = returned
      const isKnown = await recordReturn(store, deliveryId, isHard ? 'bounced' : 'undelivered')
      if (!isKnown) return UNKNOWN
      return isHard ? `bounced (${status}): not sent to again` : `not delivered (${status})`
    }
    default:
      return `${returned.kind}: ${returned.reason}`
  }
}
