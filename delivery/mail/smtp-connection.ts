/** One connection to an SMTP server, one message after another. */
import {Readable} from 'node:stream'
import type {ConnectionOptions} from 'node:tls'
import SMTPConnection, {type SMTPConnectionOptions} from 'nodemailer/lib/smtp-connection'
import type {Sent} from '../sent.ts'
import {connectOutcome, outcomeOf, type SmtpError} from './smtp-outcome.ts'
import type {SmtpSettings} from './smtp-url.ts'
import type {OutgoingMail} from './transport.ts'

/** Milliseconds. */
export interface SmtpTimeouts {
  /** Until the connection stands, name look-up and all. */
  readonly connect: number
  readonly greeting: number
  /** Without an octet from the server. RFC 5321 4.5.3.2 wants 10 minutes after the final dot. */
  readonly silence: number
}

export const TIMEOUTS: SmtpTimeouts = {connect: 30_000, greeting: 60_000, silence: 600_000}

export interface SmtpTry {
  readonly sent: Sent
  /** Nothing more can be sent over this connection. */
  readonly isOver: boolean
  /** The server had ended a connection that was used before: not an octet of this message has left. */
  readonly wasStale: boolean
}

export interface SmtpLine {
  send(mail: OutgoingMail): Promise<SmtpTry>
  /** Says QUIT. */
  close(): void
  readonly isOver: boolean
  readonly messages: number
}

const optionsOf = (
  settings: SmtpSettings,
  timeouts: SmtpTimeouts,
  tls: ConnectionOptions | undefined,
): SMTPConnectionOptions => {
  const {host, port, isSecure, isLoopback, name} = settings
  return {
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure && !isLoopback,
    // what is on this machine has a certificate that nobody signed, if any
    ignoreTLS: !isSecure && isLoopback,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.silence,
    ...(name !== undefined && {name}),
    ...(tls !== undefined && {tls}),
  }
}

/** The message is read when the server has agreed to DATA, and not before. */
const reading = (raw: Buffer): {readonly source: Readable; readonly wasTaken: () => boolean} => {
  let isTaken = false
  const source = new Readable({
    read() {
      isTaken = true
      this.push(raw)
      this.push(null)
    },
  })
  return {source, wasTaken: () => isTaken}
}

const ENDED: SmtpError = {message: 'The server ended the connection.', code: 'ECONNECTION'}

const lineOf = (connection: SMTPConnection): SmtpLine => {
  let messages = 0
  let isOver = false
  let onEnd: (() => void) | undefined
  // the callback of what is under way tells the same; between two messages nobody asks
  connection.on('error', () => {
    isOver = true
  })
  connection.once('end', () => {
    isOver = true
    // the callback comes with the reason, in the same turn, where there is one
    setImmediate(() => onEnd?.())
  })
  const reset = (done: () => void): void => {
    connection.reset((error) => {
      if (error !== null) isOver = true
      done()
    })
  }
  return {
    get isOver() {
      return isOver
    },
    get messages() {
      return messages
    },
    send: ({envelope, raw}) =>
      new Promise((resolve) => {
        const {source, wasTaken} = reading(raw)
        const isReused = messages > 0
        messages += 1
        let isTold = false
        const tell = (sent: Sent, wasStale = false): void => {
          onEnd = undefined
          if (isTold) return
          isTold = true
          resolve({sent, isOver, wasStale})
        }
        const fail = (error: SmtpError): void => {
          const sent = outcomeOf(error, wasTaken())
          const isAnswered = error.responseCode !== undefined && error.responseCode !== 421
          if (isAnswered && !isOver) {
            reset(() => tell(sent))
            return
          }
          isOver = true
          connection.close()
          tell(sent, isReused && !wasTaken() && error.responseCode === undefined)
        }
        onEnd = () => fail(ENDED)
        if (isOver) {
          fail(ENDED)
          return
        }
        connection.send({...envelope, size: raw.length}, source, (error, info) => {
          if (error !== null) fail(error)
          else tell(Object.freeze({state: 'sent', response: info?.response ?? ''}))
        })
      }),
    close: () => {
      isOver = true
      connection.quit()
    },
  }
}

const NO_LOGIN: SmtpError = {
  message: 'The server offers no login, and SMTP_URL has a name and a password.',
  code: 'ENOAUTH',
}

/** Connects, upgrades and logs in; gives what that ended with when it failed. */
export const openSmtpLine = (
  settings: SmtpSettings,
  timeouts: SmtpTimeouts,
  tls: ConnectionOptions | undefined,
): Promise<SmtpLine | Sent> =>
  new Promise((resolve) => {
    const connection = new SMTPConnection(optionsOf(settings, timeouts, tls))
    const fail = (error: SmtpError): void => {
      resolve(connectOutcome(error))
      connection.close()
    }
    const onEnd = (): void => {
      setImmediate(() => fail(ENDED))
    }
    const ready = (): void => {
      const line = lineOf(connection)
      connection.off('error', fail)
      connection.off('end', onEnd)
      resolve(line)
    }
    connection.once('error', fail)
    connection.once('end', onEnd)
    connection.connect((error) => {
      if (error) fail(error)
      else if (settings.login === undefined) ready()
      else if (!connection.allowsAuth) fail(NO_LOGIN)
      else {
        connection.login({credentials: settings.login}, (refused) => {
          if (refused === null) ready()
          else fail(refused)
        })
      }
    })
  })
