/** What is sent: Standard Webhooks (standardwebhooks.com), a signature over id, time and body. */
import {randomUUID} from 'node:crypto'
import {Webhook} from 'standardwebhooks'
import {changeCursor} from '../changes/cursor.ts'
import type {Change} from '../changes/log.ts'
import {toldChange} from '../changes/told.ts'

export interface Message {
  readonly id: string
  readonly body: string
}

/** Changes in one message. */
export const MOST_CHANGES = 100

export interface Span {
  readonly endpointId: string
  /** After this cursor, up to and with `until`. */
  readonly cursor: number
  readonly until: number
  /** Grows with each replay, or receivers would drop what is told again on purpose. */
  readonly run: number
}

/** The same for as long as it is tried, so that a receiver can drop what it has already. */
export const messageId = ({endpointId, cursor, until, run}: Span): string =>
  `msg_${endpointId}_${run}_${changeCursor(cursor)}_${changeCursor(until)}`

/** `changes`: of the span, at least one. */
export const changesMessage = (span: Span, changes: readonly Change[]): Message => {
  const last = changes.at(-1)
  return {
    id: messageId(span),
    body: JSON.stringify({
      type: 'content.changed',
      timestamp: (last?.at ?? new Date(0)).toISOString(),
      data: {changes: changes.map(toldChange), cursor: changeCursor(span.until)},
    }),
  }
}

export const testMessage = (): Message => ({
  id: `msg_test_${randomUUID()}`,
  body: JSON.stringify({type: 'webhook.test', timestamp: new Date().toISOString(), data: {}}),
})

/** `secret`: `whsec_…`. Signed now: receivers refuse what is older than five minutes. */
export const signedHeaders = (
  {id, body}: Message,
  secret: string,
): Readonly<Record<string, string>> => {
  const now = new Date()
  return {
    'content-type': 'application/json',
    'user-agent': 'Throwline-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
}
