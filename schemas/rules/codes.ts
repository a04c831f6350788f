/** Rules for values that machines read. */
import {advise, type Verdict} from '../verdict.ts'

const matching =
  (valid: (text: string) => boolean, advice: string) =>
  (text: string | undefined): Verdict =>
    text === undefined || text === '' || valid(text) ? true : advise(advice)

const canonicalTag = (text: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

/** BCP 47, in its canonical spelling. Longer first subtags are well-formed, but there are none. */
export const languageTag = (text: string | undefined): Verdict => {
  if (text === undefined || text === '') return true
  const tag = canonicalTag(text)
  if (tag === undefined || !/^[a-z]{2,3}(?:-|$)/.test(tag)) {
    return advise('Write the language as its tag, such as en, es or pt-BR.')
  }
  return tag === text ? true : advise(`Write the language as ${tag}.`)
}

const regions = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'})

/** Regions of Unicode's CLDR that are no countries. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

/** ISO 3166-1 alpha-2; `UK` is an alias of GB, and so none. */
export const countryCode = matching(
  (text) =>
    /^[A-Z]{2}$/.test(text) &&
    !NOT_COUNTRIES.has(text) &&
    regions.of(text) !== undefined &&
    new Intl.Locale(`und-${text}`).region === text,
  'Write the country as its two capital letters, such as US, GB or ES.',
)

const knowsTimeZone = (text: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: text}).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const timeZone = matching(
  knowsTimeZone,
  'Write the time zone as continent and city, such as America/New_York or Europe/Madrid.',
)

/** HH:MM, 24-hour clock; 24:00 is midnight at the end of the day. */
export const clock = matching(
  (text) => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text),
  'Write the time with two digits each, such as 09:30 or 17:00.',
)

export const mailAddress = matching(
  (text) =>
    text.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/i.test(text),
  'Write one mail address, such as letters@health.example.',
)

/** RFC 2919, without the angle brackets. */
export const listId = matching(
  (text) => text.length <= 255 && /^(?:[a-z0-9_-]+\.)+[a-z0-9-]+$/i.test(text),
  'Write the list id like a host name, such as digest.health.example.',
)

export const doi = matching(
  (text) => /^10\.\d{4,9}\/[^\s"<>]+$/.test(text),
  'Write the DOI from its 10. on, such as 10.1002/da.22536, without https://doi.org/ before it.',
)

export const pmid = matching(
  (text) => /^[1-9]\d{0,7}$/.test(text),
  'Write only the digits of the PubMed id, such as 34618598.',
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

/** The form of an anchor: part of an address, so letters that every browser shows as they are. */
export const anchorForm = (slug: {readonly current?: string} | undefined): Verdict => {
  const text = slug?.current ?? ''
  return text === '' || (SLUG.test(text) && text.length <= 96)
    ? true
    : advise(
        'Use only small letters a to z, digits and single hyphens, at most 96, such as sleeping-better.',
      )
}

/** The form of a page's slug. */
export const slugForm = (slug: {readonly current?: string} | undefined): Verdict => {
  const text = slug?.current ?? ''
  return RESERVED.has(text)
    ? advise(`The site uses /${text}/ itself. Choose another address.`)
    : anchorForm(slug)
}
