/**
 * A mail server for what comes back and for nothing else: it takes mail only to addresses with a
 * genuine token, and to the mailboxes named. It relays nothing and answers nobody by mail.
 */
import type {SMTPServerDataStream, SMTPServerOptions} from 'smtp-server'
import type {Tokens} from '../links/tokens.ts'
import {INBOUND_LIMITS} from './limits.ts'
import {collect, listenForMail, type MailListener} from './mail-server.ts'
import {readReturned, type Returned} from './read-returned.ts'
import {bouncedDelivery, leavingSubscriber} from './tokens-in.ts'

interface ListenerOptions {
  readonly tokens: Tokens
  readonly host?: string
  /** 0 for any that is free. */
  readonly port: number
  /** Addresses without a token that take mail, e.g. the one that mail services send complaints to. */
  readonly mailboxes?: readonly string[]
  /** PEM; offers STARTTLS. */
  readonly tls?: {readonly key: string; readonly cert: string}
  /** When it rejects, the other side is told to try again later; a line that it gives is said to them. */
  readonly onReturned: (returned: Returned) => Promise<string | void>
}

/** One recipient a mail: a bounce has one, and each token is acted on by itself. */
const MOST_RECIPIENTS = 1
const MOST_CLIENTS = 50
const TIMEOUT = 60_000

class Refusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.name = 'Refusal'
    this.responseCode = responseCode
  }
}

export const startInboundListener = async ({
  tokens,
  host = '0.0.0.0',
  port,
  mailboxes = [],
  tls,
  onReturned,
}: ListenerOptions): Promise<MailListener> => {
  const known = new Set(mailboxes.map((address) => address.toLowerCase()))
  const takes = (address: string): boolean =>
    known.has(address.toLowerCase()) ||
    bouncedDelivery(tokens, address) !== undefined ||
    leavingSubscriber(tokens, address) !== undefined

  const receive = async (
    stream: SMTPServerDataStream,
    recipients: readonly string[],
  ): Promise<string> => {
    const raw = await collect(stream, INBOUND_LIMITS.octets)
    if (raw === undefined) throw new Refusal(552, '5.3.4 Message too large')
    const returned = await readReturned({raw, recipients, tokens})
    if (returned.kind === 'refused') throw new Refusal(554, '5.6.0 Message not readable')
    return (await onReturned(returned)) ?? 'Read'
  }

  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: tls === undefined ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...tls,
    size: INBOUND_LIMITS.octets,
    maxClients: MOST_CLIENTS,
    socketTimeout: TIMEOUT,
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({address}, session, callback) => {
      if (!takes(address)) callback(new Refusal(550, '5.1.1 No such mailbox'))
      else if (session.envelope.rcptTo.length >= MOST_RECIPIENTS)
        callback(new Refusal(452, '4.5.3 One recipient at a time'))
      else callback()
    },
    onData: (stream, session, callback) => {
      const recipients = session.envelope.rcptTo.map(({address}) => address)
      receive(stream, recipients).then(
        (said) => {
          callback(null, `2.0.0 ${said}`)
        },
        (error: unknown) => {
          callback(
            error instanceof Refusal ? error : new Refusal(451, '4.3.0 Not stored, try again'),
          )
        },
      )
    },
  }
  return listenForMail(options, {host, port})
}
