/** The only reader of the environment. A missing variable is named, never guessed. */
import {ConfigError} from './errors.ts'

export interface ProjectConfig {
  readonly projectId: string
  readonly dataset: string
  readonly token?: string
  /** Another host than Sanity's, e.g. a local Content Lake. */
  readonly apiHost?: string
}

type Environment = Readonly<Record<string, string | undefined>>

const present = (value: string | undefined): value is string =>
  value !== undefined && value.trim() !== ''

/** `undefined` when neither SANITY_PROJECT_ID nor SANITY_DATASET is set; throws ConfigError when only one is. */
export const projectConfig = (
  environment: Environment = process.env,
): ProjectConfig | undefined => {
  const {
    SANITY_PROJECT_ID: projectId,
    SANITY_DATASET: dataset,
    SANITY_API_TOKEN: token,
    SANITY_API_HOST: apiHost,
  } = environment
  if (!present(projectId) && !present(dataset)) return undefined
  if (!present(projectId)) {
    throw new ConfigError('SANITY_PROJECT_ID', 'SANITY_DATASET is set without it. Set both.')
  }
  if (!present(dataset)) {
    throw new ConfigError('SANITY_DATASET', 'SANITY_PROJECT_ID is set without it. Set both.')
  }
  if (present(apiHost) && !URL.canParse(apiHost)) {
    throw new ConfigError(
      'SANITY_API_HOST',
      `"${apiHost}" is not an address. Write it as https://host.`,
    )
  }
  return {
    projectId,
    dataset,
    ...(present(token) && {token}),
    ...(present(apiHost) && {apiHost}),
  }
}

/** CHROME_PATH: the Chromium that shows pages for an audit; Chrome where it is installed when it is not set. */
export const chromePath = (environment: Environment = process.env): string | undefined => {
  const {CHROME_PATH: path} = environment
  return present(path) ? path : undefined
}

/** THROWLINE_DATA: where the lake and the database of deliveries live; `.throwline` when it is not set. */
export const dataFolder = (environment: Environment = process.env): string => {
  const {THROWLINE_DATA: folder} = environment
  return present(folder) ? folder : '.throwline'
}

export interface TwilioConfig {
  readonly accountSid: string
  readonly authToken: string
  /** A number in E.164, a short code, or the id of a messaging service (`MG…`). */
  readonly from: string
  /** A stand-in for Twilio's own address, e.g. one on this machine; without a slash at the end. */
  readonly api?: string
}

/** Where mail that comes back is taken in. */
export interface InboundMailConfig {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Addresses without a token of ours that take mail too: what mail services were told for complaints. */
  readonly mailboxes: readonly string[]
  /** Files in PEM; STARTTLS is offered when they are there. */
  readonly tls?: {readonly keyFile: string; readonly certFile: string}
}

export interface DeliveryConfig {
  /** Folder of the embedded database and of the kept secret. */
  readonly data: string
  /** PostgreSQL, in place of the embedded database. */
  readonly databaseUrl?: string
  readonly smtpUrl?: string
  readonly smppUrl?: string
  /** In place of SMPP; comes with a publicUrl, where Twilio reports to. */
  readonly twilio?: TwilioConfig
  readonly inboundMail?: InboundMailConfig
  /** `whsec_…`; each of them may sign what mail services report by HTTP. */
  readonly inboundSecrets?: readonly string[]
  /** Signs links and keys hashes; one is made and kept in the data folder when it is absent. */
  readonly secret?: string
  /** Where readers reach the server, without a slash at the end; the site's address when absent. */
  readonly publicUrl?: string
}

/** Characters; the one that is made has 43. */
const SECRET_MIN = 24

const urlSetting = (
  environment: Environment,
  name: string,
  protocols: readonly string[],
): string | undefined => {
  const value = environment[name]?.trim()
  if (value === undefined || value === '') return undefined
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  // never the value: it may hold a password
  throw new ConfigError(
    name,
    `This is not an address that begins with ${protocols.join('// or ')}//.`,
  )
}

const settingOf = (environment: Environment, name: string): string | undefined => {
  const value = environment[name]?.trim()
  return value === '' ? undefined : value
}

/** The setting, which another one needs beside it. */
const partner = (environment: Environment, name: string, other: string): string => {
  const value = settingOf(environment, name)
  if (value !== undefined) return value
  throw new ConfigError(name, `${other} is set without it. Set both, or neither.`)
}

/** The first of these that is set. */
const firstSet = (environment: Environment, names: readonly string[]): string | undefined =>
  names.find((name) => settingOf(environment, name) !== undefined)

const matching = (name: string, value: string, pattern: RegExp, shape: string): string => {
  if (pattern.test(value)) return value
  throw new ConfigError(name, `This is not what it should be. Write ${shape}.`)
}

