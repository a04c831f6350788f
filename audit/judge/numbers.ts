/** Phone numbers as data: the ways in which people write one, found in text of any spacing. */
import {parsePhoneNumberFromString} from 'libphonenumber-js/min'
import {decodedUri, plainPiece} from './plain.ts'

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** As it may be keyed in, longest first: with country code, with a trunk 0, without either. */
const digitForms = (dial: string): readonly string[] => {
  if (!dial.startsWith('+')) return [dial]
  const parsed = parsePhoneNumberFromString(dial)
  const code = parsed?.countryCallingCode ?? ''
  const national = digitsOf(dial).slice(code.length)
  const bare = [`${code}0${national}`, `${code}${national}`, `0${national}`]
  return code === '' ? [digitsOf(dial)] : [...bare, national]
}

/** A digit before or after would make it another number; so would a date, a time or a price. */
const BEFORE = String.raw`(?<![\d#$£€]|\d[-.,:/]|&#)`
const AFTER = String.raw`(?![\d%]|[-.,:/]\d)`

/** Short codes are also years, amounts and times: their digits stand together or all apart alike. */
const patternOf = (digits: string): string => {
  const each = [...digits]
  if (digits.length <= 4) return ['', '-', ' '].map((gap) => each.join(gap)).join('|')
  // longer ones are grouped in every way there is
  return each.join(String.raw`[ ().·/-]{0,3}`)
}

/** Matches a number in plain text (plain.ts), whatever its spacing. Global: for `matchAll`. */
export const numberPattern = (dial: string): RegExp => {
  const international = dial.startsWith('+') ? String.raw`(?:\+\s?|00\s?)?(?:\(\s?)?` : ''
  const forms = digitForms(dial).map(patternOf).join('|')
  return new RegExp(`${BEFORE}${international}(?:${forms})${AFTER}`, 'g')
}

/** Letters of a telephone's keys (ITU-T E.161), from A. */
const KEYS = '22233344455566677778889999'

const keyed = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => KEYS.charAt(letter.toLowerCase().charCodeAt(0) - 97))

/** `tel:` and `sms:` alone; digits with a leading `+` where there is one (RFC 3966, RFC 5724). */
export const dialOf = (
  href: string,
): {readonly way: 'tel' | 'sms'; readonly dial: string} | undefined => {
  const [, scheme, rest] = /^(tel|sms|smsto|callto):(?:\/\/)?(.*)$/is.exec(href) ?? []
  if (scheme === undefined || rest === undefined) return undefined
  const number = keyed(plainPiece(decodedUri(rest.replace(/[?;&].*$/s, ''))))
  const dial = `${/^\s*\+/.test(number) ? '+' : ''}${digitsOf(number)}`
  if (digitsOf(dial) === '') return undefined
  return {way: scheme.toLowerCase().startsWith('sms') ? 'sms' : 'tel', dial}
}

/** Whether both reach the same line: `8006624357` is `+18006624357`. */
export const isSameNumber = (found: string, dial: string): boolean => {
  const digits = digitsOf(found).replace(/^00/, '')
  return digits === digitsOf(dial) || (digits.length > 6 && digitForms(dial).includes(digits))
}

export interface NumberInText {
  readonly text: string
  readonly start: number
}

const PHONE_LIKE = /(?<![\d#$£€.,:/]|&#)\+?\(?\d(?:[\s().-]{0,2}\d){2,14}(?![\d%:]|[.,/]\d)/g

/** Four digits by themselves that are a year, and everyday figures. */
const isFigure = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

/** Whatever a reader may take for a number to dial: three digits or more. */
export const numbersIn = (text: string): readonly NumberInText[] =>
  [...text.matchAll(PHONE_LIKE)]
    .map((match) => ({text: match[0].trim(), start: match.index}))
    .filter((each) => !isFigure(each.text))
