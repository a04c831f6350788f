import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {PackedRows, type Row} from '../../content/packed-rows.ts'

const row: fc.Arbitrary<Row> = fc.record({
  id: fc.stringMatching(/^[\w.-]{1,128}$/),
  type: fc.string({minLength: 1, maxLength: 12}),
  offset: fc.maxSafeNat(),
  length: fc.nat({max: 2 ** 32 - 1}),
  line: fc.nat({max: 2 ** 32 - 1}),
  checksum: fc.nat({max: 2 ** 32 - 1}),
})

describe('packed rows', () => {
  it('give back what was put in, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(row, {selector: ({id}) => id, maxLength: 60}),
        fc.string(),
        (rows, other) => {
          const packed = new PackedRows()
          for (const each of rows) packed.add(each)
          expect(packed.size).toBe(rows.length)
          for (const each of rows) {
            expect(packed.get(each.id)).toEqual(each)
            expect(packed.typeOf(each.id)).toBe(each.type)
            const same = rows.filter(({type}) => type === each.type)
            expect(packed.ids(each.type)).toEqual(same.map(({id}) => id))
          }
          const same = PackedRows.of(structuredClone(packed.state()))
          for (const each of rows) expect(same.get(each.id)).toEqual(each)
          expect(same.ids(rows[0]?.type ?? '')).toEqual(packed.ids(rows[0]?.type ?? ''))
          expect(same.get(other)).toEqual(packed.get(other))
          const isThere = rows.some(({id}) => id === other)
          expect(packed.get(other) !== undefined).toBe(isThere)
        },
      ),
    )
  })

  it('grow', () => {
    const packed = new PackedRows()
    const rows = Array.from({length: 20_000}, (_, index) => ({
      id: `document-${index}-${'x'.repeat(index % 90)}`,
      type: `type-${index % 70_000}`,
      offset: index * 1e7,
      length: index,
      line: index + 1,
      checksum: 4_294_967_295 - index,
    }))
    for (const each of rows) packed.add(each)
    for (const each of rows) expect(packed.get(each.id)).toEqual(each)
    expect(packed.ids('type-19999')).toEqual([rows[19_999]?.id])
    expect(packed.get('document-20000-')).toBeUndefined()
  })

  it('are shared once, and then stay as they are', () => {
    const packed = new PackedRows()
    const one: Row = {id: 'a', type: 't', offset: 1, length: 2, line: 3, checksum: 4}
    packed.add(one)
    expect(packed.state().columns).toBe(packed.state().columns)
    expect(packed.get('a')).toEqual(one)
    expect(() => packed.add({...one, id: 'b'})).toThrow(RangeError)
  })
})
