/** Readers of values that machines read: never cleaned, refused when anything hides in them. */
import {codePointName, hiddenCharacter} from '../clean.ts'
import type {ProblemCode} from '../problem-codes.ts'
import type {Place} from './place.ts'
import {type Reader, reportType} from './reader.ts'

/** Text without hidden characters; `valid` is asked only about such text. */
export const code =
  (problem: ProblemCode, expected: string, valid: (text: string) => boolean): Reader<string> =>
  (value, place) => {
    if (typeof value !== 'string') {
      reportType(value, place, expected)
      return ''
    }
    if (!refusesHidden(value, place) && !valid(value)) {
      place.report(
        problem,
        `${JSON.stringify(value.slice(0, 120))} is not ${expected}. Enter ${expected}.`,
      )
    }
    return value
  }

/** Reports a hidden character. */
export const refusesHidden = (value: string, place: Place): boolean => {
  const hidden = hiddenCharacter(value)
  if (hidden === undefined) return false
  place.report(
    'HIDDEN_CHARACTER',
    `The value holds the character ${codePointName(hidden)}, which nobody can see. Type it again by hand.`,
  )
  return true
}

/** Longer first subtags are well-formed, but there are none; and a language is a folder, as `assets` is. */
const languageNames = (tag: string): readonly string[] => {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag) : []
  } catch {
    return []
  }
}

/** Of a dataset, which has few; asking takes 3 µs. A name follows from the tag alone. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 1000

const knownNames = (tag: string): readonly string[] => {
  const names = known.get(tag) ?? languageNames(tag)
  if (known.size < MOST_KNOWN && tag.length < 64) known.set(tag, names)
  return names
}

/** BCP 47, in canonical case: `en`, `pt-BR`. */
export const language: Reader<string> = (value, place) => {
  const tag = code(
    'INVALID_LANGUAGE',
    'a BCP 47 language tag such as en or pt-BR',
    (text) => knownNames(text).length === 1,
  )(value, place)
  return knownNames(tag)[0] ?? tag
}

const regions = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'})

/** Regions of Unicode's CLDR that are no countries. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

/** `UK` is an alias of GB, and so none. */
const isCountry = (text: string): boolean =>
  /^[A-Z]{2}$/.test(text) &&
  !NOT_COUNTRIES.has(text) &&
  regions.of(text) !== undefined &&
  new Intl.Locale(`und-${text}`).region === text

/** ISO 3166-1 alpha-2, upper case. */
export const country = code(
  'INVALID_COUNTRY',
  'an ISO 3166-1 country code in capitals such as US or GB',
  isCountry,
)

/** A day that every month has: no calendar is asked. */
const EARLY_DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])`
const EARLY_DATE = new RegExp(`^${EARLY_DAY}$`)

const isDate = (text: string): boolean => {
  if (EARLY_DATE.test(text)) return true
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** YYYY-MM-DD. */
export const date = code('INVALID_DATE', 'a date such as 2026-11-23', isDate)

const DATETIME =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

const isDatetime = (text: string): boolean => {
  const day = DATETIME.exec(text)?.[1]
  return day !== undefined && isDate(day) && !Number.isNaN(Date.parse(text))
}

/** As it is given back, which is as the Studio writes it. */
const PLAIN_DATETIME = new RegExp(
  String.raw`^${EARLY_DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.(?!000)\d{3})?Z$`,
)

/** RFC 3339, given back in UTC, without a fraction of zero. */
export const datetime: Reader<string> = (value, place) => {
  if (typeof value === 'string' && PLAIN_DATETIME.test(value)) return value
  const read = code('INVALID_DATE', 'a time such as 2026-11-23T09:00:00Z', isDatetime)
  const text = read(value, place)
  return isDatetime(text) ? new Date(text).toISOString().replace('.000Z', 'Z') : text
}

/** HH:MM, 24-hour clock; closing time may be 24:00. */
export const clock = code('INVALID_FORMAT', 'a time such as 09:30', (text) =>
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text),
)

const isTimeZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: text}).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const timeZone = code(
  'INVALID_TIME_ZONE',
  'an IANA time zone such as America/New_York',
  isTimeZone,
)

/** E.164 (`+18006624357`) or a short code of 2 to 6 digits (`988`). */
export const dial = code(
  'INVALID_NUMBER',
  'a number to dial: + and 7 to 15 digits without spaces, or a short code of 2 to 6 digits',
  (text) => /^(?:\+[1-9]\d{6,14}|\d{2,6})$/.test(text),
)

/** First parts of addresses that the site, its mails and its server need themselves. */
export const RESERVED: ReadonlySet<string> = new Set([
  'assets',
  'digest',
  'help',
  'partner',
  'preferences',
  'studio',
  'subscribe',
  'unsubscribe',
])

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The `current` of a slug; part of a path, a file name and an address. */
export const slugText = code(
  'INVALID_SLUG',
  'a slug: lower-case letters a to z, digits and single hyphens, at most 96',
  (text) => SLUG.test(text) && text.length <= 96,
)

export const isReservedSlug = (slug: string): boolean => RESERVED.has(slug)

/** One address, local part and host; no display name (RFC 5322, addr-spec without comments and quotes). */
export const email = code(
  'INVALID_EMAIL',
  'a mail address such as letters@health.example',
  (text) =>
    text.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/i.test(text),
)

/** RFC 2919: `digest.health.example`, without the angle brackets. */
export const listId = code(
  'INVALID_FORMAT',
  'a list id such as digest.health.example',
  (text) => text.length <= 255 && /^(?:[a-z0-9_-]+\.)+[a-z0-9-]+$/i.test(text),
)

/** Bare: `10.1000/182`. */
export const doi = code('INVALID_FORMAT', 'a bare DOI such as 10.1000/182', (text) =>
  /^10\.\d{4,9}\/[^\s"<>]+$/.test(text),
)

export const pmid = code('INVALID_FORMAT', 'a PubMed id: 1 to 8 digits', (text) =>
  /^[1-9]\d{0,7}$/.test(text),
)
