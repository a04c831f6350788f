/** What the outbox keeps, as it lies in a file and as it is read. */
import PostalMime from 'postal-mime'

export interface KeptMail {
  readonly kind: 'mail'
  /** ISO 8601. */
  readonly at: string
  readonly envelope: {readonly from: string; readonly to: readonly string[]}
  /** An octet a character. */
  readonly raw: string
}

export interface KeptSms {
  readonly kind: 'sms'
  readonly at: string
  /** `in`: somebody's answer. */
  readonly direction: 'out' | 'in'
  /** The number of the person. */
  readonly number: string
  readonly text: string
}

export type Kept = KeptMail | KeptSms

export interface OutboxMail {
  readonly kind: 'mail'
  readonly id: string
  readonly at: string
  readonly envelope: {readonly from: string; readonly to: readonly string[]}
  /** `Name <address>` */
  readonly from: string
  readonly subject: string
  readonly text: string
  /** As it came: show it in a sandboxed frame only. */
  readonly html: string
  readonly headers: readonly {readonly name: string; readonly value: string}[]
  /** The octets as they were sent. */
  readonly raw: Buffer
}

export interface OutboxSms extends KeptSms {
  readonly id: string
}

export type OutboxEntry = OutboxMail | OutboxSms

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `undefined` for what this program did not write. */
export const parseKept = (json: string): Kept | undefined => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  const {kind, at, envelope, raw, direction, number, text: content} = value
  if (kind === 'mail' && isRecord(envelope)) {
    const to = Array.isArray(envelope['to']) ? envelope['to'].map(text) : []
    return {kind, at: text(at), envelope: {from: text(envelope['from']), to}, raw: text(raw)}
  }
  if (kind !== 'sms' || (direction !== 'out' && direction !== 'in')) return undefined
  return {kind, at: text(at), direction, number: text(number), text: text(content)}
}

/** What a mail program would show. A mail that cannot be parsed has its octets alone. */
const parsedMail = async (raw: Buffer) => {
  try {
    const {from, subject, text: plain, html, headers} = await PostalMime.parse(raw)
    const address = from?.address ?? ''
    return {
      from: from?.name === undefined || from.name === '' ? address : `${from.name} <${address}>`,
      subject: subject ?? '',
      text: plain ?? '',
      html: html ?? '',
      headers: headers.map(({originalKey, value}) => Object.freeze({name: originalKey, value})),
    }
  } catch {
    return {from: '', subject: '', text: '', html: '', headers: []}
  }
}

export const entryOf = async (id: string, kept: Kept): Promise<OutboxEntry> => {
  if (kept.kind === 'sms') return Object.freeze({id, ...kept})
  const {kind, at, envelope} = kept
  const raw = Buffer.from(kept.raw, 'latin1')
  return Object.freeze({kind, id, at, envelope, raw, ...(await parsedMail(raw))})
}
