/** The header of a compiled mail: fields that stay, and those that each recipient has anew. */
import {MailError} from '../../errors.ts'
import {ADDRESS_TOKEN_LENGTH} from '../links/tokens.ts'
import {parseEmail} from '../subscribers/address.ts'
import type {Field} from './parts.ts'
import {LINK_SLOTS} from './slots.ts'
import type {CheckedTokens} from './values.ts'

export interface HeaderOptions {
  readonly siteUrl: string
  readonly publicUrl?: string
  readonly returnAddress: string
  readonly date: Date
}

export interface HeaderPlan {
  readonly publicUrl: string
  /** It says how to unsubscribe, so its body must too. */
  readonly isListMail: boolean
  /** Whole fields without their final CRLF. `to` is the value of To. */
  fields(to: string, tokens: CheckedTokens): readonly string[]
  bounceAddress(tokens: CheckedTokens): string
}

/** What a link may be made of: nothing that HTML, a header or quoted-printable would have to escape. */
const WEB = /^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:\/[\w.~-]+)*$/

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** So that lines stay far below the 998 octets of RFC 5322. */
const LONGEST_URL = 200

const checkedUrl = (url: string): string => {
  if (!WEB.test(url) || !URL.canParse(url) || url.length > LONGEST_URL) {
    throw new MailError(
      'MAIL_VALUE_REFUSED',
      `${JSON.stringify(url.slice(0, 80))} cannot begin the links of a mail. Write PUBLIC_URL as https://health.example, without a final slash.`,
    )
  }
  const {protocol, hostname} = new URL(url)
  if (protocol === 'https:' || LOOPBACK.has(hostname)) return url
  throw new MailError(
    'MAIL_LINK_INSECURE',
    `${url} would let anybody on the way read who unsubscribes, and mail services want https (RFC 8058). Write PUBLIC_URL with https.`,
  )
}

/** RFC 5321 4.5.3.1.1 */
const LOCAL_MAX = 64
const LONGEST_EXTENSION = '+bounce-'.length + ADDRESS_TOKEN_LENGTH

/** `with('bounce', token)` gives `<local>+bounce-<token>@<domain>`. */
const returnAddresses = (address: string) => {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const isUsable =
    !('fault' in parseEmail(address)) &&
    /^[\w.-]+@[\w.-]+$/.test(address) &&
    local.length + LONGEST_EXTENSION <= LOCAL_MAX
  if (!isUsable) {
    throw new MailError(
      'MAIL_VALUE_REFUSED',
      `${JSON.stringify(address.slice(0, 80))} cannot take bounces. Give an address such as returns@health.example, of letters and digits, with at most ${LOCAL_MAX - LONGEST_EXTENSION} characters before the @.`,
    )
  }
  return (purpose: 'bounce' | 'leave', token: string): string =>
    `${local}+${purpose}-${token}${address.slice(at)}`
}

/** RFC 5322 3.3 */
const mailDate = (date: Date): string => date.toUTCString().replace('GMT', '+0000')

/** Throws MailError MAIL_VALUE_REFUSED and MAIL_LINK_INSECURE. */
export const headerPlan = (fields: readonly Field[], options: HeaderOptions): HeaderPlan => {
  const publicUrl = checkedUrl(options.publicUrl ?? options.siteUrl)
  const returns = returnAddresses(options.returnAddress)
  const named = new Map(fields.map(({name, value}) => [name.toLowerCase(), value]))
  // the host that the publisher made its own Message-ID with
  const host = /@([A-Za-z0-9.-]+)>$/.exec(named.get('message-id') ?? '')?.[1] ?? 'localhost'
  const unsubscribe = `${publicUrl}${LINK_SLOTS.unsubscribe}`
  const anew: Readonly<Record<string, (to: string, tokens: CheckedTokens) => string>> = {
    to: (to) => `To: ${to}`,
    date: () => `Date: ${mailDate(options.date)}`,
    'message-id': (_to, {message}) => `Message-ID: <${message}@${host}>`,
    // RFC 2369 and RFC 8058: one field, one address of the web
    'list-unsubscribe': (_to, {links, leave}) =>
      `List-Unsubscribe: <${unsubscribe}${links.unsubscribe ?? ''}>,\r\n <mailto:${returns('leave', leave)}?subject=unsubscribe>`,
  }
  return Object.freeze({
    publicUrl,
    isListMail: named.has('list-unsubscribe'),
    fields: (to: string, tokens: CheckedTokens) =>
      fields.map(({name, lines}) => anew[name.toLowerCase()]?.(to, tokens) ?? lines),
    bounceAddress: ({bounce}: CheckedTokens) => returns('bounce', bounce),
  })
}
