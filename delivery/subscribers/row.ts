/** One row of a subscriber file: one person, with a mail address, a phone number or both. */
import {isObject, type JsonObject} from '../../content/json-object.ts'
import {country, datetime, language, timeZone} from '../../content/parse/codes.ts'
import {Place} from '../../content/parse/place.ts'
import type {Reader} from '../../content/parse/reader.ts'
import {topic} from '../../content/parse/topics.ts'
import type {Problem} from '../../errors.ts'
import {SUBSCRIBER_STATES, type SubscriberState} from '../store/schema.ts'
import {type Address, type AddressReading, parseEmail, parsePhone} from './address.ts'

/** The columns of contracts.md, and `state`, which an export has too. */
export const COLUMNS = [
  'email',
  'phone',
  'country',
  'language',
  'time_zone',
  'topics',
  'consent_at',
  'consent_source',
  'state',
] as const

export type Column = (typeof COLUMNS)[number]

export interface NewSubscriber {
  readonly address: Address
  readonly country: string
  readonly language: string
  readonly timeZone: string
  readonly topics: readonly string[]
  readonly state: SubscriberState
  readonly consent: Consent
}

export interface Consent {
  readonly at: Date
  /** Where: `website form`, `paper, clinic`. */
  readonly source: string
  /** What the person was shown. */
  readonly wording?: string
  /** Of the network address, keyed. */
  readonly ipHash?: string
}

/** Characters in one cell; the longest that any column takes is a list of all topics. */
const CELL_MAX = 1_000
const TOPICS_MAX = 50
const NO_ZONE = 'UTC'
/** Stands in where a row is refused for having none. */
const NEVER = new Date(0)

/** Spreadsheets and our own exports mark text that looks like a formula with an apostrophe. */
const FORMULA_MARK = /^'(?=[=+\-@\t\r\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}])/u

const cell = (row: JsonObject, column: Column, place: Place): string => {
  const value = row[column]
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string') {
    place.field(column).report('WRONG_TYPE', 'The value is not text. Write it in quotes.')
    return ''
  }
  if (value.length > CELL_MAX) {
    const message = `${value.length.toLocaleString('en')} characters are more than the ${CELL_MAX.toLocaleString('en')} that a value may have. Shorten it.`
    place.field(column).report('TOO_LONG', message)
    return ''
  }
  if (value.includes('\u{fffd}')) {
    place.field(column).adopt({
      documentId: place.documentId,
      path: column,
      code: 'ROW_ENCODING',
      message:
        'Some bytes are not UTF-8. Save the file as UTF-8, or say what it is with --encoding, as in --encoding windows-1252.',
    })
    return ''
  }
  return value.trim().replace(FORMULA_MARK, '')
}

/** A column that must be there, read once per different value: files repeat them. */
const once = (column: Column, reader: Reader<string>): Reader<string> => {
  const known = new Map<string, string>()
  return (value, place) => {
    const text = typeof value === 'string' ? value : ''
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const problems: Problem[] = []
    const read = reader(text, new Place(place.documentId, problems, undefined, column))
    for (const problem of problems) place.adopt(problem)
    if (problems.length === 0 && known.size < CELL_MAX) known.set(text, read)
    return read
  }
}

const readCountry = once('country', (value, place) => country(String(value).toUpperCase(), place))
const readLanguage = once('language', language)
const readTimeZone = once('time_zone', timeZone)
const readTopic = once('topics', topic)

/** `;` between topics in a CSV; NDJSON may hold a list. */
const readTopics = (row: JsonObject, place: Place): readonly string[] => {
  const {topics: value} = row
  const given = Array.isArray(value) ? value : cell(row, 'topics', place).split(';')
  const names = given.map((name) => (typeof name === 'string' ? name.trim() : '?'))
  const distinct = [...new Set(names.filter((name) => name !== ''))]
  if (distinct.length > TOPICS_MAX) {
    const message = `${distinct.length} topics are more than the ${TOPICS_MAX} that a person can have. Remove some.`
    place.field('topics').report('TOO_MANY', message)
    return []
  }
  return distinct.map((name) => readTopic(name, place))
}

const missing = (place: Place, column: Column, mend: string): void =>
  place.field(column).report('MISSING', `There is no value. ${mend}`)

const readAddresses = (
  {email, phone, country: region}: Readonly<Record<'email' | 'phone' | 'country', string>>,
  place: Place,
): readonly Address[] => {
  const adopt = (column: Column, reading: AddressReading): readonly Address[] => {
    if (!('fault' in reading)) return [reading]
    place.adopt({documentId: place.documentId, path: column, ...reading.fault})
    return []
  }
  return [
    ...(email === '' ? [] : adopt('email', parseEmail(email))),
    ...(phone === '' ? [] : adopt('phone', parsePhone(phone, region))),
  ]
}

const isState = (text: string): text is SubscriberState =>
  SUBSCRIBER_STATES.some((state) => state === text)

const readState = (text: string, place: Place): SubscriberState => {
  if (text === '') return 'active'
  if (isState(text)) return text
  const message = `${JSON.stringify(text.slice(0, 80))} is no state. Write one of ${SUBSCRIBER_STATES.join(', ')}.`
  place.field('state').report('UNKNOWN_VALUE', message)
  return 'paused'
}

/** A day alone is taken as its beginning in UTC. */
const readConsentTime = (text: string, place: Place): Date => {
  const at = place.field('consent_at')
  const read = datetime(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text, at)
  const time = new Date(read)
  if (time.getTime() > Date.now() + 86_400_000) {
    at.report('INVALID_DATE', `${text} is still to come. Write when the consent was given.`)
  }
  return time
}

/** Everything that is wrong with the row is in `problems`, and then nothing of it is used. */
export const readRow = (
  value: unknown,
  line: number,
): {readonly subscribers: readonly NewSubscriber[]; readonly problems: readonly Problem[]} => {
  const problems: Problem[] = []
  const place = new Place(`line ${line}`, problems)
  const row = isObject(value) ? value : {}
  const text = (column: Column): string => cell(row, column, place)
  const [email, phone, source] = [text('email'), text('phone'), text('consent_source')]
  const [region, tongue, zone] = [text('country'), text('language'), text('time_zone')]
  const [consentAt, state] = [text('consent_at'), text('state')]
  // what a cell cannot be is told before what it says
  if (problems.length > 0) return {subscribers: [], problems}

  if (email === '' && phone === '') missing(place, 'email', 'Give an email, a phone or both.')
  if (region === '') missing(place, 'country', 'Write where the person lives, as in US.')
  if (tongue === '') missing(place, 'language', 'Write a language tag, as in en.')
  if (consentAt === '')
    missing(place, 'consent_at', 'Write when the person agreed, as in 2026-11-23.')
  if (source === '')
    missing(place, 'consent_source', 'Write where the person agreed, as in website form.')
  if (phone !== '' && zone === '') {
    missing(place, 'time_zone', 'Texts need it to keep the night quiet: write Europe/Madrid.')
  }
  const shared = {
    country: region === '' ? '' : readCountry(region, place),
    language: tongue === '' ? '' : readLanguage(tongue, place),
    timeZone: zone === '' ? NO_ZONE : readTimeZone(zone, place),
    topics: readTopics(row, place),
    state: readState(state, place),
    consent: {at: consentAt === '' ? NEVER : readConsentTime(consentAt, place), source},
  }
  const addresses = readAddresses({email, phone, country: shared.country}, place)
  if (problems.length > 0) return {subscribers: [], problems}
  return {subscribers: addresses.map((address) => ({address, ...shared})), problems}
}
