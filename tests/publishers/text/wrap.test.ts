import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {prefixed, wrap} from '../../../publishers/text/wrap.ts'
import {hostileText} from '../hostile-text.ts'
import {plainPrefixed, plainWrap} from './plain/wrap.ts'

const WIDTHS = [Infinity, -3, 0, 1, 5, 24, 40, 72] as const

describe('wrap', () => {
  it('breaks where the plain one breaks', () => {
    fc.assert(
      fc.property(hostileText(), fc.constantFrom(...WIDTHS), (text, width) => {
        expect(wrap(text, width)).toEqual(plainWrap(text, width))
      }),
      {numRuns: 3000},
    )
  })

  it('counts each character of the basic plane as the plain one does', () => {
    const differing: string[] = []
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const text = `ab ${String.fromCharCode(unit)}c d`
      for (const width of [4, 5, 6, 7]) {
        if (wrap(text, width).join('|') !== plainWrap(text, width).join('|')) {
          differing.push(`U+${unit.toString(16)} in ${width}`)
        }
      }
    }
    expect(differing).toEqual([])
  })

  it('takes no column for marks and joiners, one for a letter', () => {
    expect(wrap('e\u0301e\u0301 a\u00adb c', 4)).toEqual(['e\u0301e\u0301', 'a\u00adb c'])
  })
})

describe('prefixed', () => {
  it('puts before each line what the plain one does', () => {
    const prefix = fc.constantFrom('', '- ', '| ', '    ')
    fc.assert(
      fc.property(fc.array(hostileText(4)), prefix, prefix, (lines, first, rest) => {
        expect(prefixed(lines, first, rest)).toBe(plainPrefixed(lines, first, rest))
      }),
    )
  })
})
