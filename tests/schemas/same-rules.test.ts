import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import * as content from '../../content/gsm7.ts'
import * as codes from '../../content/parse/codes.ts'
import {displays} from '../../content/parse/phone.ts'
import {TOPICS} from '../../content/topics.ts'
import {septets} from '../../schemas/gsm7.ts'
import * as schemas from '../../schemas/rules/codes.ts'
import {showsNumber} from '../../schemas/rules/phone.ts'
import {TOPIC_LIST} from '../../schemas/topics.ts'

/** The schemas may not import content, so what both must know is written twice. */
describe('what schemas and content both know', () => {
  it('has the same topics in the same order', () => {
    expect(TOPIC_LIST.map(({value}) => value)).toEqual([...TOPICS])
  })

  it('keeps the same addresses for the site', () => {
    expect([...schemas.RESERVED]).toEqual([...codes.RESERVED])
    expect(codes.RESERVED.size).toBeGreaterThan(5)
  })

  it('counts every character of the basic plane alike', () => {
    const differing = Array.from({length: 0x10000}, (_, point) =>
      String.fromCharCode(point),
    ).filter((character) => septets(character) !== content.septets(character))
    expect(differing).toEqual([])
    // not vacuous: the alphabet has 127 characters and an extension of 10
    const known = Array.from({length: 0x10000}, (_, point) => septets(String.fromCharCode(point)))
    expect(known.filter((cost) => cost === 1)).toHaveLength(127)
    expect(known.filter((cost) => cost === 2)).toHaveLength(10)
  })

  it('counts texts alike', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        expect(septets(text)).toBe(content.septets(text))
      }),
    )
  })

  const NUMBERS: readonly (readonly [string, string, boolean])[] = [
    ['988', '988', true],
    ['٩٨٨', '988', true],
    ['९८८', '988', true],
    ['998', '988', false],
    ['9880', '988', false],
    ['116 123', '116123', true],
    ['13 11 14', '131114', true],
    ['1-800-662-4357', '+18006624357', true],
    ['1-800-662-HELP (4357)', '+18006624357', true],
    ['1-800-662-HELP', '+18006624357', true],
    ['0800 111 0 111', '+498001110111', true],
    ['+49 (0)800 111 0 111', '+498001110111', true],
    ['0800 111 0 112', '+498001110111', false],
    ['4357', '+18006624357', false],
  ]

  it.each(NUMBERS)('%s for %s', (display, dial, same) => {
    expect(showsNumber(display, dial)).toBe(same)
    expect(displays(display, dial)).toBe(same)
  })

  it('compares numbers alike', () => {
    const display = fc.string({unit: fc.constantFrom(...'0123456789 -()+HELPhelp٩٨९८')})
    const dial = fc.oneof(fc.stringMatching(/^\d{2,6}$/), fc.stringMatching(/^\+[1-9]\d{6,14}$/))
    fc.assert(
      fc.property(display, dial, (shown, number) => {
        expect(showsNumber(shown, number)).toBe(displays(shown, number))
      }),
      {numRuns: 500},
    )
  })
})
