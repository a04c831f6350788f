/** What is refused and by which name, against the rule written down plainly. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {PortableNode} from '../../../content/model.ts'
import {UnknownBlockError} from '../../../errors.ts'
import {assertKnown} from '../../../publishers/html/known.ts'
import * as make from '../../support/model.ts'

const MARKS = [
  'strong',
  'em',
  'sub',
  'sup',
  'link-1',
  'link-2',
  'code',
  'constructor',
  '__proto__',
  '',
]

const marks = fc.uniqueArray(fc.constantFrom(...MARKS), {maxLength: 3})
const links = fc.uniqueArray(fc.constantFrom('link-1', 'link-2', 'code', '__proto__'), {
  maxLength: 2,
})

const blocks = fc.array(
  fc.record({children: fc.array(marks, {maxLength: 3}), links}).map(({children, links: keys}) =>
    make.block('', {
      markDefs: keys.map((_key) => ({_type: 'link', _key, href: '/'})),
      children: children.map((own) => ({_type: 'span', _key: 's', text: 'a', marks: own})),
    }),
  ),
  {maxLength: 3},
)

const DECORATORS = ['strong', 'em', 'sub', 'sup']

/** The first mark that is neither a decorator nor one of its block's links. */
const unknownMark = (nodes: readonly PortableNode[]): string | undefined =>
  nodes
    .flatMap((node) => (node._type === 'block' ? [node] : []))
    .flatMap(({children, markDefs}) => {
      const known = new Set([...DECORATORS, ...markDefs.map(({_key}) => _key)])
      return children
        .flatMap((child) => (child._type === 'span' ? child.marks : []))
        .filter((mark) => !known.has(mark))
    })
    .at(0)

const refusal = (nodes: readonly PortableNode[]): unknown => {
  try {
    assertKnown(nodes)
    return undefined
  } catch (error) {
    return error
  }
}

describe('a text with marks', () => {
  test('is refused for the first that is of no kind, and for no other', () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        const mark = unknownMark(nodes)
        const expected = mark === undefined ? undefined : new UnknownBlockError(`mark ${mark}`)
        expect(refusal(nodes)).toEqual(expected)
        expect(refusal(Object.freeze(nodes))).toEqual(expected)
      }),
      {numRuns: 500},
    )
  })
})
