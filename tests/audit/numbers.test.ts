import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {dialOf, isSameNumber, numberPattern, numbersIn} from '../../audit/judge/numbers.ts'
import {plainPiece} from '../../audit/judge/plain.ts'

const shows = (text: string, dial: string): boolean => numberPattern(dial).test(plainPiece(text))

const SHOWN = [
  ['Call 988 now', '988'],
  ['9-8-8', '988'],
  ['(988)', '988'],
  ['116 123', '116123'],
  ['116-123.', '116123'],
  ['13 11 14', '131114'],
  ['1-800-662-4357', '+18006624357'],
  ['(800) 662-4357', '+18006624357'],
  ['+1 800 662 4357', '+18006624357'],
  ['001.800.662.4357', '+18006624357'],
  ['800·662·4357', '+18006624357'],
  ['0800 111 0 111', '+498001110111'],
  ['+49 (0)800 1110111', '+498001110111'],
  ['0477 13 11 14', '+61477131114'],
  ['1\u{2011}800\u{a0}662\u{2013}4357', '+18006624357'],
  ['٩٨٨', '988'],
  ['१४४१६', '14416'],
  ['9\u{200b}8\u{200b}8', '988'],
] as const

const NOT_SHOWN = [
  ['9881', '988'],
  ['1988', '988'],
  ['$988', '988'],
  ['9.88', '988'],
  ['on 9/11', '911'],
  ['9:11', '911'],
  ['988%', '988'],
  ['555-988', '988'],
  ['1-800-662-4375', '+18006624357'],
  ['1-800-662-43570', '+18006624357'],
  ['116 1234', '116123'],
  ['17.37', '1737'],
] as const

describe('a number in text', () => {
  it.each(SHOWN)('%j shows %s', (text, dial) => {
    expect(shows(text, dial)).toBe(true)
  })

  it.each(NOT_SHOWN)('%j does not show %s', (text, dial) => {
    expect(shows(text, dial)).toBe(false)
  })

  it('is found in any grouping, and with two digits swapped is not', () => {
    const digits = fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/)
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '.'), {minLength: 10, maxLength: 10})
    const place = fc.nat({max: 8})
    fc.assert(
      fc.property(digits, gaps, place, (national, between, at) => {
        const write = (text: string): string =>
          [...text].map((digit, index) => `${index === 0 ? '' : between[index]}${digit}`).join('')
        const swapped = `${national.slice(0, at)}${national[at + 1]}${national[at]}${national.slice(at + 2)}`
        expect(shows(`Call ${write(national)}, free`, `+1${national}`)).toBe(true)
        expect(shows(`Call ${write(swapped)}, free`, `+1${national}`)).toBe(swapped === national)
      }),
    )
  })
})

describe('links', () => {
  it.each([
    ['tel:988', {way: 'tel', dial: '988'}],
    ['TEL:+1-800-662-4357', {way: 'tel', dial: '+18006624357'}],
    ['tel:%2B1800;ext=3', {way: 'tel', dial: '+1800'}],
    ['sms:741741?body=HOME', {way: 'sms', dial: '741741'}],
    ['sms:741741&body=HOME', {way: 'sms', dial: '741741'}],
    ['tel:1-800-662-HELP', {way: 'tel', dial: '18006624357'}],
    ['tel:%E0%A5%A7%E0%A5%AA', {way: 'tel', dial: '14'}],
    ['tel:', undefined],
    ['tel://988', {way: 'tel', dial: '988'}],
    ['https://988lifeline.org', undefined],
  ])('%s', (href, expected) => {
    expect(dialOf(href)).toEqual(expected)
  })

  it.each([
    ['8006624357', '+18006624357', true],
    ['18006624357', '+18006624357', true],
    ['0018006624357', '+18006624357', true],
    ['988', '988', true],
    ['998', '988', false],
    ['', '988', false],
  ])('%s dials %s: %s', (found, dial, isSame) => {
    expect(isSameNumber(found, dial)).toBe(isSame)
  })
})

describe('what a reader may take for a number', () => {
  it('is no year, time, price or date', () => {
    const text = 'Since 1998, 24/7, 09:00-17:00, $500, 3.5 of 10, 12%'
    expect(numbersIn(text)).toEqual([])
    expect(numbersIn('Ring 555 0142 or 988').map((each) => each.text)).toEqual(['555 0142', '988'])
  })
})
