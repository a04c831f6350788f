import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {listMarkers} from '../../../publishers/text/list-marker.ts'
import {block} from '../../support/model.ts'
import {plainListMarkers} from './plain/list-marker.ts'

const item = fc.record({
  listItem: fc.constantFrom('bullet' as const, 'number' as const),
  level: fc.oneof(fc.integer({min: 1, max: 4}), fc.double(), fc.integer({min: -2, max: 40})),
})

describe('listMarkers', () => {
  it('are those of the plain ones, whatever the levels', () => {
    fc.assert(
      fc.property(fc.array(item, {maxLength: 30}), (items) => {
        const marker = listMarkers()
        const plain = plainListMarkers()
        for (const over of items) {
          const each = block('x', over)
          expect(marker(each)).toEqual(plain(each))
        }
      }),
      {numRuns: 500},
    )
  })
})
