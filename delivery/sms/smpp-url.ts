/**
 * SMPP_URL: `smpp://SYSTEM_ID:PASSWORD@host:2775?from=+15550100`, `ssmpp:` for TLS. What stands
 * behind the question mark: `from` (needed; E.164, a short code or a name), `type` (system_type),
 * `window` (messages under way at once, 10), `country` (of numbers that the SMSC writes as at home).
 */
import {type CountryCode, isSupportedCountry} from 'libphonenumber-js'
import {ConfigError} from '../../errors.ts'

export interface SmppSettings {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly systemId: string
  readonly password: string
  readonly systemType: string
  readonly from: string
  readonly window: number
  readonly country?: CountryCode
}

const DEFAULT_PORT = {'smpp:': 2775, 'ssmpp:': 3550} as const
const DEFAULT_WINDOW = 10
/** Octets that bind_transceiver has room for, less the final zero (SMPP 3.4 4.1.5). */
const LONGEST = {systemId: 15, password: 8, systemType: 12} as const

const refuse = (message: string): never => {
  // never the value: it holds a password
  throw new ConfigError('SMPP_URL', message)
}

const FROM = /^(?:\+[1-9]\d{6,14}|\d{3,8}|[A-Za-z][A-Za-z0-9 ]{1,10})$/

/** Throws ConfigError. */
export const parseSmppUrl = (text: string): SmppSettings => {
  const url = URL.canParse(text)
    ? new URL(text)
    : refuse('This is not an address. Write it as smpp://NAME:PASSWORD@host:2775?from=+15550100.')
  const {protocol} = url
  if (protocol !== 'smpp:' && protocol !== 'ssmpp:')
    return refuse('It begins with neither smpp:// nor ssmpp://. Write one of them.')
  const search = (name: string): string => url.searchParams.get(name) ?? ''
  // URLSearchParams reads a plus as a blank
  const from = search('from').replace(/^ (?=\d)/, '+')
  if (!FROM.test(from))
    return refuse(
      'It does not say who sends. Add ?from= with a number such as +15550100, a short code, or a name of up to 11 letters.',
    )
  const systemId = decodeURIComponent(url.username)
  const password = decodeURIComponent(url.password)
  const systemType = search('type')
  if (
    systemId.length > LONGEST.systemId ||
    password.length > LONGEST.password ||
    systemType.length > LONGEST.systemType
  )
    return refuse(
      `SMPP has room for a name of ${LONGEST.systemId}, a password of ${LONGEST.password} and a type of ${LONGEST.systemType} characters. Ask the provider for shorter ones.`,
    )
  const window = search('window') === '' ? DEFAULT_WINDOW : Number(search('window'))
  if (!Number.isInteger(window) || window < 1 || window > 1000)
    return refuse('window is not a number from 1 to 1000. Mend it.')
  const country = search('country').toUpperCase()
  if (country !== '' && !isSupportedCountry(country))
    return refuse(`country is not the code of a country, such as US. Mend it.`)
  return Object.freeze({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? DEFAULT_PORT[protocol] : Number(url.port),
    tls: protocol === 'ssmpp:',
    systemId,
    password,
    systemType,
    from,
    window,
    ...(isSupportedCountry(country) && {country}),
  })
}
