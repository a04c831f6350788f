/** What an SMS provider says later about a message, into the ledger. */
import {recordReceipt, recordReturn, type Return} from '../../delivery/campaigns/returns.ts'
import type {SmsReceipt, SmsTransport} from '../../delivery/sms/transport.ts'
import type {Store} from '../../delivery/store/store.ts'

const returnOf = ({state, isHardBounce}: SmsReceipt): Return | undefined => {
  if (isHardBounce === true) return 'bounced'
  return state === 'failed' || state === 'expired' ? 'undelivered' : undefined
}

/** What campaigns give each message along: the number of its delivery. Others give what is no number. */
const deliveryOf = (reference: string | undefined): number | undefined =>
  reference !== undefined && /^\d{1,15}$/.test(reference) ? Number(reference) : undefined

export const recordReceipts = (transport: SmsTransport, store: Store): void => {
  transport.onReceipt(async (receipt) => {
    const what = returnOf(receipt)
    if (what === undefined) return
    if (await recordReceipt(store, receipt.providerId, what)) return
    // a receipt can be faster than the ledger, which is told the provider's id with the next results
    const deliveryId = deliveryOf(receipt.reference)
    if (deliveryId !== undefined) await recordReturn(store, deliveryId, what)
  })
}
