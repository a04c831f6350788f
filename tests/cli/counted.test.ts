import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {counted, grouped} from '../../cli/counted.ts'

describe('numbers as people read them', () => {
  it('are grouped as English does', () => {
    fc.assert(
      fc.property(fc.nat({max: Number.MAX_SAFE_INTEGER}), (count) => {
        expect(grouped(count)).toBe(count.toLocaleString('en'))
      }),
    )
  })

  it('have their noun with them', () => {
    expect([0, 1, 2, 1234].map((count) => counted(count, 'file'))).toEqual([
      '0 files',
      '1 file',
      '2 files',
      '1,234 files',
    ])
  })
})
