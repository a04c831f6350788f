/** An inbound mail, opened within limits. */
import PostalMime, {type Address} from 'postal-mime'
import {bombReason, INBOUND_LIMITS} from './limits.ts'

export interface OpenedPart {
  /** In lower case, e.g. `message/delivery-status`. */
  readonly type: string
  readonly content: string
}

export interface OpenedMail {
  /** First value of a field, by its name in lower case. */
  header(name: string): string
  /** Whom the header names: To, Cc, Delivered-To, X-Original-To, Envelope-To. */
  readonly recipients: readonly string[]
  readonly from: string
  readonly subject: string
  readonly text: string
  /** All parts but those that are read as a mail's body. */
  readonly parts: readonly OpenedPart[]
}

export type Opened =
  | {readonly state: 'opened'; readonly mail: OpenedMail}
  | {readonly state: 'refused'; readonly reason: string}

const mailboxes = (addresses: readonly Address[] = []): readonly string[] =>
  addresses.flatMap(({address, group}) => [
    ...(address === undefined ? [] : [address]),
    ...(group ?? []).map((member) => member.address),
  ])

const ENVELOPE_FIELDS: readonly string[] = ['delivered-to', 'x-original-to', 'envelope-to']

/** Never rejects. */
export const openMail = async (raw: Uint8Array): Promise<Opened> => {
  const bomb = bombReason(raw)
  if (bomb !== undefined) return {state: 'refused', reason: bomb}
  try {
    const {headers, to, cc, from, subject, text, attachments} = await PostalMime.parse(raw, {
      attachmentEncoding: 'utf8',
      forceRfc822Attachments: true,
      maxNestingDepth: INBOUND_LIMITS.depth,
      maxHeadersSize: INBOUND_LIMITS.headers,
    })
    const header = (name: string): string => headers.find(({key}) => key === name)?.value ?? ''
    const envelope = headers
      .filter(({key}) => ENVELOPE_FIELDS.includes(key))
      .map(({value}) => value.replace(/^<|>$/g, ''))
    const mail = Object.freeze({
      header,
      recipients: [...envelope, ...mailboxes(to), ...mailboxes(cc)],
      from: from?.address ?? '',
      subject: subject ?? '',
      text: text ?? '',
      parts: attachments.map(({mimeType, content}) => ({
        type: mimeType,
        content: typeof content === 'string' ? content : '',
      })),
    })
    return {state: 'opened', mail}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {state: 'refused', reason: `it cannot be parsed: ${reason}`}
  }
}
