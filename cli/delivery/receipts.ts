/** What an SMS provider says later about a message, into the ledger. */
import {recordReceipt} from '../../delivery/campaigns/returns.ts'
import type {SmsTransport} from '../../delivery/sms/transport.ts'
import type {Store} from '../../delivery/store/store.ts'

export const recordReceipts = (transport: SmsTransport, store: Store): void => {
  transport.onReceipt(async ({providerId, state, isHardBounce}) => {
    if (isHardBounce === true) await recordReceipt(store, providerId, 'bounced')
    else if (state === 'failed') await recordReceipt(store, providerId, 'undelivered')
  })
}
