/** From an address to a nodemailer connection that takes mails: greeted, encrypted, logged in. */
import {connect, isIP, type Socket} from 'node:net'
import {connect as connectTls, type ConnectionOptions} from 'node:tls'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import {LOST, SILENT, type SmtpError, smtpError} from './smtp-outcome.ts'
import type {SmtpSettings} from './smtp-url.ts'

/** Milliseconds. */
export interface SmtpTimeouts {
  /** Until the connection stands. */
  readonly connect: number
  /** From there to the greeting; then, where there is one, for the handshake of STARTTLS. */
  readonly greeting: number
  /** Without an octet from the server. RFC 5321 4.5.3.2 wants 10 minutes after the final dot. */
  readonly silence: number
}

/** A peer that never ends a reply must not fill the memory. */
const LONGEST_REPLY = 64 * 1024

/** Milliseconds that a peer has to close its side after ours. */
const GRACE = 2000

/** As nodemailer calls back; `error` is null or absent when all is well. */
type Done<Result> = (error?: Error | null, result?: Result) => void

export type Answer<Result> = {readonly error: SmtpError} | {readonly result: Result | undefined}

export interface Session {
  readonly connection: SMTPConnection
  /** One thing at a time. Never rejects, and always ends. */
  ask<Result>(begin: (done: Done<Result>) => void): Promise<Answer<Result>>
  readonly isOver: boolean
  /** RFC 6531. */
  readonly takesUtf8: boolean
}

/**
 * nodemailer forgets whom to call back when a connection ends amid RSET, AUTH or between two
 * commands (`close()` empties `_responseActions`): what ended it is the answer then.
 */
const watched = (connection: SMTPConnection) => {
  let ended: SmtpError | undefined
  let wake: (error: SmtpError) => void = () => undefined
  connection.on('error', (error: Error) => {
    ended ??= smtpError(error)
  })
  connection.once('end', () => {
    const error = (ended ??= LOST)
    // some errors are called back just after this: those know more
    queueMicrotask(() => wake(error))
  })
  const ask = <Result>(begin: (done: Done<Result>) => void): Promise<Answer<Result>> =>
    new Promise((resolve) => {
      wake = (error) => resolve({error})
      begin((error, result) => {
        resolve(error === undefined || error === null ? {result} : {error: smtpError(error)})
      })
    })
  return {ask, isOver: () => ended !== undefined}
}

/**
 * nodemailer would ask the name servers before the system (`resolveHostname`): who answers for
 * `localhost` there could be another machine, and get a password in the clear.
 */
const reached = (
  {host, port, isSecure}: SmtpSettings,
  patience: number,
  tls: ConnectionOptions | undefined,
): Promise<Socket | SmtpError> =>
  new Promise((resolve) => {
    const socket = isSecure
      ? connectTls({...(isIP(host) === 0 && {servername: host}), ...tls, host, port})
      : connect({host, port})
    const fail = (error: SmtpError): void => {
      socket.destroy()
      resolve(error)
    }
    const onError = (error: Error): void => fail(smtpError(error))
    const onTimeout = (): void => fail(SILENT)
    socket.setTimeout(patience).once('timeout', onTimeout).once('error', onError)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      socket.setTimeout(0).off('timeout', onTimeout).off('error', onError)
      resolve(socket)
    })
  })

const NOT_SECURE: SmtpError = {message: 'The server offers no STARTTLS.', code: 'ETLS'}
const NO_LOGIN: SmtpError = {
  message: 'The server offers no AUTH; SMTP_URL has a name and a password.',
  code: 'EAUTH',
}

/** Gives what it ended with when it failed. */
export const openSession = async (
  settings: SmtpSettings,
  timeouts: SmtpTimeouts,
  tls: ConnectionOptions | undefined,
): Promise<Session | SmtpError> => {
  const {host, name, login, isSecure, isLoopback} = settings
  const socket = await reached(settings, timeouts.connect, tls)
  if (!('destroy' in socket)) return socket
  const connection = new SMTPConnection({
    host,
    name,
    tls,
    connection: socket,
    secure: isSecure,
    secured: isSecure,
    ignoreTLS: isLoopback,
    connectionTimeout: timeouts.connect + timeouts.greeting,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.silence,
    socketCloseTimeout: GRACE,
    maxResponseSize: LONGEST_REPLY,
  })
  const {ask, isOver} = watched(connection)
  const failed = (error: SmtpError): SmtpError => {
    connection.close()
    return error
  }
  const connected = await ask((done) => connection.connect(done))
  if ('error' in connected) return failed(connected.error)
  // nodemailer's requireTLS would say STARTTLS to a server that does not know it
  if (!connection.secure && !isLoopback) return failed(NOT_SECURE)
  // of the extensions, only these words are open to others
  const takesUtf8 = /^250[ -]SMTPUTF8\b/im.test(connection.lastServerResponse || '')
  if (login !== undefined) {
    // nodemailer would try PLAIN all the same
    if (!connection.allowsAuth) return failed(NO_LOGIN)
    const loggedIn = await ask((done) => connection.login({...login}, done))
    if ('error' in loggedIn) return failed(loggedIn.error)
  }
  return {
    connection,
    ask,
    takesUtf8,
    get isOver() {
      return isOver()
    },
  }
}
