/** A number as shown and as dialled, which must be the same number. */
import type {Phone} from '../model.ts'
import {dial} from './codes.ts'
import type {Place} from './place.ts'
import {object, type Reader} from './reader.ts'
import {line} from './text.ts'

/** Letters of a telephone's keys (ITU-T E.161). */
const KEYS: readonly (readonly [RegExp, string])[] = [
  [/[abc]/gi, '2'],
  [/[def]/gi, '3'],
  [/[ghi]/gi, '4'],
  [/[jkl]/gi, '5'],
  [/[mno]/gi, '6'],
  [/[pqrs]/gi, '7'],
  [/[tuv]/gi, '8'],
  [/[wxyz]/gi, '9'],
]

const digits = (text: string): string => text.replace(/\D/g, '')

const spelled = (text: string): string =>
  KEYS.reduce((numbers, [letters, key]) => numbers.replace(letters, key), text)

/** Digits of other scripts, as in Arabic or Hindi text, in ASCII. */
const ascii = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    let zero = point
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero--
    return String(point - zero)
  })

/** Short codes must stand as they are; an E.164 number may be shown without its country code. */
const names = (shown: string, number: string): boolean => {
  if (!number.startsWith('+')) return shown === number
  const national = shown.replace(/^0+/, '')
  return national.length >= 5 && digits(number).endsWith(national)
}

/** Whether a reader who keys in what is displayed reaches the number. */
export const displays = (display: string, number: string): boolean => {
  const plain = ascii(display).replaceAll('(0)', '')
  const runs = plain.split(/[^\d\s().+/-]+/).map(digits)
  return [digits(plain), digits(spelled(plain)), ...runs].some((shown) => names(shown, number))
}

const checkDisplay = ({display, dial: number}: Phone, place: Place): void => {
  if (display === '' || number === '' || displays(display, number)) return
  place.report(
    'DISPLAY_MISMATCH',
    `Readers see ${display}, but ${number} would be dialled. Make both the same number.`,
  )
}

export const phone: Reader<Phone> = (value, place) => {
  const read = object<Phone>((fields) => ({
    display: fields.required('display', line({max: 40})),
    dial: fields.required('dial', dial),
  }))(value, place)
  checkDisplay(read, place.field('display'))
  return read
}
