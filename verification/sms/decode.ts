/** From the octets that go over the air back to text, and from a file's text to octets. */
import type {EncodedMessage} from '../../publishers/publisher.ts'
import {BASIC, ESCAPE, EXTENSION, septetsOf} from './alphabet.ts'

const octetsOf = (hex: string): readonly number[] | undefined =>
  /^(?:[0-9a-f]{2})*$/.test(hex)
    ? (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
    : undefined

const decodeGsm7 = (septets: readonly number[]): string | undefined => {
  let text = ''
  for (let index = 0; index < septets.length; index += 1) {
    const septet = septets[index] ?? 0
    if (septet > 0x7f) return undefined
    if (septet === ESCAPE) {
      index += 1
      const extended = EXTENSION.get(septets[index] ?? -1)
      if (extended === undefined) return undefined
      text += extended
    } else text += BASIC.charAt(septet)
  }
  return text
}

const decodeUcs2 = (octets: readonly number[]): string | undefined => {
  if (octets.length % 2 !== 0) return undefined
  let text = ''
  for (let index = 0; index < octets.length; index += 2) {
    text += String.fromCharCode((octets[index] ?? 0) * 256 + (octets[index + 1] ?? 0))
  }
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
  const octets = octetsOf(hex)
  if (octets === undefined) return undefined
  const text = encoding === 'gsm7' ? decodeGsm7(octets) : decodeUcs2(octets)
  if (text === undefined) return undefined
  return encoding === 'gsm7'
    ? {text, units: octets.length, limit: 160}
    : {text, units: octets.length / 2, limit: 70}
}

const hexOf = (numbers: readonly number[]): string =>
  numbers.map((number) => number.toString(16).padStart(2, '0')).join('')

/** How a gateway would encode the text: GSM 7-bit where every character allows, else UCS-2. */
export const encode = (text: string): EncodedMessage => {
  const septets = Array.from(text, septetsOf)
  const gsm7 = septets.flatMap((codes) => codes ?? [])
  if (septets.every((codes) => codes !== undefined)) {
    return {encoding: 'gsm7', hex: hexOf(gsm7), units: gsm7.length}
  }
  const units = Array.from({length: text.length}, (_, index) => text.charCodeAt(index))
  const octets = units.flatMap((unit) => [unit >> 8, unit & 0xff])
  return {encoding: 'ucs2', hex: hexOf(octets), units: units.length}
}
