/**
 * SMTP_URL: `smtp://USER:PASSWORD@host:587`, `smtps:` for TLS from the first octet. What stands behind
 * the question mark: `connections` (at once, 5), `messages` (a connection, 100), `name` (said to the
 * server in EHLO; this machine's when absent).
 */
import {ConfigError} from '../../errors.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first octet. */
  readonly isSecure: boolean
  /** A server on this machine is spoken to as it is; any other must offer STARTTLS. */
  readonly isLoopback: boolean
  readonly login?: {readonly user: string; readonly pass: string}
  readonly connections: number
  readonly messages: number
  readonly name?: string
}

const DEFAULT_PORT = {'smtp:': 587, 'smtps:': 465} as const
const PARAMETERS: ReadonlySet<string> = new Set(['connections', 'messages', 'name'])
const MOST = {connections: 100, messages: 100_000} as const
const DEFAULT = {connections: 5, messages: 100} as const

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

const refuse = (message: string): never => {
  // never the value: it holds a password
  throw new ConfigError('SMTP_URL', message)
}

const count = (url: URL, name: 'connections' | 'messages'): number => {
  const text = url.searchParams.get(name)
  if (text === null) return DEFAULT[name]
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= MOST[name]
    ? number
    : refuse(`${name} is not a number from 1 to ${MOST[name]}. Mend it.`)
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return refuse('The name or password holds a % that stands for nothing. Write % as %25.')
  }
}

/** Throws ConfigError. */
export const parseSmtpUrl = (text: string): SmtpSettings => {
  const url = URL.canParse(text)
    ? new URL(text)
    : refuse('This is not an address. Write it as smtp://NAME:PASSWORD@host:587.')
  const {protocol, hostname} = url
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    return refuse('It begins with neither smtp:// nor smtps://. Write one of them.')
  if (hostname === '' || !['', '/'].includes(url.pathname))
    return refuse('It names no host alone. Write it as smtp://NAME:PASSWORD@host:587.')
  const unknown = [...url.searchParams.keys()].find((name) => !PARAMETERS.has(name))
  if (unknown !== undefined)
    return refuse(
      `It has no setting "${unknown}". Take it out; there are ${[...PARAMETERS].join(', ')}.`,
    )
  const name = url.searchParams.get('name')
  if (name !== null && !/^[A-Za-z0-9.-]+$/.test(name))
    return refuse('name is no host name. Write the name of this machine as others know it.')
  const user = decoded(url.username)
  const pass = decoded(url.password)
  return Object.freeze({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? DEFAULT_PORT[protocol] : Number(url.port),
    isSecure: protocol === 'smtps:',
    isLoopback: LOOPBACK.test(hostname),
    ...(user !== '' && {login: {user, pass}}),
    connections: count(url, 'connections'),
    messages: count(url, 'messages'),
    ...(name !== null && {name}),
  })
}
