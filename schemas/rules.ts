/** Rules that several fields share. Each answers `true`, or what the editor should do. */
import {foreignTo, septets} from './gsm7.ts'

type Verdict = true | string

const BIDI = /[\u202A-\u202E\u2066-\u2069]/
const LINE_BREAK = /[\r\n\u2028\u2029]/

/** Titles, subjects and names end in mail headers and SMS: one line, no direction tricks. */
export const oneLine = (value: string | undefined): Verdict => {
  if (value === undefined) return true
  if (LINE_BREAK.test(value)) return 'Write this on one line: remove the line break.'
  if (BIDI.test(value)) return 'Remove the invisible text-direction characters; type the text anew.'
  return true
}

/** Fits `limit` septets of GSM 7-bit text. */
export const gsm7 =
  (limit: number) =>
  (value: string | undefined): Verdict => {
    if (value === undefined) return true
    const used = septets(value)
    if (used === undefined) {
      return `"${foreignTo(value)}" is not in the SMS alphabet. Replace it by a plain character.`
    }
    return used <= limit ? true : `${used} of ${limit} SMS characters. Shorten it.`
  }

/** GSM 7-bit within `limit` septets, or any script within `units` UCS-2 units. */
export const smsText =
  (limit: number, units: number) =>
  (value: string | undefined): Verdict => {
    if (value === undefined) return true
    if (septets(value) !== undefined) return gsm7(limit)(value)
    if (value.length <= units) return true
    return `${value.length} of ${units} characters in this script. Shorten it, or write it in the plain SMS alphabet (${limit} characters).`
  }

const E164 = /^\+[1-9]\d{6,14}$/
const SHORT_CODE = /^\d{2,6}$/

export const dialable = (value: string | undefined): Verdict =>
  value === undefined || E164.test(value) || SHORT_CODE.test(value)
    ? true
    : 'Write the number as +18006624357 (country code, no spaces), or as a short code of 2 to 6 digits.'

export const languageTag = (value: string | undefined): Verdict => {
  if (value === undefined) return true
  try {
    return Intl.getCanonicalLocales(value)[0] === value
      ? true
      : `Write the language tag as ${Intl.getCanonicalLocales(value)[0]}.`
  } catch {
    return 'Write a language tag such as en, es or pt-BR.'
  }
}

export const countryCode = (value: string | undefined): Verdict =>
  value === undefined || /^[A-Z]{2}$/.test(value)
    ? true
    : 'Write the country as two capital letters, such as US or GB.'

export const httpsUrl = (value: string | undefined): Verdict =>
  value === undefined || /^https:\/\/[^\s]+$/.test(value)
    ? true
    : 'Write a full address that starts with https://.'

const SCHEMES = /^(?:https?:\/\/|mailto:|tel:|sms:|\/(?!\/))/

export const linkTarget = (value: string | undefined): Verdict =>
  value === undefined || SCHEMES.test(value)
    ? true
    : 'Link to https://, mailto:, tel:, sms: or a page of this site that starts with /.'

export const bareDoi = (value: string | undefined): Verdict =>
  value === undefined || /^10\.\d{4,9}\/\S+$/.test(value)
    ? true
    : 'Write the DOI bare: it starts with 10. and has no https://doi.org/ before it.'
