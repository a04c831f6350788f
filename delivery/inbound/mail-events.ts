/**
 * What a mail service reports by HTTP about mails of ours: docs/inbound.md has the body. Pure: whether
 * the report is genuine is webhook-signature.ts's, and storing it the caller's.
 */
import type {Tokens} from '../links/tokens.ts'
import {deliveryOf} from './tokens-in.ts'

/** `undelivered`: this mail alone, as with a full mailbox; `bounced`: the address is dead. */
export const MAIL_EVENT_KINDS = ['bounced', 'complained', 'undelivered', 'delivered'] as const
export type MailEventKind = (typeof MAIL_EVENT_KINDS)[number]

export interface MailEvent {
  readonly id: string
  readonly kind: MailEventKind
  /** The mail's Message-ID or envelope sender: what proves that it was ours. */
  readonly message: string
}

export type MailEventsRead =
  | {readonly events: readonly MailEvent[]}
  /** What is wrong with it, for whoever sends it. */
  | {readonly fault: string}

export const MAIL_EVENT_LIMITS = {
  /** Octets of a body. */
  octets: 256 * 1024,
  events: 1000,
  /** Characters of an id and of a message. */
  characters: 400,
} as const

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isShort = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAIL_EVENT_LIMITS.characters

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const parseEvent = (value: unknown): MailEvent | string => {
  if (!isRecord(value)) return 'is no object'
  const {id, kind, message} = value
  if (!isShort(id)) return 'has no id, a text of 1 to 400 characters'
  const known = MAIL_EVENT_KINDS.find((each) => each === kind)
  if (known === undefined) return `has no kind, one of ${MAIL_EVENT_KINDS.join(', ')}`
  if (!isShort(message)) return 'has no message, its Message-ID or envelope sender'
  return Object.freeze({id, kind: known, message})
}

/** All of them or none: half a report is not acted upon. */
export const readMailEvents = (body: string): MailEventsRead => {
  const report = parseJson(body)
  const list = isRecord(report) ? report['events'] : undefined
  if (!Array.isArray(list)) return {fault: 'Send {"events": […]} in JSON.'}
  if (list.length > MAIL_EVENT_LIMITS.events) {
    return {fault: `Send at most ${MAIL_EVENT_LIMITS.events} events at a time.`}
  }
  const events: MailEvent[] = []
  for (const [index, each] of list.entries()) {
    const event = parseEvent(each)
    if (typeof event === 'string') return {fault: `events[${index}] ${event}.`}
    events.push(event)
  }
  return {events}
}

/** The delivery that the event is about, by a token of our own; `undefined` for any other mail. */
export const deliveryOfEvent = (tokens: Tokens, {message}: MailEvent): number | undefined => {
  const bare = message.trim().replace(/^<|>$/g, '')
  return deliveryOf(tokens, `<${bare}>`)
}
