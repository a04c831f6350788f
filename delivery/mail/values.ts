/**
 * What is put into a mail for one recipient, checked: nothing here can end a line, begin a field or
 * leave its slot.
 */
import {randomBytes} from 'node:crypto'
import {MailError} from '../../errors.ts'
import {base32} from '../links/base32.ts'
import {ADDRESS_TOKEN, LINK_TOKEN, type Ticket, type Tokens} from '../links/tokens.ts'
import {parseEmail} from '../subscribers/address.ts'
import type {LinkTokens} from './body.ts'
import {type LinkSlot, SLOT_NAMES} from './slots.ts'

/** Tokens by what they are for (links/tokens.ts). */
export interface MailTokens {
  readonly unsubscribe?: string
  readonly preferences?: string
  readonly confirm?: string
  /** In the envelope's sender: which delivery a bounce is about. */
  readonly bounce: string
  /** In the mail address that unsubscribes. */
  readonly leave: string
  /** In the Message-ID. */
  readonly message: string
}

export interface CheckedTokens {
  readonly links: LinkTokens
  readonly bounce: string
  readonly leave: string
  readonly message: string
}

export interface Recipient {
  /** For RCPT TO: UTF-8 before the @ where the address has it, always ASCII after it. */
  readonly envelope: string
  /** The value of To. */
  readonly header: string
}

const refused = (what: string, value: string, mend: string): MailError =>
  new MailError(
    'MAIL_VALUE_REFUSED',
    `${JSON.stringify(value.slice(0, 80))} cannot be a mail's ${what}. ${mend}`,
  )

/** A group without members (RFC 5322 3.4): a To that holds UTF-8 would need SMTPUTF8 all the way. */
export const NOBODY_NAMED = 'undisclosed-recipients:;'

/** Throws MailError MAIL_VALUE_REFUSED for anything but one address, as it is. */
export const recipientOf = (to: string): Recipient => {
  const reading = parseEmail(to)
  if ('fault' in reading || reading.address !== to) {
    throw refused('recipient', to, 'Give one address, as name@host.example, and nothing around it.')
  }
  const local = to.slice(0, to.lastIndexOf('@')).normalize('NFC')
  const envelope = `${local}@${reading.destination}`
  // "=?" would begin an encoded-word for parsers that look for them everywhere
  const isPlain = /^[!-~]+$/.test(envelope) && !envelope.includes('=?')
  return {envelope, header: isPlain ? `<${envelope}>` : NOBODY_NAMED}
}

const MAKE_TOKENS = 'Make it with createTokens of delivery/links/tokens.ts.'

const link = (name: LinkSlot, token: string): readonly [LinkSlot, string] => {
  if (!LINK_TOKEN.test(token)) throw refused(`${name} token`, token, MAKE_TOKENS)
  return [name, token]
}

const address = (name: string, token: string): string => {
  if (!ADDRESS_TOKEN.test(token)) throw refused(`${name} token`, token, MAKE_TOKENS)
  return token
}

/** Throws MailError MAIL_VALUE_REFUSED for a token of another form, or one of `needed` missing. */
export const checkedTokens = (tokens: MailTokens, needed: readonly LinkSlot[]): CheckedTokens => {
  const given = SLOT_NAMES.filter((name) => needed.includes(name) || tokens[name] !== undefined)
  return {
    links: Object.fromEntries(given.map((name) => link(name, tokens[name] ?? ''))),
    bounce: address('bounce', tokens.bounce),
    leave: address('leave', tokens.leave),
    message: address('message', tokens.message),
  }
}

/** 16 octets, as many as a sealed id has. */
const randomId = (): string => base32(randomBytes(16))

/**
 * The tokens of a mail to one subscriber. The same ticket gives the same mail again, but for one of
 * no campaign (`deliveryId` 0): two of those are two mails, and a mailbox keeps one of a Message-ID.
 */
export const mailTokens = (tokens: Tokens, ticket: Ticket): MailTokens => ({
  unsubscribe: tokens.link('unsubscribe', ticket),
  preferences: tokens.link('preferences', ticket),
  bounce: tokens.address('bounce', ticket.deliveryId),
  leave: tokens.address('leave', ticket.subscriberId),
  message: ticket.deliveryId === 0 ? randomId() : tokens.address('message', ticket.deliveryId),
})