const TWILIO = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_FROM',
  'TWILIO_MESSAGING_SERVICE_SID',
  'TWILIO_API_HOST',
] as const

const twilioFrom = (environment: Environment): string => {
  const [number, service] = [
    settingOf(environment, 'TWILIO_FROM'),
    settingOf(environment, 'TWILIO_MESSAGING_SERVICE_SID'),
  ]
  if (number !== undefined && service !== undefined) {
    throw new ConfigError(
      'TWILIO_FROM',
      'TWILIO_MESSAGING_SERVICE_SID is set too, and chooses the number itself. Set one of them.',
    )
  }
  if (service !== undefined) {
    const shape = 'MG and 32 hexadecimal digits'
    return matching('TWILIO_MESSAGING_SERVICE_SID', service, /^MG[\da-f]{32}$/i, shape)
  }
  if (number === undefined) {
    throw new ConfigError(
      'TWILIO_FROM',
      'TWILIO_ACCOUNT_SID is set without it. Set the number that messages come from, or TWILIO_MESSAGING_SERVICE_SID.',
    )
  }
  // a name instead of a number could not be answered with STOP
  const shape = 'the number as +12025550143, or a short code of 3 to 8 digits'
  return matching('TWILIO_FROM', number, /^(?:\+[1-9]\d{6,14}|\d{3,8})$/, shape)
}

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** The account's token goes there with every message. */
const twilioApi = (environment: Environment): string | undefined => {
  const api = urlSetting(environment, 'TWILIO_API_HOST', ['https:', 'http:'])
  if (api === undefined) return undefined
  const {protocol, hostname, origin} = new URL(api)
  if (protocol === 'https:' || LOOPBACK.includes(hostname)) return origin
  throw new ConfigError('TWILIO_API_HOST', 'This would send the token unencrypted. Write https://.')
}

const twilioConfig = (environment: Environment): TwilioConfig | undefined => {
  const any = firstSet(environment, TWILIO)
  if (any === undefined) return undefined
  const accountSid = matching(
    'TWILIO_ACCOUNT_SID',
    partner(environment, 'TWILIO_ACCOUNT_SID', any),
    /^AC[\da-f]{32}$/i,
    'AC and 32 hexadecimal digits',
  )
  const authToken = partner(environment, 'TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID')
  const from = twilioFrom(environment)
  const api = twilioApi(environment)
  if (settingOf(environment, 'SMPP_URL') !== undefined) {
    throw new ConfigError(
      'SMPP_URL',
      'TWILIO_ACCOUNT_SID is set too, and text messages have one way out. Set one of them.',
    )
  }
  if (settingOf(environment, 'PUBLIC_URL') === undefined) {
    throw new ConfigError(
      'PUBLIC_URL',
      'TWILIO_ACCOUNT_SID is set without it, and Twilio brings STOP and what became of messages to this address. Set both.',
    )
  }
  return {accountSid, authToken, from, ...(api !== undefined && {api})}
}

const INBOUND_MAIL = [
  'INBOUND_SMTP_HOST',
  'INBOUND_MAILBOXES',
  'INBOUND_TLS_KEY',
  'INBOUND_TLS_CERT',
] as const

const portSetting = (name: string, value: string): number => {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw new ConfigError(name, 'This is no port. Write 0 to 65535; 0 takes any that is free.')
}

/** What stands between commas. */
const listOf = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const inboundMailConfig = (environment: Environment): InboundMailConfig | undefined => {
  const any = firstSet(environment, ['INBOUND_SMTP_PORT', ...INBOUND_MAIL])
  if (any === undefined) return undefined
  const name = 'INBOUND_SMTP_PORT'
  const port = portSetting(name, partner(environment, name, any))
  const mailboxes = listOf(settingOf(environment, 'INBOUND_MAILBOXES')).map((address) =>
    matching('INBOUND_MAILBOXES', address, /^[^\s@]+@[^\s@]+$/, 'addresses, with commas between'),
  )
  const file = firstSet(environment, ['INBOUND_TLS_KEY', 'INBOUND_TLS_CERT'])
  const tls = file !== undefined && {
    keyFile: partner(environment, 'INBOUND_TLS_KEY', file),
    certFile: partner(environment, 'INBOUND_TLS_CERT', file),
  }
  return {
    host: settingOf(environment, 'INBOUND_SMTP_HOST') ?? '0.0.0.0',
    port,
    mailboxes,
    ...(tls !== false && {tls}),
  }
}

/** Octets of a key, as Standard Webhooks wants it. */
const KEY_OCTETS = {least: 24, most: 64} as const

