import {isPortableTextBlock, isPortableTextSpan} from '@portabletext/toolkit'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isBlock, isSpan} from '../../../publishers/text/known.ts'

const name = fc.constantFrom('a', 'strong', '', 'toString')
const odd = fc.constantFrom(5, undefined, true, 'text')

const span = fc.record(
  {
    _type: fc.constantFrom('span', 'citation', 'constructor'),
    text: fc.oneof({weight: 4, arbitrary: name}, {weight: 1, arbitrary: odd}),
    marks: fc.oneof({weight: 4, arbitrary: fc.array(fc.oneof(name, odd))}, odd),
  },
  {requiredKeys: ['_type']},
)

const block = fc.record(
  {
    _type: fc.constant('block'),
    markDefs: fc.array(fc.record({_key: fc.oneof({weight: 4, arbitrary: name}, odd)})),
    children: fc.array(fc.oneof(span, fc.constant({text: 'no type'}))),
  },
  {requiredKeys: ['_type', 'children']},
)

describe('the shape of a node', () => {
  it('is looked at as the toolkit does', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(span, block, (child, node) => {
        const expected = [isPortableTextSpan(child), isPortableTextBlock(node)]
        expect([isSpan(child), isBlock(node)]).toEqual(expected)
        seen.add(`span ${expected[0]}`).add(`block ${expected[1]}`)
      }),
      {numRuns: 2000},
    )
    expect(seen.size).toBe(4)
  })
})
