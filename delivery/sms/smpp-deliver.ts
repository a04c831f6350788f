/** What a deliver_sm is: a receipt, or a message that somebody wrote. */
import type {CountryCode} from 'libphonenumber-js'
import type {Pdu} from 'smpp'
import type {Part} from './assembly.ts'
import {e164} from './smpp-number.ts'
import {isReceipt, readReceipt} from './smpp-receipt.ts'
import type {InboundSms, SmsReceipt} from './transport.ts'

export type Deliver =
  | {readonly kind: 'receipt'; readonly receipt: SmsReceipt}
  | {readonly kind: 'message'; readonly message: InboundSms; readonly part?: Part}
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

/** Information elements of a user data header: 8 and 16 bits of reference (TS 23.040 9.2.3.24). */
const CONCATENATED = 0x00
const CONCATENATED_WIDE = 0x08

const partOfHeader = (short: unknown): Part | undefined => {
  if (typeof short !== 'object' || short === null || !('udh' in short)) return undefined
  const elements: readonly unknown[] = Array.isArray(short.udh) ? short.udh : []
  for (const element of elements) {
    if (!Buffer.isBuffer(element)) continue
    const [type, length = 0] = element
    const isOne =
      (type === CONCATENATED && length === 3) || (type === CONCATENATED_WIDE && length === 4)
    if (!isOne || element.length !== length + 2) continue
    const [total = 0, sequence = 0] = element.subarray(-2)
    return {reference: element.subarray(2, -2).toString('hex'), total, sequence}
  }
  return undefined
}

const partOfParameters = (pdu: Pdu): Part | undefined => {
  const {sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: sequence} = pdu
  return typeof reference === 'number' && typeof total === 'number' && typeof sequence === 'number'
    ? {reference: String(reference), total, sequence}
    : undefined
}

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
  const part = partOfHeader(short) ?? partOfParameters(pdu)
  return {kind: 'message', message, ...(part !== undefined && {part})}
}
