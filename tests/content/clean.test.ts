import {stegaClean, vercelStegaCleanAll} from '@sanity/client/stega'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {unclosedBidi} from '../../content/bidi.ts'
import {cleanText, hiddenCharacter} from '../../content/clean.ts'
import {outsideGsm7, septets} from '../../content/gsm7.ts'

const ZWSP = '\u200b'
const ZWNJ = '\u200c'
const ZWJ = '\u200d'

describe('cleaning text', () => {
  const KEPT: readonly (readonly [string, string])[] = [
    ['a family emoji', `👩${ZWJ}👩${ZWJ}👧`],
    ['a Persian verb', `می${ZWNJ}خواهم`],
    ['Hindi conjuncts', `क्${ZWJ}ष`],
    ['direction marks', 'a\u200eb\u200fc'],
    ['closed isolates', '\u2068אבג\u2069'],
    ['two zero-width spaces', `a${ZWSP}${ZWSP}b`],
    ['a soft hyphen', 'over\u00addose'],
    ['line feeds', 'one\ntwo'],
  ]

  it.each(KEPT)('keeps %s', (_what, text) => {
    expect(cleanText(text)).toBe(text.normalize('NFC'))
  })

  const REMOVED: readonly (readonly [string, string, string])[] = [
    ['an edit marker', `988${ZWSP}${ZWNJ}${ZWJ}\ufeff${ZWSP}`, '988'],
    ['a run of exactly four', `a${ZWSP.repeat(4)}b`, 'ab'],
    ['a run hidden by a control', `a${ZWSP}${ZWSP}\u0001${ZWSP}${ZWSP}b`, 'ab'],
    ['byte order marks', '\ufeffa\ufeffb', 'ab'],
    ['controls', 'a\u0000\u0007\u001b\u007f\u009fb', 'ab'],
    ['noncharacters', 'a\uffff\ufdd0\u{1fffe}b', 'ab'],
    ['every kind of line break', 'a\r\nb\rc\u2028d\u2029e\u0085f\vg', 'a\nb\nc\nd\ne\nf\ng'],
    ['tabs', 'a\tb', 'a b'],
    ['loose accents', 'e\u0301', 'é'],
  ]

  it.each(REMOVED)('removes %s', (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ZWSP,
        ZWNJ,
        ZWJ,
        '\ufeff',
        '\u2060',
        '\u2062',
        '\r',
        '\n',
        '\u0001',
        '\u0301',
        'e',
      ),
      fc.constantFrom('\u{1d173}', '\u{1d17a}', 'x', '\u2028'),
      fc.string({unit: 'binary', minLength: 1, maxLength: 1}),
    ),
    maxLength: 30,
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
      {numRuns: 2000},
    )
  })

  it("leaves nothing that Sanity's own cleaner would find", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text)
        expect(stegaClean(clean)).toBe(clean)
        expect(vercelStegaCleanAll({clean})).toEqual({clean})
      }),
      {numRuns: 1000},
    )
    const marked = `a${ZWSP.repeat(8)}`
    expect(stegaClean(marked)).not.toBe(marked)
  })
})

describe('hidden characters', () => {
  it('are found, every kind', () => {
    const hidden = [ZWSP, ZWJ, '\u200e', '\u202e', '\u2066', '\ufeff', '\0', '\n', ' ', '\u00a0']
    for (const character of [...hidden, '\u00ad', '\u2028', '\ud800', '\uffff']) {
      expect(hiddenCharacter(`98${character}8`)).toBe(character)
    }
    expect(hiddenCharacter('+1-800_a.é')).toBeUndefined()
  })
})

describe('direction characters', () => {
  const CASES: readonly (readonly [string, string | undefined])[] = [
    ['plain', undefined],
    ['\u202eabc\u202c', undefined],
    ['\u2067a\u2066b\u2069c\u2069', undefined],
    ['\u202eabc', '\u202e'],
    ['\u2068abc', '\u2068'],
    ['abc\u202c', '\u202c'],
    ['abc\u2069', '\u2069'],
    ['\u2067a\u202eb\u2069\u202c', '\u202e'],
  ]

  it.each(CASES)('of %j: unclosed is %j', (text, expected) => {
    expect(unclosedBidi(text)).toBe(expected)
  })
})

describe('septets', () => {
  it('counts the alphabet and its extension', () => {
    expect(septets('Call/text 988 if in crisis (24/7).')).toBe(34)
    expect(septets('{}[]~\\^|€')).toBe(18)
    expect(septets('')).toBe(0)
    expect(septets('ñé')).toBe(2)
  })

  it('knows what is outside', () => {
    expect(septets('it’s')).toBeUndefined()
    expect(septets('ç')).toBeUndefined()
    expect(outsideGsm7('“it’s” 😀 ’')).toEqual(['“', '’', '”', '😀'])
  })
})
