import * as fc from 'fast-check'
import {SegmentedMessage} from 'sms-segments-calculator'
import splitSms from 'split-sms'
import {describe, expect, it} from 'vitest'
import {septets} from '../../../content/gsm7.ts'
import {CAPACITY, encode, foreignCharacter, unitsOf} from '../../../publishers/sms/encode.ts'
import {septetsOf} from '../../../publishers/sms/gsm7.ts'

const EXTENSION = ['\f', '^', '{', '}', '\\', '[', '~', ']', '|', '€']

/** Text as editors write it, text of signs that cost two, and text that GSM 7-bit lacks. */
const anyText = fc.oneof(
  fc.string({maxLength: 200}),
  fc.string({unit: fc.constantFrom(...EXTENSION, 'a', 'é', 'Ω', ' '), maxLength: 200}),
  fc.string({unit: 'grapheme', maxLength: 90}),
  fc.string({unit: fc.constantFrom('في', 'أ', '😴', '👩‍👧', 'क्षि', 'a', ' '), maxLength: 60}),
)
// The calculator takes CR LF for one grapheme and calls it UCS-2; no message of ours holds one.
const oneLine = anyText.map((text) => text.normalize('NFC').replace(/[\r\n]/g, ' '))

describe('encode', () => {
  it('agrees with sms-segments-calculator on encoding, units and every code', () => {
    fc.assert(
      fc.property(oneLine, (text) => {
        const message = encode(text)
        const oracle = new SegmentedMessage(text)
        expect(message.encoding).toBe(oracle.encodingName === 'GSM-7' ? 'gsm7' : 'ucs2')
        const digits = message.encoding === 'gsm7' ? 2 : 4
        const codes = oracle.encodedChars.flatMap((character) => character.codeUnits ?? [])
        expect(message.hex).toBe(codes.map((c) => c.toString(16).padStart(digits, '0')).join(''))
        expect(message.units).toBe(codes.length)
        expect(message.units <= CAPACITY[message.encoding]).toBe(oracle.segmentsCount === 1)
      }),
      {numRuns: 300},
    )
  })

  it('agrees with split-sms on encoding, size and whether one SMS holds it', () => {
    fc.assert(
      fc.property(oneLine, (text) => {
        const message = encode(text)
        const oracle = splitSms.split(text)
        expect(message.encoding).toBe(oracle.characterSet === 'GSM' ? 'gsm7' : 'ucs2')
        const size = message.encoding === 'gsm7' ? message.units : message.units * 2
        expect(size).toBe(oracle.bytes)
        expect(message.units <= CAPACITY[message.encoding]).toBe(oracle.parts.length === 1)
      }),
      {numRuns: 300},
    )
  })

  it('agrees with what the content rules count', () => {
    const all = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code))
    expect(all.map((character) => septetsOf(character)?.length)).toEqual(all.map(septets))
  })

  it('writes one octet a septet, and the escape before a character of the extension table', () => {
    expect(encode('@A€')).toEqual({encoding: 'gsm7', hex: '00411b65', units: 4})
  })

  it('writes two octets a unit, most significant first, a surrogate pair as two units', () => {
    expect(encode('aفي😴')).toEqual({encoding: 'ucs2', hex: '00610641064ad83dde34', units: 5})
  })

  it('says what one SMS holds', () => {
    expect(CAPACITY).toEqual({gsm7: 160, ucs2: 70})
    expect(encode('')).toEqual({encoding: 'gsm7', hex: '', units: 0})
  })

  it('knows the 127 basic characters, the ten of the extension and no other below U+0180', () => {
    const all = Array.from({length: 0x180}, (_, code) => String.fromCharCode(code))
    const costs = all.map((character) => septetsOf(character)?.length ?? 0)
    expect(costs.filter((cost) => cost === 1)).toHaveLength(117) // 127 less ten Greek capitals
    expect(all.filter((_, code) => costs[code] === 2)).toEqual(
      EXTENSION.filter((c) => c !== '€').toSorted(),
    )
    expect(septetsOf('€')).toEqual([0x1b, 0x65])
    expect(septetsOf('\u001b')).toBeUndefined()
    expect(septetsOf('ç')).toBeUndefined()
  })

  it('measures a part in the encoding of the whole message', () => {
    expect(unitsOf('[a]', 'gsm7')).toBe(5)
    expect(unitsOf('[a]', 'ucs2')).toBe(3)
    expect(unitsOf('😴', 'ucs2')).toBe(2)
    expect(unitsOf('a😴', 'gsm7')).toBe(1)
  })

  it('names the first character that GSM 7-bit cannot carry, whole', () => {
    expect(foreignCharacter('ab😴ç')).toBe('😴')
    expect(foreignCharacter('Call/text 988')).toBeUndefined()
  })
})
