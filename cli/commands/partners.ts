/** `throwline partners`: add, rotate, revoke, list. */
import colors from 'picocolors'
import {TOPICS} from '../../content/topics.ts'
import type {Partner} from '../../delivery/partners/partner.ts'
import {parseAddress} from '../../delivery/subscribers/address.ts'
import {UsageError} from '../../errors.ts'
import {parseCountry} from '../open-content.ts'
import {inOffice, json, say} from '../partners/office.ts'
import {minute, orAll, table} from '../partners/table.ts'
import {parseNumber} from '../partners/number.ts'
import {grouped} from '../counted.ts'

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const NAME_MAX = 100

const parseName = (name: string): string => {
  const tidy = name.trim()
  if (tidy !== '' && tidy.length <= NAME_MAX && !/\p{Cc}/u.test(tidy)) return tidy
  throw new UsageError(`Write the partner's name in one line of at most ${NAME_MAX} characters.`)
}

const parseTopics = (text: string | undefined): readonly string[] =>
  listOf(text).map((topic) => {
    if (TOPICS.some((known) => known === topic)) return topic
    throw new UsageError(`--topics ${topic}: write some of ${TOPICS.join(', ')}.`)
  })

const parseLanguages = (text: string | undefined): readonly string[] =>
  listOf(text).map((language) => {
    if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) return language
    throw new UsageError(`--languages ${language}: write languages as en or pt-BR.`)
  })

const parseCountries = (text: string | undefined): readonly string[] =>
  listOf(text).flatMap((country) => parseCountry(country) ?? [])

/** As a browser writes it: no path, no slash at the end. */
const parseOrigins = (text: string | undefined): readonly string[] =>
  listOf(text).map((origin) => {
    if (URL.canParse(origin)) {
      const url = new URL(origin)
      const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
      if (isWeb && url.origin === origin.replace(/\/$/, '').toLowerCase()) return url.origin
    }
    throw new UsageError(`--origins ${origin}: write an origin, as https://clinic.example.`)
  })

const parseContact = (text: string): string => {
  const address = parseAddress(text, '')
  if (!('fault' in address) && address.channel === 'email') return address.address
  throw new UsageError(`--contact ${text}: write a mail address, as web@clinic.example.`)
}

export interface AddCommandOptions {
  readonly contact?: string
  readonly topics?: string
  readonly languages?: string
  readonly countries?: string
  readonly origins?: string
  readonly rate: string
  readonly json?: boolean
}

const RATE_MAX = 1_000_000

const KEEP_IT = 'Keep it where only the partner reads it: it is shown this once.'

/** Prints the key once. Throws PartnerError. */
export const addCommand = (name: string, options: AddCommandOptions): Promise<number> => {
  const {contact} = options
  const partner = {
    name: parseName(name),
    topics: parseTopics(options.topics),
    languages: parseLanguages(options.languages),
    countries: parseCountries(options.countries),
    origins: parseOrigins(options.origins),
    perMinute: parseNumber('--rate', options.rate, 1, RATE_MAX),
    ...(contact !== undefined && {contact: parseContact(contact)}),
  }
  return inOffice(async (partners) => {
    const {partner: made, key} = await partners.add(partner)
    if (options.json === true) json({id: made.id, key})
    else {
      say(
        `${colors.green('✓')} ${made.name} may read. Its id is ${made.id}, its key`,
        '',
        `  ${colors.bold(key)}`,
        '',
        KEEP_IT,
      )
    }
  })
}

export interface RotateCommandOptions {
  readonly days: string
  readonly json?: boolean
}

/** Prints the new key once. Throws PartnerError. */
export const rotateCommand = (who: string, options: RotateCommandOptions): Promise<number> => {
  const days = parseNumber('--days', options.days, 0, 90)
  return inOffice(async (partners) => {
    const {partner, key, oldEndsAt} = await partners.rotate(who, days)
    if (options.json === true) json({id: partner.id, key, oldEndsAt})
    else {
      say(
        `${colors.green('✓')} ${partner.name} has a new key; the old one ends ${minute(oldEndsAt)}.`,
        '',
        `  ${colors.bold(key)}`,
        '',
        KEEP_IT,
      )
    }
  })
}

export interface JsonOption {
  readonly json?: boolean
}

/** Throws PartnerError. */
export const revokeCommand = (who: string, options: JsonOption): Promise<number> =>
  inOffice(async (partners) => {
    const {id, name} = await partners.revoke(who)
    if (options.json === true) json({id, revoked: true})
    else say(`${colors.green('✓')} The keys of ${name} open nothing any more.`)
  })

const partnerRow = ({id, name, scope, revokedAt}: Partner): readonly string[] => [
  name,
  id,
  orAll(scope.countries),
  orAll(scope.languages),
  orAll(scope.topics),
  `${grouped(scope.perMinute)}/min`,
  revokedAt === undefined ? '' : `revoked ${revokedAt.toISOString().slice(0, 10)}`,
]

const EMPTY = `Nobody reads over the API yet. Make a key:

  throwline partners add "Clinic North"`

export const listCommand = (options: JsonOption): Promise<number> =>
  inOffice(async (partners) => {
    const all = await partners.list()
    if (options.json === true) json({partners: all})
    else if (all.length === 0) say(EMPTY)
    else {
      const head = ['name', 'id', 'countries', 'languages', 'topics', 'rate', '']
      say(table(head, all.map(partnerRow)))
    }
  })
