/**
 * Delivery receipts in deliver_sm: the optional parameters of SMPP 3.4 5.3.2.12 and 5.3.2.35 where
 * the SMSC sends them, else the text of its Appendix B, which most send.
 */
import type {SmsReceipt} from './transport.ts'

/** esm_class, bits 5 to 2 (5.2.12): a receipt, or a notice on the way to one. */
const MESSAGE_TYPE = 0x3c
const RECEIPT = 0x04
const INTERMEDIATE = 0x20

export const isReceipt = (esmClass: unknown): boolean => {
  if (typeof esmClass !== 'number') return false
  const type = esmClass & MESSAGE_TYPE
  return type === RECEIPT || type === INTERMEDIATE
}

/** message_state, 5.2.28. */
const STATES: ReadonlyMap<number, SmsReceipt['state']> = new Map([
  [1, 'underway'], // ENROUTE
  [2, 'delivered'], // DELIVERED
  [3, 'expired'], // EXPIRED
  [4, 'failed'], // DELETED
  [5, 'failed'], // UNDELIVERABLE
  [6, 'underway'], // ACCEPTED
  [7, 'underway'], // UNKNOWN
  [8, 'failed'], // REJECTED
])

const STAT: ReadonlyMap<string, SmsReceipt['state']> = new Map([
  ['ENROUTE', 'underway'],
  ['DELIVRD', 'delivered'],
  ['EXPIRED', 'expired'],
  ['DELETED', 'failed'],
  ['UNDELIV', 'failed'],
  ['ACCEPTD', 'underway'],
  ['UNKNOWN', 'underway'],
  ['REJECTD', 'failed'],
])

const field = (text: string, name: string): string | undefined =>
  new RegExp(String.raw`(?:^|\s)${name}:\s*(\S+)`, 'i').exec(text)?.[1]

/** `undefined` when it names no message or no state that is known. */
export const readReceipt = ({
  text,
  receiptedMessageId,
  messageState,
}: {
  readonly text: string
  readonly receiptedMessageId: unknown
  readonly messageState: unknown
}): SmsReceipt | undefined => {
  const named =
    typeof receiptedMessageId === 'string' && receiptedMessageId !== ''
      ? receiptedMessageId
      : undefined
  const providerId = named ?? field(text, 'id')
  const stat = field(text, 'stat')?.toUpperCase().slice(0, 7) ?? ''
  const state =
    (typeof messageState === 'number' ? STATES.get(messageState) : undefined) ?? STAT.get(stat)
  if (providerId === undefined || state === undefined) return undefined
  const code = field(text, 'err')
  return Object.freeze({providerId, state, ...(code !== undefined && {code})})
}
