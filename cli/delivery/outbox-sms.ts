/** Text messages into the outbox of a running server. */
import {isObject, stringField} from '../../content/json-object.ts'
import type {OutgoingSms, SmsSent, SmsTransport} from '../../delivery/sms/transport.ts'
import type {Running} from './running.ts'

export const outboxSms = ({url, key}: Running): SmsTransport => {
  const send = async ({to, text, reference}: OutgoingSms): Promise<SmsSent> => {
    let response: Response
    try {
      response = await fetch(`${url}/outbox/texts/caught`, {
        method: 'POST',
        headers: {'content-type': 'application/json', authorization: `Bearer ${key}`},
        body: JSON.stringify({to, text, reference}),
      })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return {state: 'failed', code: 'SMS_PROVIDER_UNREACHABLE', message, isPermanent: false}
    }
    const answer: unknown = await response.json().catch(() => undefined)
    const providerId = isObject(answer) ? stringField(answer, 'id') : undefined
    if (!response.ok || providerId === undefined) {
      const message = `The outbox answered ${response.status}.`
      return {state: 'failed', code: 'SMS_REFUSED', message, isPermanent: response.status === 400}
    }
    return {state: 'sent', response: `Kept as ${providerId}`, providerId}
  }
  return Object.freeze({
    name: 'outbox',
    send,
    onReceipt: () => () => {},
    onInbound: () => () => {},
    close: async () => {},
  })
}
