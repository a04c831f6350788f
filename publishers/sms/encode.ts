/** Text as an SMS carries it: GSM 7-bit where every character has a place in it, else UCS-2. */
import type {EncodedMessage} from '../publisher.ts'
import {septetsOf} from './gsm7.ts'

export type Encoding = EncodedMessage['encoding']

/** What one single SMS holds: septets of 7 bits or units of 16, of 140 octets. */
export const CAPACITY: Readonly<Record<Encoding, number>> = {gsm7: 160, ucs2: 70}

/** The first character that GSM 7-bit has no place for. */
export const foreignCharacter = (text: string): string | undefined =>
  Array.from(text).find((character) => septetsOf(character) === undefined)

const septets = (text: string): readonly number[] =>
  Array.from(text).flatMap((character) => septetsOf(character) ?? [])

/** Of `text` in this encoding; a text that GSM 7-bit cannot hold has no septets to count. */
export const unitsOf = (text: string, encoding: Encoding): number =>
  encoding === 'ucs2' ? text.length : septets(text).length

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** Nothing is transliterated, replaced or cut here. */
export const encode = (text: string): EncodedMessage => {
  const encoding = foreignCharacter(text) === undefined ? 'gsm7' : 'ucs2'
  const codes =
    encoding === 'gsm7'
      ? septets(text).map((code) => hex(code, 2))
      : Array.from({length: text.length}, (_, index) => hex(text.charCodeAt(index), 4))
  return Object.freeze({encoding, hex: codes.join(''), units: codes.length})
}
