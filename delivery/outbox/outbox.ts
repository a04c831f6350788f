/**
 * The outbox: mail and text messages that end on this machine, so that sending can be tried without
 * any account. Mail comes by real SMTP to a port that only this machine reaches.
 */
import type {SMTPServerDataStream, SMTPServerSession} from 'smtp-server'
import {collect, listenForMail} from '../inbound/mail-server.ts'
import {shortMessage, tooLong} from '../sms/encoding.ts'
import {createListeners} from '../sms/listeners.ts'
import type {OutgoingSms, SmsSent, SmsTransport} from '../sms/transport.ts'
import {entryOf, type Kept, type OutboxEntry, parseKept} from './entry.ts'
import {openShelf} from './shelf.ts'

export interface OutboxOptions {
  readonly folder: string
  /** Default 0: any that is free. */
  readonly port?: number
  /** Entries kept, default 500; older ones are forgotten. */
  readonly most?: number
  /** Octets kept, default 64 MiB. */
  readonly octets?: number
  readonly now?: () => Date
}

export interface Outbox {
  /** For `SMTP_URL`. */
  readonly smtpUrl: string
  /** Text messages end here; each is reported as delivered. */
  readonly sms: SmsTransport
  /** Newest first; `before`: an id, for the next page. */
  list(page?: {readonly limit?: number; readonly before?: string}): Promise<readonly OutboxEntry[]>
  /** `undefined` when it is not there, or was forgotten. */
  read(id: string): Promise<OutboxEntry | undefined>
  /** Answers by text, as the person with the number would. Rejects when it could not be acted on. */
  answer(message: {readonly number: string; readonly text: string}): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
}

const MOST = 500
const OCTETS = 64 * 1024 * 1024
/** Of one mail. */
const MAIL_OCTETS = 2 * 1024 * 1024
const PAGE = 50
const HOST = '127.0.0.1'
/** The number that answers go to. */
const OUR_NUMBER = 'outbox'

const accepted = (session: SMTPServerSession) => {
  const {mailFrom, rcptTo} = session.envelope
  return {from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({address}) => address)}
}

/** Rejects when the folder cannot be written or the port is taken. */
export const openOutbox = async ({
  folder,
  port = 0,
  most = MOST,
  octets = OCTETS,
  now = () => new Date(),
}: OutboxOptions): Promise<Outbox> => {
  const shelf = await openShelf({folder, most, octets})
  const listeners = createListeners()
  const keep = (kept: Kept): Promise<string> => shelf.add(JSON.stringify(kept))
  const at = (): string => now().toISOString()

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const raw = await collect(stream, MAIL_OCTETS)
    if (raw === undefined) throw new Error('The mail is too large for the outbox')
    return keep({kind: 'mail', at: at(), envelope: accepted(session), raw: raw.toString('latin1')})
  }
  const server = await listenForMail(
    {
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: MAIL_OCTETS,
      disableReverseLookup: true,
      logger: false,
      onData: (stream, session, callback) => {
        receive(stream, session).then(
          (id) => {
            callback(null, `2.0.0 Kept as ${id}`)
          },
          (error: unknown) => {
            callback(error instanceof Error ? error : new Error(String(error)))
          },
        )
      },
    },
    {host: HOST, port},
  )

  const send = async ({to, text, reference}: OutgoingSms): Promise<SmsSent> => {
    const message = shortMessage(text)
    if (!('octets' in message)) return tooLong(message)
    const id = await keep({kind: 'sms', at: at(), direction: 'out', number: to, text})
    setImmediate(() => {
      // whoever could not store a receipt of the outbox is not asked twice
      listeners.receipt({providerId: id, reference, state: 'delivered'}).catch(() => undefined)
    })
    return {state: 'sent', response: `Kept as ${id}`, providerId: id}
  }

  const read = async (id: string): Promise<OutboxEntry | undefined> => {
    const json = await shelf.read(id)
    const kept = json === undefined ? undefined : parseKept(json)
    return kept === undefined ? undefined : entryOf(id, kept)
  }

  const outbox: Outbox = {
    smtpUrl: `smtp://${HOST}:${server.port}`,
    sms: Object.freeze({
      name: 'outbox',
      send,
      onReceipt: listeners.onReceipt,
      onInbound: listeners.onInbound,
      close: () => Promise.resolve(),
    }),
    list: async ({limit = PAGE, before} = {}) => {
      const ids = shelf.ids().filter((id) => before === undefined || id < before)
      const entries = await Promise.all(ids.slice(0, limit).map(read))
      return entries.filter((entry) => entry !== undefined)
    },
    read,
    answer: async ({number, text}) => {
      await keep({kind: 'sms', at: at(), direction: 'in', number, text})
      await listeners.inbound(Object.freeze({from: number, to: OUR_NUMBER, text}))
    },
    clear: shelf.clear,
    close: server.close,
  }
  return Object.freeze(outbox)
}
