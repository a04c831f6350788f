import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {foreignCharacter} from '../../../publishers/sms/encode.ts'
import {transliterate} from '../../../publishers/sms/transliterate.ts'

describe('transliterate', () => {
  it.each([
    ['It\u2019s \u201Cfine\u201D', 'It\'s "fine"'],
    [
      '\u201Ejetzt\u201C \u00ABici\u00BB \u2039l\u00e0\u203A \u201Aso\u2018',
      '"jetzt" "ici" \'l\u00e0\' \'so\'',
    ],
    ['9\u20135 \u22122 a\u2010b a\u2011b 1\u20122', '9-5 -2 a-b a-b 1-2'],
    ['one\u2014two \u2014 three\u2015four', 'one - two - three - four'],
    ['wait\u2026', 'wait...'],
    ['24\u00A0h\u202F?\u2009x\u2007y\u2002z\u2003a\u200Ab', '24 h ? x y z a b'],
    ['s\u00ADo\u200Bf\u2060t\uFEFFer', 'softer'],
    ['5\u2032 6\u2033 \u00B4a\u0060 \u201Bb \u201Fc', "5' 6\" 'a' 'b \"c"],
  ])('%j becomes %j', (text, expected) => {
    expect(transliterate(text)).toBe(expected)
    expect(foreignCharacter(transliterate(text))).toBeUndefined()
  })

  it('composes first, so that a decomposed letter that GSM 7-bit has costs one septet', () => {
    expect(transliterate('caf\u0065\u0301')).toBe('caf\u00e9')
  })

  it('brings text onto one line', () => {
    expect(transliterate('  a\r\n\tb\u2028c  ')).toBe('a b c')
  })

  it('never touches a letter, a digit or a joiner', () => {
    const kept = fc.stringMatching(/^[\p{L}\p{N}\p{M}\u200C\u200D]*$/u)
    fc.assert(
      fc.property(kept, (text) => {
        expect(transliterate(text)).toBe(text.normalize('NFC'))
      }),
    )
    expect(transliterate('\u00e7 \u00e1 \u0639 \u4f60')).toBe('\u00e7 \u00e1 \u0639 \u4f60')
  })
})
