import {describe, expect, it} from 'vitest'
import {linkText} from '../../../publishers/text/links.ts'

const ORIGIN = 'https://health.example'

const shown = (text: string, href: string): string => linkText(text, href, ORIGIN)

describe('a number in a link', () => {
  /** Each text says its number already. */
  const SAID: readonly (readonly [text: string, href: string])[] = [
    ['988', 'tel:988'],
    ['call 988.', 'tel:988'],
    ['988 (24 hours)', 'tel:988'],
    ['988 24/7', 'tel:988'],
    ['988 or 911', 'tel:911'],
    ['open 24/7: 988', 'tel:988'],
    ['1-800-662-4357', 'tel:+18006624357'],
    ['(800) 662 - 4357 (24 hours)', 'tel:+18006624357'],
    ['+44 (0)20 7946 0018', 'tel:+442079460018'],
    ['020 7946 0018', 'tel:+442079460018'],
    ['text HOME to 741741 (24/7)', 'sms:741741?body=HOME'],
  ]

  it.each(SAID)('%s is not said twice', (text, href) => {
    expect(shown(text, href)).toBe(text)
  })

  /** None of these tells the reader what to dial. */
  const UNSAID: readonly (readonly [text: string, href: string, whole: string])[] = [
    ['call now', 'tel:988', 'call now (988)'],
    ['19885', 'tel:988', '19885 (988)'],
    ['988 555 1234', 'tel:988', '988 555 1234 (988)'],
    ['1-988-555-1234', 'tel:988', '1-988-555-1234 (988)'],
    ['8 800 662 4357', 'tel:+18006624357', '8 800 662 4357 (+18006624357)'],
    ['4357', 'tel:+18006624357', '4357 (+18006624357)'],
    ['741741', 'sms:741741?body=HOME', '741741 (HOME > 741741)'],
  ]

  it.each(UNSAID)('%s brings its number', (text, href, whole) => {
    expect(shown(text, href)).toBe(whole)
  })
})

describe('an address in a link', () => {
  it('is said once', () => {
    expect(shown('https://example.org/', 'https://example.org')).toBe('https://example.org/')
    expect(shown('the trial ', 'https://example.org')).toBe('the trial (https://example.org) ')
    expect(shown('sleep', '/sleep/')).toBe('sleep (https://health.example/sleep/)')
    expect(shown('Write to A@b.example', 'mailto:a@b.example')).toBe('Write to A@b.example')
    expect(shown('', 'https://example.org')).toBe('https://example.org')
  })
})
