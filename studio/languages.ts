/** Countries and languages that a crisis notice can be for, with the names editors know them by. */
import {noticeWording} from '../crisis-notice/wording.ts'
import {countryCode} from '../schemas/rules/codes.ts'

export interface Named {
  readonly code: string
  readonly name: string
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`))

const named = (codes: readonly string[], type: 'region' | 'language'): readonly Named[] => {
  const names = new Intl.DisplayNames('en', {type})
  return codes
    .map((code) => ({code, name: names.of(code) ?? code}))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** ISO 3166-1. */
export const countries = (): readonly Named[] =>
  named(
    PAIRS.map((pair) => pair.toUpperCase()).filter((code) => countryCode(code) === true),
    'region',
  )

/** Those that Throwline has the fixed words of a notice in. */
export const noticeLanguages = (): readonly Named[] =>
  named(
    PAIRS.filter((code) => noticeWording(code) !== undefined),
    'language',
  )
