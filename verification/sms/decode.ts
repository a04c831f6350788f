/** From the octets that go over the air back to text, and from a file's text to octets. */
import type {EncodedMessage} from '../../publishers/publisher.ts'
import {BASIC, ESCAPE, EXTENSION, septetsOf} from './alphabet.ts'

/** Groups of hex digits as numbers; `undefined` when they do not come out even. */
const numbersOf = (hex: string, digits: 2 | 4): readonly number[] | undefined =>
  /^[0-9a-f]*$/.test(hex) && hex.length % digits === 0
    ? Array.from({length: hex.length / digits}, (_, index) =>
        Number.parseInt(hex.slice(index * digits, (index + 1) * digits), 16),
      )
    : undefined

const decodeGsm7 = (septets: readonly number[]): string | undefined => {
  let text = ''
  let escaped = false
  for (const septet of septets) {
    const character = escaped ? EXTENSION.get(septet) : BASIC[septet]
    if (character === undefined) return undefined
    escaped = !escaped && septet === ESCAPE
    if (!escaped) text += character
  }
  return escaped ? undefined : text
}

const decodeUcs2 = (units: readonly number[]): string | undefined => {
  const text = units.map((unit) => String.fromCharCode(unit)).join('')
  return text.isWellFormed() ? text : undefined
}

export interface Decoded {
  readonly text: string
  /** Septets or UCS-2 units, counted here. */
  readonly units: number
  /** 160 or 70: what one SMS holds. */
  readonly limit: number
}

/** `undefined` for octets that no phone could show. */
export const decode = ({encoding, hex}: EncodedMessage): Decoded | undefined => {
  const isGsm7 = encoding === 'gsm7'
  const units = numbersOf(hex, isGsm7 ? 2 : 4)
  if (units === undefined) return undefined
  const text = isGsm7 ? decodeGsm7(units) : decodeUcs2(units)
  if (text === undefined) return undefined
  return {text, units: units.length, limit: isGsm7 ? 160 : 70}
}

const hexOf = (numbers: readonly number[], digits: 2 | 4): string =>
  numbers.map((number) => number.toString(16).padStart(digits, '0')).join('')

/** How a gateway would encode the text: GSM 7-bit where every character allows, else UCS-2. */
export const encode = (text: string): EncodedMessage => {
  const septets = Array.from(text, septetsOf)
  const known = septets.filter((codes) => codes !== undefined)
  if (known.length === septets.length) {
    const gsm7 = known.flat()
    return {encoding: 'gsm7', hex: hexOf(gsm7, 2), units: gsm7.length}
  }
  const units = Array.from({length: text.length}, (_, index) => text.charCodeAt(index))
  return {encoding: 'ucs2', hex: hexOf(units, 4), units: units.length}
}
