/** What Twilio's answer to a message means: twilio.com/docs/api/errors, the HTTP status where there is no code. */
import type {SentFailed} from '../sent.ts'
import type {SmsSent} from './transport.ts'

interface Meaning {
  readonly code: SentFailed['code']
  readonly isPermanent: boolean
  readonly isHardBounce?: boolean
  readonly isThrottled?: boolean
}

const DEAD_NUMBER = {code: 'SMS_NUMBER_INVALID', isPermanent: true, isHardBounce: true} as const
const REFUSED = {code: 'SMS_REFUSED', isPermanent: true} as const
const THROTTLED = {code: 'SMS_THROTTLED', isPermanent: false, isThrottled: true} as const
/** The account, not the message: mend it and go on. */
const ACCOUNT = {code: 'SMS_PROVIDER_REFUSED', isPermanent: false} as const

const MEANINGS: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [20003, ACCOUNT], // authentication
  [20429, THROTTLED], // too many requests
  [21211, DEAD_NUMBER], // invalid To
  [21217, DEAD_NUMBER], // not a phone number
  [21408, REFUSED], // region not enabled
  [21606, ACCOUNT], // From is not ours
  [21608, REFUSED], // a trial account writes to verified numbers only
  [21610, {code: 'SMS_STOPPED', isPermanent: true, isHardBounce: true}], // answered STOP
  [21611, THROTTLED], // queue of this number is full
  [21612, REFUSED], // no route
  [21614, DEAD_NUMBER], // no mobile number
  [30001, THROTTLED], // queue overflow
])

const numberOf = (body: unknown, name: string): number | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return typeof value === 'number' ? value : undefined
}

const stringOf = (body: unknown, name: string): string => {
  if (typeof body !== 'object' || body === null) return ''
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : ''
}

/** These come from in front of Twilio's application or from its refusal: nothing was taken. */
const byStatus = (status: number): Meaning | undefined => {
  if (status === 429) return THROTTLED
  if (status === 401 || status === 403) return ACCOUNT
  if (status === 503) return {code: 'SMS_PROVIDER_FAILED', isPermanent: false}
  return status >= 400 && status < 500 ? REFUSED : undefined
}

/** `body`: parsed JSON, `undefined` when it is none. A failure inside Twilio leaves it unknown. */
export const twilioAnswer = (status: number, body: unknown): SmsSent => {
  if (status >= 200 && status < 300) {
    const sid = stringOf(body, 'sid')
    if (sid !== '') return {state: 'sent', response: stringOf(body, 'status'), providerId: sid}
    return {state: 'unknown', message: `Twilio answered ${status} without the id of a message.`}
  }
  const code = numberOf(body, 'code')
  const meaning = (code === undefined ? undefined : MEANINGS.get(code)) ?? byStatus(status)
  const message = `Twilio answered ${status}${code === undefined ? '' : ` (${code})`}: ${stringOf(body, 'message').slice(0, 200)}`
  return meaning === undefined
    ? {state: 'unknown', message}
    : {state: 'failed', message, ...meaning}
}
