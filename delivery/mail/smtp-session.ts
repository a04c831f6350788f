/** From an address to a session that takes mails: connect, greet, encrypt, log in. */
import {connect, isIP, type Socket} from 'node:net'
import {hostname} from 'node:os'
import {connect as connectTls, type ConnectionOptions} from 'node:tls'
import type {SmtpError} from './smtp-outcome.ts'
import type {SmtpSettings} from './smtp-url.ts'
import {createWire, type Ended, isEnded, type Reply, type Wire} from './smtp-wire.ts'

/** Milliseconds. */
export interface SmtpTimeouts {
  /** Until the connection stands. */
  readonly connect: number
  readonly greeting: number
  /** Without an octet from the server. RFC 5321 4.5.3.2 wants 10 minutes after the final dot. */
  readonly silence: number
}

export interface Session {
  readonly wire: Wire
  /** RFC 2920: a mail's commands need not wait for each other's answers. */
  readonly isPipelined: boolean
  /** RFC 6531. */
  readonly takesUtf8: boolean
  /** Octets of a message (RFC 1870); none when absent. */
  readonly size?: number
}

export const refusal = (reply: Reply, command: string, code?: string): SmtpError => ({
  message: reply.text,
  response: reply.text,
  responseCode: reply.code,
  command,
  ...(code !== undefined && {code}),
})

/** Extension names in capitals, with what stands behind them. */
type Extensions = ReadonlyMap<string, string>

const extensionsOf = ({text}: Reply): Extensions =>
  new Map(
    text
      .split('\n')
      .slice(1)
      .map((line) => {
        const [name = '', ...rest] = line.slice(4).trim().split(/[ =]/)
        return [name.toUpperCase(), rest.join(' ')]
      }),
  )

/** A host name that others may take offence at is better than none; an address is written as RFC 5321 4.1.3. */
const ownName = ({name}: SmtpSettings): string => {
  const own = name ?? hostname()
  return /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(own) ? own : '[127.0.0.1]'
}

class Refused extends Error {
  readonly error: SmtpError
  constructor(error: SmtpError) {
    super(error.message)
    this.error = error
  }
}

const asked = async (
  wire: Wire,
  command: string,
  wanted: number,
  about: {readonly command: string; readonly code?: string},
): Promise<Reply> => {
  if (command !== '') wire.write(`${command}\r\n`)
  const answer: Reply | Ended = await wire.reply()
  if (isEnded(answer)) throw new Refused(answer.error)
  if (answer.code !== wanted) throw new Refused(refusal(answer, about.command, about.code))
  return answer
}

const CONN = {command: 'CONN'}
const AUTH = {command: 'AUTH', code: 'EAUTH'}

const hello = async (wire: Wire, settings: SmtpSettings): Promise<Extensions> =>
  extensionsOf(await asked(wire, `EHLO ${ownName(settings)}`, 250, CONN))

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** PLAIN (RFC 4616), or LOGIN, which older servers have. */
const logIn = async (
  wire: Wire,
  {user, pass}: {readonly user: string; readonly pass: string},
  extensions: Extensions,
): Promise<void> => {
  const methods = (extensions.get('AUTH') ?? '').toUpperCase().split(' ')
  if (methods.includes('PLAIN')) {
    await asked(wire, `AUTH PLAIN ${base64(`\0${user}\0${pass}`)}`, 235, AUTH)
  } else if (methods.includes('LOGIN')) {
    await asked(wire, 'AUTH LOGIN', 334, AUTH)
    await asked(wire, base64(user), 334, AUTH)
    await asked(wire, base64(pass), 235, AUTH)
  } else {
    throw new Refused({
      message:
        'The server offers neither AUTH PLAIN nor LOGIN; SMTP_URL has a name and a password.',
      code: 'EAUTH',
    })
  }
}

const secured = async (wire: Wire, tls: ConnectionOptions): Promise<void> => {
  await asked(wire, 'STARTTLS', 220, {command: 'STARTTLS', code: 'ETLS'})
  const ended = await wire.upgrade(tls)
  if (ended !== undefined) throw new Refused(ended.error)
}

const opened = async (
  wire: Wire,
  settings: SmtpSettings,
  tls: ConnectionOptions,
): Promise<Session> => {
  await asked(wire, '', 220, CONN)
  let extensions = await hello(wire, settings)
  if (!settings.isSecure && !settings.isLoopback) {
    if (!extensions.has('STARTTLS')) {
      throw new Refused({message: 'The server offers no STARTTLS.', code: 'ETLS'})
    }
    await secured(wire, tls)
    // what was said before the handshake counts for nothing (RFC 3207 4.2)
    extensions = await hello(wire, settings)
  }
  if (settings.login !== undefined) await logIn(wire, settings.login, extensions)
  const size = Number(extensions.get('SIZE') ?? 0)
  return {
    wire,
    isPipelined: extensions.has('PIPELINING'),
    takesUtf8: extensions.has('SMTPUTF8'),
    ...(size > 0 && {size}),
  }
}

const socketTo = ({host, port, isSecure}: SmtpSettings, tls: ConnectionOptions): Socket =>
  isSecure ? connectTls({...tls, host, port}) : connect({host, port})

/** Never rejects: gives what it ended with. */
export const openSession = async (
  settings: SmtpSettings,
  timeouts: SmtpTimeouts,
  tls: ConnectionOptions = {},
): Promise<Session | Ended> => {
  const named = {...(isIP(settings.host) === 0 && {servername: settings.host}), ...tls}
  const socket = socketTo(settings, named)
  const wire = createWire(socket)
  wire.patience(timeouts.connect)
  // a mail is written in one piece or two: nothing is gained by waiting for more
  socket.setNoDelay(true)
  socket.once('connect', () => wire.patience(timeouts.greeting))
  try {
    const session = await opened(wire, settings, named)
    wire.patience(timeouts.silence)
    return session
  } catch (error) {
    wire.destroy()
    if (error instanceof Refused) return {error: error.error}
    throw error
  }
}
