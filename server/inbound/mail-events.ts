/** What is done about a report of a mail service: docs/inbound.md. */
import type {Return} from '../../delivery/campaigns/returns.ts'
import {
  deliveryOfEvent,
  type MailEvent,
  type MailEventKind,
  readMailEvents,
} from '../../delivery/inbound/mail-events.ts'
import type {Once} from '../../delivery/inbound/once.ts'
import {isSignedBy, type SignedRequest} from '../../delivery/inbound/webhook-signature.ts'
import type {Tokens} from '../../delivery/links/tokens.ts'

export interface MailEventsDesk {
  /** `whsec_…`, any of which may have signed. */
  readonly secrets: readonly string[]
  readonly tokens: Tokens
  readonly once: Once
  /** False when there is no such delivery. */
  readonly record: (deliveryId: number, what: Return) => Promise<boolean>
}

/** Of a delivered mail the ledger says so already: it was sent. */
const RETURNS: Readonly<Record<MailEventKind, Return | undefined>> = {
  bounced: 'bounced',
  complained: 'complained',
  undelivered: 'undelivered',
  delivered: undefined,
}

/** Events of a report, by what became of them. `ignored`: about no mail of ours, or nothing to record. */
export interface MailEventCounts {
  readonly recorded: number
  readonly repeated: number
  readonly ignored: number
}

export type MailEventsAnswer =
  | {readonly status: 200; readonly counts: MailEventCounts}
  | {readonly status: 400 | 401; readonly fault: string}

const outcomeOf = async (
  {tokens, once, record}: MailEventsDesk,
  event: MailEvent,
): Promise<keyof MailEventCounts> => {
  const what = RETURNS[event.kind]
  const deliveryId = deliveryOfEvent(tokens, event)
  if (what === undefined || deliveryId === undefined) return 'ignored'
  let isKnown = false
  const isNew = await once.act({source: 'mail', id: event.id}, async () => {
    isKnown = await record(deliveryId, what)
  })
  if (!isNew) return 'repeated'
  return isKnown ? 'recorded' : 'ignored'
}

/** Rejects when the ledger cannot be written: then it has to be told again. */
export const takeMailEvents = async (
  desk: MailEventsDesk,
  request: SignedRequest,
): Promise<MailEventsAnswer> => {
  if (!isSignedBy(desk.secrets, request)) {
    return {status: 401, fault: 'The signature is not right, or older than five minutes.'}
  }
  const read = readMailEvents(request.body)
  if ('fault' in read) return {status: 400, fault: read.fault}
  const counts = {recorded: 0, repeated: 0, ignored: 0}
  for (const event of read.events) counts[await outcomeOf(desk, event)] += 1
  return {status: 200, counts}
}
