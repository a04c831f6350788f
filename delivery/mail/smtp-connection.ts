/** One connection to an SMTP server, one message after another. */
import {setImmediate as turn} from 'node:timers/promises'
import type {ConnectionOptions} from 'node:tls'
import type {Sent} from '../sent.ts'
import {connectOutcome, OUT_OF_STEP, outcomeOf, type SmtpError} from './smtp-outcome.ts'
import {openSession, type Session, type SmtpTimeouts} from './smtp-session.ts'
import {SmtpSource} from './smtp-source.ts'
import type {SmtpSettings} from './smtp-url.ts'
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

/** Why this server cannot have the mail; nodemailer asks only for its size. */
const faultOf = (
  {takesUtf8}: Session,
  {envelope: {from, to}}: OutgoingMail,
): SmtpError | undefined => {
  if (/[\r\n<>\0 ]/.test(from + to)) {
    return {message: `No command can carry <${to}>.`, code: 'EENVELOPE'}
  }
  if (!isAscii(from + to) && !takesUtf8) {
    return {message: `The server takes no addresses such as <${to}> (SMTPUTF8).`, code: 'EENVELOPE'}
  }
  return undefined
}

/** After anything but a plain refusal, one can no longer tell which answer belongs to what. */
const isPlainRefusal = ({responseCode = 0}: SmtpError): boolean =>
  responseCode >= 400 && responseCode < 600 && responseCode !== 421

const lineOf = (session: Session): SmtpLine => {
  const {connection, ask} = session
  let messages = 0

  /** Hands the message over, and gives what kept the server from taking it, or its words. */
  const handed = async (
    {envelope: {from, to}, raw}: OutgoingMail,
    source: SmtpSource,
  ): Promise<SmtpError | string> => {
    const answer = await ask<{readonly response: string}>((done) => {
      connection.send({from, to, size: raw.length}, source, (error, info) => {
        // nothing may follow an answer that came before the end
        if (source.stage !== 'read') source.destroy()
        done(error, info)
      })
    })
    if (source.stage === 'asked' && !session.isOver) return OUT_OF_STEP
    if ('error' in answer) return answer.error
    const {response = ''} = answer.result ?? {}
    return source.stage === 'read' && /^2\d\d/.test(response) ? response : OUT_OF_STEP
  }

  /** Makes the connection ready for the next mail, or ends it. */
  const tidied = async (error: SmtpError, {stage}: SmtpSource): Promise<void> => {
    // of nodemailer's own accord: the server was not asked
    if (error.code === 'EMESSAGE') return
    if (!isPlainRefusal(error) || stage === 'begun') connection.close()
    else if (stage === 'waiting') {
      // the transaction that was begun must not reach into the next
      const reset = await ask((done) => connection.reset(done))
      if ('error' in reset) connection.close()
    }
  }

  return {
    get isOver() {
      return session.isOver
    },
    get messages() {
      return messages
    },
    send: async (mail) => {
      messages += 1
      const fault = faultOf(session, mail)
      if (fault !== undefined) return {sent: outcomeOf(fault, false), wasStale: false}
      const source = new SmtpSource(mail.raw, connection)
      const answer = await handed(mail, source)
      // a farewell that came together with the answer is read in the next turn
      await turn()
      if (typeof answer === 'string') {
        return {sent: Object.freeze({state: 'sent', response: answer}), wasStale: false}
      }
      const sent = outcomeOf(answer, source.stage === 'read')
      await tidied(answer, source)
      const isUntouched = source.stage === 'waiting' || source.stage === 'asked'
      const wasLost = session.isOver && answer.responseCode === undefined
      return {sent, wasStale: messages > 1 && wasLost && isUntouched}
    },
    close: () => {
      connection.quit()
      // waits for nobody
      connection.close()
    },
  }
}

/** Connects, upgrades and logs in; gives what that ended with when it failed. */
export const openSmtpLine = async (
  settings: SmtpSettings,
  timeouts: SmtpTimeouts,
  tls: ConnectionOptions | undefined,
): Promise<SmtpLine | Sent> => {
  const session = await openSession(settings, timeouts, tls)
  return 'message' in session ? connectOutcome(session) : lineOf(session)
}
