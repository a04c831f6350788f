import {describe, expect, it} from 'vitest'
import type {EncodedMessage} from '../../publishers/publisher.ts'
import {expectedNotice} from '../../verification/expected.ts'
import {decode, encode} from '../../verification/sms/decode.ts'
import {smsReason} from '../../verification/sms/sms.ts'
import {book, expectation, notice} from './artefacts.ts'

const expected = expectedNotice(book, expectation)
const text = `Lantern: ${notice.smsText} Sleep`
const one = encode(text)
const reason = (said: string, messages?: readonly EncodedMessage[]): string | undefined =>
  smsReason(said, messages, expected)

describe('SMS octets', () => {
  it('decode as 3GPP TS 23.038 says', () => {
    const gsm7 = (hex: string) => decode({encoding: 'gsm7', hex, units: 0})
    const ucs2 = (hex: string) => decode({encoding: 'ucs2', hex, units: 0})
    expect(gsm7('48656c6c6f00')).toEqual({text: 'Hello@', units: 6, limit: 160})
    expect(gsm7('1b0a1b141b281b291b2f1b3c1b3d1b3e1b401b65')).toEqual({
      text: '\f^{}\\[~]|€',
      units: 20,
      limit: 160,
    })
    expect(gsm7('7f')).toEqual({text: 'à', units: 1, limit: 160})
    expect(gsm7('')).toEqual({text: '', units: 0, limit: 160})
    expect(ucs2('0041d83dde00')).toEqual({text: 'A😀', units: 3, limit: 70})
    for (const hex of [
      '80',
      'ff',
      '1b',
      '411b',
      '1b1b',
      '1b41',
      '1b1b65',
      '4',
      '414',
      '4g',
      'x41',
      '41x',
      '4A',
    ]) {
      expect(gsm7(hex), hex).toBe(undefined)
    }
    for (const hex of ['41', '004', '00410', 'd83d', 'de00', '004100', '00 41', 'g041', '0041\n']) {
      expect(ucs2(hex), hex).toBe(undefined)
    }
  })

  it('are what a gateway would send', () => {
    expect(encode('A€')).toEqual({encoding: 'gsm7', hex: '411b65', units: 3})
    expect(encode('@ ')).toEqual({encoding: 'gsm7', hex: '0020', units: 2})
    expect(encode('')).toEqual({encoding: 'gsm7', hex: '', units: 0})
    expect(encode('Aé€ع')).toEqual({encoding: 'ucs2', hex: '004100e920ac0639', units: 4})
    expect(encode('\u001b').encoding).toBe('ucs2')
  })

  it('must say what the text says', () => {
    expect(reason(text, [one])).toBe(undefined)
    expect(reason(`${text}\n`, [one])).toBe(undefined)
    expect(reason(text)).toBe(undefined)
    const other = 'in message 1 its octets say something else than its text'
    expect(reason(text, [encode(`${text}!`)])).toBe(other)
    expect(reason(text, [{...one, hex: 'zz'}])).toBe(other)
    expect(reason(text, [{...one, hex: `${one.hex}80`}])).toBe(other)
    const many = 'its octets are of other messages than its text'
    expect(reason(text, [])).toBe(many)
    expect(reason(text, [one, one])).toBe(many)
    expect(reason(`${text}\n%%\n${text}`, [encode(`${text}\n%%\n${text}`)])).toBe(many)
  })

  it('must be counted right, and fit', () => {
    const {units} = one
    expect(reason(text, [{...one, units: units + 1}])).toBe(
      `in message 1 it says ${units + 1} units, and uses ${units}`,
    )
    const fill = (length: number): string => `${notice.smsText} ${'x'.repeat(length)}`
    const used = notice.smsText.length + 1
    expect(reason(fill(160 - used))).toBe(undefined)
    expect(reason(fill(161 - used))).toBe(
      'in message 1 it takes 161 of 160 units: more than one SMS',
    )
    expect(reason(`${fill(68 - used)}🛟`)).toBe(undefined)
    expect(reason(`${fill(69 - used)}🛟`)).toBe(
      'in message 1 it takes 71 of 70 units: more than one SMS',
    )
  })

  it('must hold the notice in each message, apart from other words', () => {
    expect(reason(notice.smsText)).toBe(undefined)
    expect(reason(`x ${notice.smsText}`)).toBe(undefined)
    expect(reason(`${notice.smsText}\nx`)).toBe(undefined)
    expect(reason(`x${notice.smsText} ${notice.smsText} x`)).toBe(undefined)
    const lost = 'the notice is not whole in it'
    expect(reason(`x${notice.smsText}`)).toBe(`in message 1 ${lost}`)
    expect(reason(`${notice.smsText}x`)).toBe(`in message 1 ${lost}`)
    expect(reason(`x${notice.smsText} x`)).toBe(`in message 1 ${lost}`)
    expect(reason(`${text}\n%%\nHello`)).toBe(`in message 2 ${lost}`)
    expect(reason(`Hello\n%%\n${text}`)).toBe(`in message 1 ${lost}`)
    expect(reason('')).toBe(`in message 1 ${lost}`)
  })
})
