/** What a deliver_sm is: a receipt, or a message that somebody wrote. */
import type {CountryCode} from 'libphonenumber-js'
import type {Pdu} from 'smpp'
import {e164} from './smpp-number.ts'
import {isReceipt, readReceipt} from './smpp-receipt.ts'
import type {InboundSms, SmsReceipt} from './transport.ts'

export type Deliver =
  | {readonly kind: 'receipt'; readonly receipt: SmsReceipt}
  | {readonly kind: 'message'; readonly message: InboundSms}
  | {readonly kind: 'nothing'}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The library has decoded it by its data_coding, and taken a user data header off. */
const body = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Buffer.isBuffer(value)) return value.toString('latin1')
  return typeof value === 'object' && value !== null && 'message' in value
    ? body(value.message)
    : ''
}

/** A long message comes in parts; each is a message here. */
export const readDeliver = (pdu: Pdu, country?: CountryCode): Deliver => {
  const {short_message: short, message_payload: payload, esm_class: esmClass} = pdu
  const content = body(short) === '' ? body(payload) : body(short)
  if (isReceipt(esmClass)) {
    const receipt = readReceipt({
      text: content,
      receiptedMessageId: pdu['receipted_message_id'],
      messageState: pdu['message_state'],
    })
    return receipt === undefined ? {kind: 'nothing'} : {kind: 'receipt', receipt}
  }
  const from = text(pdu['source_addr'])
  if (from === '') return {kind: 'nothing'}
  const message = Object.freeze({
    from: e164(from, pdu['source_addr_ton'], country),
    to: e164(text(pdu['destination_addr']), pdu['dest_addr_ton'], country),
    text: content,
  })
  return {kind: 'message', message}
}
