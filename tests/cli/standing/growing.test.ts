import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  GrowingBytes,
  GrowingNumbers,
  GrowingReals,
  GrowingTexts,
} from '../../../cli/standing/growing.ts'
import {textAt} from '../../../cli/standing/standing-table.ts'

describe('columns that grow', () => {
  it('hold what was added, in its order', () => {
    const many = {maxLength: 5000, size: 'max'} as const
    fc.assert(
      fc.property(fc.array(fc.nat(0xff_ff_ff_ff), many), (values) => {
        const [numbers, reals, bytes] = [
          new GrowingNumbers(),
          new GrowingReals(),
          new GrowingBytes(),
        ]
        for (const value of values) {
          numbers.add(value)
          reals.add(value + 0.25)
          bytes.add(Uint8Array.of(value, value >> 8, value >> 16))
        }
        expect(numbers.length).toBe(values.length)
        expect([...numbers.column()]).toEqual(values)
        expect([...reals.column()]).toEqual(values.map((value) => value + 0.25))
        expect(bytes.column()).toHaveLength(values.length * 3)
      }),
      {numRuns: 30},
    )
  })

  it('hold texts of any script', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({unit: 'grapheme', maxLength: 60}), {maxLength: 200}),
        (all) => {
          const texts = new GrowingTexts()
          for (const text of all) texts.add(text)
          const [bytes, ends] = [texts.bytes(), texts.ends()]
          expect(all.map((_, number) => textAt(bytes, ends, number, 'utf8'))).toEqual(all)
        },
      ),
      {numRuns: 100},
    )
  })
})
