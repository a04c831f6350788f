/**
 * Mail addresses and phone numbers: sent to as they were given, compared by a key. Two spellings of
 * one mailbox (case, Unicode form, IDN in letters or in punycode) have one key; `a+b@` and `a.b@` are
 * other mailboxes than `a@` and `ab@`, for only their own server knows whether they are the same.
 */
import {domainToASCII} from 'node:url'
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import {codePointName, hiddenCharacter} from '../../content/clean.ts'
import type {SubscriberChannel} from '../store/schema.ts'

export interface Address {
  readonly channel: SubscriberChannel
  /** As it was given; a number is in E.164. */
  readonly address: string
  readonly key: string
  /** Domain of a mail address in ASCII; calling code of a number, as `+44`. */
  readonly destination: string
}

export interface Fault {
  readonly code: string
  /** What is wrong, then what to do about it. */
  readonly message: string
}

export type AddressReading = Address | {readonly fault: Fault}

// RFC 5321, 4.5.3.1: octets
const LOCAL_MAX = 64
const ADDRESS_MAX = 254

/** RFC 5322 dot-atom, with letters of every script (RFC 6531). Quoted local parts are not taken. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/

const shown = (text: string): string => JSON.stringify(text.slice(0, 80))

const hidden = (text: string): Fault | undefined => {
  // a plain space is seen well enough, and is told of as what it makes of the address
  const found = hiddenCharacter(text.replaceAll(' ', ''))
  if (found === undefined) return undefined
  return {
    code: 'HIDDEN_CHARACTER',
    message: `The value holds the character ${codePointName(found)}, which nobody can see. Type it again by hand.`,
  }
}

const invalidEmail = (text: string): {readonly fault: Fault} => ({
  fault: {
    code: 'INVALID_EMAIL',
    message: `${shown(text)} is not a mail address. Write it as name@host.example, without a display name.`,
  },
})

export const parseEmail = (given: string): AddressReading => {
  const address = given.trim()
  const fault = hidden(address)
  if (fault !== undefined) return {fault}
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0)).normalize('NFC')
  // gives '' for what is no domain
  const domain = domainToASCII(address.slice(at + 1)).toLowerCase()
  if (!LOCAL.test(local) || !DOMAIN.test(domain) || domain.length > ADDRESS_MAX)
    return invalidEmail(address)
  const octets = Buffer.byteLength(local)
  if (octets > LOCAL_MAX || octets + 1 + domain.length > ADDRESS_MAX) return invalidEmail(address)
  const key = `${local.normalize('NFKC').toLowerCase()}@${domain}`
  return {channel: 'email', address, key, destination: domain}
}

/** Kinds of number that cannot receive a text message. */
const NO_TEXTS: ReadonlySet<string> = new Set([
  'FIXED_LINE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'UAN',
  'VOICEMAIL',
  'PAGER',
])

const countryOf = (country: string): CountryCode | undefined =>
  isSupportedCountry(country) ? country : undefined

/** `country` is whose a number without `+` is. */
export const parsePhone = (given: string, country: string): AddressReading => {
  const text = given.trim()
  const region = countryOf(country)
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(region !== undefined && {defaultCountry: region}),
  })
  if (number === undefined || !number.isValid() || number.ext !== undefined) {
    return {
      fault: {
        code: 'INVALID_PHONE',
        message: `${shown(text)} is not a phone number that exists. Write it with its country, as +447400123456.`,
      },
    }
  }
  if (NO_TEXTS.has(number.getType() ?? '')) {
    return {
      fault: {
        code: 'PHONE_WITHOUT_TEXTS',
        message: `${number.number} is a line that receives no text messages. Give a mobile number.`,
      },
    }
  }
  const address: string = number.number
  const destination = `+${number.countryCallingCode}`
  return {channel: 'sms', address, key: address, destination}
}

/** Either kind, told apart by the `@`. */
export const parseAddress = (given: string, country: string): AddressReading =>
  given.includes('@') ? parseEmail(given) : parsePhone(given, country)
