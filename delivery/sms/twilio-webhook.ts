/** Twilio's webhooks: what became of a message, and what somebody wrote. */
import type {Listeners} from './listeners.ts'
import {isSignedByTwilio} from './twilio-signature.ts'
import type {SmsReceipt} from './transport.ts'

export interface WebhookRequest {
  /** As Twilio was told it: the public address with its query, not the one behind a proxy. */
  readonly url: string
  /** application/x-www-form-urlencoded */
  readonly body: string
  /** The header X-Twilio-Signature. */
  readonly signature: string
}

export interface WebhookAnswer {
  readonly status: 200 | 403 | 413 | 422 | 503
  readonly contentType: string
  readonly body: string
}

/** Twilio's own are some hundred; a message has 1,600 characters at most. */
const BODY_LIMIT = 64 * 1024

const STATES: ReadonlyMap<string, SmsReceipt['state']> = new Map([
  ['accepted', 'underway'],
  ['scheduled', 'underway'],
  ['queued', 'underway'],
  ['sending', 'underway'],
  ['sent', 'underway'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
])

/** 30005 unknown handset; 30006 a landline, or a carrier that cannot be reached for good. */
const DEAD_NUMBER: readonly string[] = ['21211', '21614', '30005', '30006']

const plain = (status: WebhookAnswer['status'], body: string): WebhookAnswer =>
  Object.freeze({status, contentType: 'text/plain', body})

/** No TwiML verb: answers are sent as messages of their own, through the ledger. */
const NO_ANSWER: WebhookAnswer = Object.freeze({
  status: 200,
  contentType: 'text/xml',
  body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
})

const receiptOf = (fields: URLSearchParams, url: string): SmsReceipt | undefined => {
  const providerId = fields.get('MessageSid') ?? ''
  const state = STATES.get(fields.get('MessageStatus') ?? '')
  if (providerId === '' || state === undefined) return undefined
  const code = fields.get('ErrorCode') ?? ''
  const reference = new URL(url).searchParams.get('reference')
  return Object.freeze({
    providerId,
    state,
    ...(reference !== null && {reference}),
    ...(code !== '' && {code}),
    ...(DEAD_NUMBER.includes(code) && {isHardBounce: true}),
  })
}

/** Nothing is believed before its signature is. */
export const readTwilioWebhook = async (
  {url, body, signature}: WebhookRequest,
  {authToken, listeners}: {readonly authToken: string; readonly listeners: Listeners},
): Promise<WebhookAnswer> => {
  if (body.length > BODY_LIMIT) return plain(413, 'Too large.')
  const fields = new URLSearchParams(body)
  if (!URL.canParse(url) || !isSignedByTwilio({token: authToken, url, fields, signature}))
    return plain(403, 'The signature is not right.')
  const receipt = receiptOf(fields, url)
  const from = fields.get('From') ?? ''
  try {
    if (receipt !== undefined) {
      await listeners.receipt(receipt)
      return plain(200, '')
    }
    if (from === '') return plain(422, 'Neither a status nor a message.')
    const [to, text] = [fields.get('To') ?? '', fields.get('Body') ?? '']
    const id = fields.get('MessageSid') ?? ''
    await listeners.inbound(Object.freeze({...(id !== '' && {id}), from, to, text}))
    return NO_ANSWER
  } catch {
    return plain(503, 'Not stored. Deliver it again.')
  }
}
