/**
 * SMS through Twilio's REST API (twilio.com/docs/messaging/api/message-resource). What comes back
 * (receipts, answers) comes by webhooks: the server hands each to `webhook`.
 */
import type {SentFailed} from '../sent.ts'
import {shortMessage, tooLong} from './encoding.ts'
import {createListeners} from './listeners.ts'
import {twilioAnswer} from './twilio-answer.ts'
import {readTwilioWebhook, type WebhookAnswer, type WebhookRequest} from './twilio-webhook.ts'
import type {OutgoingSms, SmsSent, SmsTransport} from './transport.ts'
import {createWindow} from './window.ts'

export interface TwilioSettings {
  readonly accountSid: string
  /** Also what webhooks are signed with. */
  readonly authToken: string
  /** A number in E.164, a short code, or the id of a messaging service (`MG…`). */
  readonly from: string
  /** Where Twilio reports what became of a message; without it there are no receipts. */
  readonly statusCallback?: string
  /** Default https://api.twilio.com */
  readonly api?: string
  /** Requests under way at once, default 10. */
  readonly window?: number
  /** Milliseconds until an answer, default 30,000. */
  readonly timeout?: number
}

export interface TwilioTransport extends SmsTransport {
  webhook(request: WebhookRequest): Promise<WebhookAnswer>
}

/** Reasons for which no request left this machine. */
const NOT_SENT: readonly string[] = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]

const causeCode = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  // several addresses were tried: each has its own error
  if (error instanceof AggregateError) return causeCode(error.errors[0])
  return causeCode(error.cause)
}

const networkFailure = (error: unknown): SmsSent => {
  const code = causeCode(error)
  const reason = code === '' ? String(error) : code
  if (!NOT_SENT.includes(code))
    return {
      state: 'unknown',
      message: `The connection to Twilio ended before its answer: ${reason}.`,
    }
  const failed: SentFailed = {
    state: 'failed',
    code: 'SMS_PROVIDER_UNREACHABLE',
    message: `Twilio was not reached: ${reason}.`,
    isPermanent: false,
  }
  return failed
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const withReference = (callback: string, reference: string): string => {
  const url = new URL(callback)
  url.searchParams.set('reference', reference)
  return url.href
}

export const twilioTransport = (settings: TwilioSettings): TwilioTransport => {
  const {accountSid, authToken, from, statusCallback, api = 'https://api.twilio.com'} = settings
  const {window: size = 10, timeout = 30_000} = settings
  const listeners = createListeners()
  const window = createWindow(size)
  const endpoint = `${api}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`

  const post = async ({to, text, reference}: OutgoingSms): Promise<SmsSent> => {
    const message = shortMessage(text)
    if (!('octets' in message)) return tooLong(message)
    const body = new URLSearchParams({
      To: to,
      [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
      Body: text,
      // the notice leaves letter by letter as the editor wrote it
      SmartEncoded: 'false',
      ...(statusCallback !== undefined && {
        StatusCallback: withReference(statusCallback, reference),
      }),
    })
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {authorization},
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      })
      return twilioAnswer(response.status, json(await response.text()))
    } catch (error) {
      return networkFailure(error)
    }
  }

  return Object.freeze({
    name: 'twilio',
    send: (message: OutgoingSms) => window.run(() => post(message)),
    onReceipt: listeners.onReceipt,
    onInbound: listeners.onInbound,
    webhook: (request: WebhookRequest) => readTwilioWebhook(request, {authToken, listeners}),
    close: () => window.idle(),
  })
}
