/** One connection to an SMTP server, one message after another. */
import type {ConnectionOptions} from 'node:tls'
import type {Sent} from '../sent.ts'
import {connectOutcome, outcomeOf, type SmtpError} from './smtp-outcome.ts'
import {openSession, refusal, type Session, type SmtpTimeouts} from './smtp-session.ts'
import type {SmtpSettings} from './smtp-url.ts'
import {type Ended, isEnded, type Reply} from './smtp-wire.ts'
import {stuffed} from './stuffing.ts'
import type {OutgoingMail} from './transport.ts'

export interface SmtpTry {
  readonly sent: Sent
  /** The server had ended a connection that was used before: not an octet of this message has left. */
  readonly wasStale: boolean
}

export interface SmtpLine {
  send(mail: OutgoingMail): Promise<SmtpTry>
  /** Says QUIT. */
  close(): void
  readonly isOver: boolean
  /** Sent or tried. */
  readonly messages: number
}

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)

/** The commands of one mail, or why the server cannot have it. */
const commandsOf = (
  {takesUtf8, size}: Session,
  {envelope: {from, to}, raw}: OutgoingMail,
): readonly string[] | SmtpError => {
  if (/[\r\n<>\0 ]/.test(from + to)) {
    return {message: `No command can carry <${to}>.`, code: 'EENVELOPE'}
  }
  if (size !== undefined && raw.length > size) {
    return {
      message: `The server takes ${size} octets, the mail has ${raw.length}.`,
      code: 'EMESSAGE',
    }
  }
  const needsUtf8 = !isAscii(from + to)
  if (needsUtf8 && !takesUtf8) {
    return {message: `The server takes no addresses such as <${to}> (SMTPUTF8).`, code: 'EENVELOPE'}
  }
  const sized = size === undefined ? '' : ` SIZE=${raw.length}`
  return [`MAIL FROM:<${from}>${sized}${needsUtf8 ? ' SMTPUTF8' : ''}`, `RCPT TO:<${to}>`, 'DATA']
}

const NAMES = ['MAIL FROM', 'RCPT TO', 'DATA'] as const

/** What the answers to MAIL, RCPT and DATA come to: `undefined` when the message may follow. */
type Agreement = {readonly error: SmtpError; readonly isOver: boolean} | undefined

const over = ({error}: Ended): Agreement => ({error, isOver: true})

/** After anything but a plain refusal, one can no longer tell which answer belongs to what. */
const endsIt = ({code}: Reply): boolean => code === 421 || code < 400 || code >= 600

const OUT_OF_STEP: Agreement = {
  error: {message: 'The server answers what it was not asked.'},
  isOver: true,
}

const isPositive = ({code}: Reply, index: number): boolean =>
  index === 2 ? code === 354 : code >= 200 && code < 300

/** Asks one by one, and no further than the first refusal. */
const agreedInTurn = async ({wire}: Session, commands: readonly string[]): Promise<Agreement> => {
  for (const [index, command] of commands.entries()) {
    wire.write(`${command}\r\n`)
    const answer = await wire.reply()
    if (isEnded(answer)) return over(answer)
    if (!isPositive(answer, index)) {
      return {error: refusal(answer, NAMES[index] ?? ''), isOver: endsIt(answer)}
    }
  }
  return undefined
}

/** Asks for all at once: the first refusal counts, as what follows it is refused for its sake. */
const agreedAtOnce = async ({wire}: Session, commands: readonly string[]): Promise<Agreement> => {
  wire.write(`${commands.join('\r\n')}\r\n`)
  let refused: SmtpError | undefined
  let isOver = false
  for (const [index, name] of NAMES.entries()) {
    const answer = await wire.reply()
    // a server that says 421 may end the connection without answering the rest
    if (isEnded(answer))
      return refused === undefined ? over(answer) : {error: refused, isOver: true}
    if (!isPositive(answer, index)) {
      refused ??= refusal(answer, name)
      isOver ||= endsIt(answer)
    }
    // it now waits for a message that must not come
    else if (index === 2 && refused !== undefined) return {error: refused, isOver: true}
  }
  return refused === undefined ? undefined : {error: refused, isOver}
}

const lineOf = (session: Session): SmtpLine => {
  const {wire, isPipelined} = session
  let messages = 0

  const refused = async ({error, isOver}: NonNullable<Agreement>): Promise<SmtpTry> => {
    const wasStale = messages > 1 && error.responseCode === undefined
    if (isOver) wire.destroy()
    else {
      // the transaction that was begun must not reach into the next
      wire.write('RSET\r\n')
      const answer = await wire.reply()
      if (isEnded(answer) || answer.code !== 250) wire.destroy()
    }
    return {sent: outcomeOf(error, false), wasStale}
  }

  return {
    get isOver() {
      return wire.isOver
    },
    get messages() {
      return messages
    },
    send: async (mail) => {
      messages += 1
      const commands = commandsOf(session, mail)
      if ('message' in commands) return {sent: outcomeOf(commands, false), wasStale: false}
      const agreement = await (isPipelined ? agreedAtOnce : agreedInTurn)(session, commands)
      if (agreement !== undefined) return refused(agreement)
      if (wire.isOver) return refused(OUT_OF_STEP)
      wire.write(...stuffed(mail.raw))
      const answer = await wire.reply()
      if (isEnded(answer)) return {sent: outcomeOf(answer.error, true), wasStale: false}
      if (answer.code >= 200 && answer.code < 300) {
        return {sent: Object.freeze({state: 'sent', response: answer.text}), wasStale: false}
      }
      if (endsIt(answer)) wire.destroy()
      return {sent: outcomeOf(refusal(answer, 'DATA'), true), wasStale: false}
    },
    close: () => wire.quit(),
  }
}

/** Connects, upgrades and logs in; gives what that ended with when it failed. */
export const openSmtpLine = async (
  settings: SmtpSettings,
  timeouts: SmtpTimeouts,
  tls: ConnectionOptions | undefined,
): Promise<SmtpLine | Sent> => {
  const session = await openSession(settings, timeouts, tls)
  return 'error' in session ? connectOutcome(session.error) : lineOf(session)
}
