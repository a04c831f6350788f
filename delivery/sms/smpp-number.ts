/** Numbers as SMPP writes them: digits, with a type (TON) and a plan (NPI) beside (3.4 5.2.5, 5.2.6). */
import {type CountryCode, parsePhoneNumberFromString} from 'libphonenumber-js'

export interface SmppAddress {
  readonly ton: number
  readonly npi: number
  readonly address: string
}

const INTERNATIONAL = 1
const NETWORK_SPECIFIC = 3
const ALPHANUMERIC = 5
const E164_PLAN = 1

/** E.164, a short code, or a name of up to 11 characters. */
export const smppAddress = (number: string): SmppAddress => {
  if (number.startsWith('+'))
    return Object.freeze({ton: INTERNATIONAL, npi: E164_PLAN, address: number.slice(1)})
  const ton = /^\d+$/.test(number) ? NETWORK_SPECIFIC : ALPHANUMERIC
  return Object.freeze({ton, npi: 0, address: number})
}

/**
 * E.164 where it can be told: SMSCs write numbers with or without plus, and some call what is
 * international "unknown". `country`: of a number that is written as at home.
 */
export const e164 = (address: string, ton: unknown, country?: CountryCode): string => {
  const digits = address.replace(/^\+|^00/, '')
  const asInternational = parsePhoneNumberFromString(`+${digits}`)
  if (ton === INTERNATIONAL || address.startsWith('+')) return `+${digits}`
  const atHome = country === undefined ? undefined : parsePhoneNumberFromString(address, country)
  if (atHome?.isValid() === true) return atHome.number
  return asInternational?.isValid() === true ? asInternational.number : address
}