/** One, or several with blanks between while one takes the place of another. */
const inboundSecrets = (environment: Environment): readonly string[] | undefined => {
  const name = 'INBOUND_WEBHOOK_SECRET'
  const secrets = settingOf(environment, name)?.split(/\s+/)
  for (const secret of secrets ?? []) {
    const [, key = ''] =
      /^whsec_((?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?)$/.exec(secret) ?? []
    const octets = Buffer.from(key, 'base64').length
    if (octets < KEY_OCTETS.least || octets > KEY_OCTETS.most) {
      throw new ConfigError(
        name,
        `This is no whsec_ and ${KEY_OCTETS.least} to ${KEY_OCTETS.most} octets in base64. Make one: echo "whsec_$(openssl rand -base64 32)".`,
      )
    }
  }
  return secrets
}

/** THROWLINE_DATA, DATABASE_URL, THROWLINE_SECRET, PUBLIC_URL, and the ways out and in. */
export const deliveryConfig = (environment: Environment = process.env): DeliveryConfig => {
  const databaseUrl = urlSetting(environment, 'DATABASE_URL', ['postgres:', 'postgresql:'])
  const smtpUrl = urlSetting(environment, 'SMTP_URL', ['smtp:', 'smtps:'])
  const smppUrl = urlSetting(environment, 'SMPP_URL', ['smpp:', 'ssmpp:'])
  const twilio = twilioConfig(environment)
  const inboundMail = inboundMailConfig(environment)
  const secrets = inboundSecrets(environment)
  const publicUrl = urlSetting(environment, 'PUBLIC_URL', ['https:', 'http:'])?.replace(/\/+$/, '')
  const {THROWLINE_SECRET: secret} = environment
  if (present(secret) && secret.length < SECRET_MIN) {
    throw new ConfigError(
      'THROWLINE_SECRET',
      `This is too short to be a secret. Set ${SECRET_MIN} random characters or more.`,
    )
  }
  return {
    data: dataFolder(environment),
    ...(databaseUrl !== undefined && {databaseUrl}),
    ...(smtpUrl !== undefined && {smtpUrl}),
    ...(smppUrl !== undefined && {smppUrl}),
    ...(twilio !== undefined && {twilio}),
    ...(inboundMail !== undefined && {inboundMail}),
    ...(secrets !== undefined && {inboundSecrets: secrets}),
    ...(present(secret) && {secret}),
    ...(publicUrl !== undefined && {publicUrl}),
  }
}

export interface ApiConfig {
  /** A line of JSON on standard error for each request to the partner API; nothing of who asked but the partner. */
  readonly hasAccessLog: boolean
  /** Others than this machine may read /metrics. */
  readonly hasOpenMetrics: boolean
}

/** Throws ConfigError for any other word: a misspelt one would be taken for no. */
const oneWord = (environment: Environment, name: string, word: string): boolean => {
  const value = environment[name]?.trim() ?? ''
  if (value === '' || value === word) return value === word
  throw new ConfigError(name, `It is "${value}". Set it to "${word}", or leave it out.`)
}

/** THROWLINE_ACCESS_LOG and THROWLINE_METRICS. */
export const apiConfig = (environment: Environment = process.env): ApiConfig => ({
  hasAccessLog: oneWord(environment, 'THROWLINE_ACCESS_LOG', 'on'),
  hasOpenMetrics: oneWord(environment, 'THROWLINE_METRICS', 'open'),
})

export interface WebhookConfig {
  /** Host names that webhooks may go to although they are of a private network, and without encryption. */
  readonly allowed: ReadonlySet<string>
  /** Signs what a Sanity project reports; without it nothing that it reports is taken. */
  readonly sanitySecret?: string
}

/** Characters; Sanity takes any, and a word could be guessed. */
const SANITY_SECRET_MIN = 16

/** WEBHOOK_ALLOW and SANITY_WEBHOOK_SECRET. */
export const webhookConfig = (environment: Environment = process.env): WebhookConfig => {
  const allowed = listOf(settingOf(environment, 'WEBHOOK_ALLOW')).map((host) => {
    const url = URL.parse(`https://${host}`)
    // a port or a pattern would never match a name
    const isName = url !== null && url.host === url.hostname && !/[/?#@*\\\s]/.test(host)
    if (isName) return url.hostname
    throw new ConfigError(
      'WEBHOOK_ALLOW',
      `"${host}" is no host name. Write names alone, with commas between: localhost,hooks.internal.`,
    )
  })
  const secret = settingOf(environment, 'SANITY_WEBHOOK_SECRET')
  if (secret !== undefined && secret.length < SANITY_SECRET_MIN) {
    throw new ConfigError(
      'SANITY_WEBHOOK_SECRET',
      `This is too short to be a secret. Set ${SANITY_SECRET_MIN} random characters or more, here and in the webhook's settings.`,
    )
  }
  return {allowed: new Set(allowed), ...(secret !== undefined && {sanitySecret: secret})}
}
