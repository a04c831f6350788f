/** Rules for telephone numbers: what is dialled, and that readers see the same number. */
import {fieldsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'

const DIAL = /^(?:\+[1-9]\d{6,14}|\d{2,6})$/

/** E.164 (`+18006624357`) or a short code of 2 to 6 digits (`988`). */
export const dialable = (text: string | undefined): Verdict =>
  text === undefined || text === '' || DIAL.test(text)
    ? true
    : advise(
        'Write + and the country code without spaces, such as +18006624357, or a short number of 2 to 6 digits, such as 988.',
      )

/** Letters of a telephone's keys (ITU-T E.161). */
const KEYPAD: ReadonlyMap<string, string> = new Map(
  ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'].flatMap((letters, index) =>
    Array.from(letters, (letter) => [letter, String(index + 2)] as const),
  ),
)

const asciiDigit = (digit: string): string => {
  const point = digit.codePointAt(0) ?? 0
  // a script's ten digits stand together, from zero to nine (Unicode, section 4.6)
  let zero = point
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(point - zero)
}

const digits = (text: string): string => text.replace(/\D/g, '')

const spelled = (text: string): string =>
  Array.from(text.toLowerCase(), (letter) => KEYPAD.get(letter) ?? letter).join('')

const isShown = (shown: string, dial: string): boolean => {
  if (!dial.startsWith('+')) return shown === dial
  const national = shown.replace(/^0+/, '')
  return national.length >= 5 && digits(dial).endsWith(national)
}

/** Whether somebody who keys in what is displayed reaches the number. */
export const showsNumber = (display: string, dial: string): boolean => {
  const plain = display.replace(/\p{Nd}/gu, asciiDigit).replaceAll('(0)', '')
  const runs = plain.split(/[^\d\s().+/-]+/).map(digits)
  return [digits(plain), digits(spelled(plain)), ...runs].some((shown) => isShown(shown, dial))
}

/** For a phone's `display`: compares it with the `dial` beside it. */
export const sameNumber = (display: string | undefined, parent: unknown): Verdict => {
  const shown = textOf(display)
  const dial = textOf(fieldsOf(parent)['dial'])
  return shown === '' || dialable(dial) !== true || dial === '' || showsNumber(shown, dial)
    ? true
    : advise(`Readers would see ${shown} and reach ${dial}. Make both the same number.`)
}
