import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Citation, Span} from '../../content/model.ts'
import {mergeSpans} from '../../content/parse/merge-spans.ts'

const span = (_key: string, text: string, ...marks: readonly string[]): Span => ({
  _type: 'span',
  _key,
  text,
  marks,
})

const citation: Citation = {_type: 'citation', _key: 'c', sources: ['source-a']}

/** Every character with its marks, which is all that a reader sees. */
const seen = (children: readonly (Span | Citation)[]): readonly string[] =>
  children.flatMap((child) =>
    child._type === 'span'
      ? Array.from(child.text, (character) => `${character} ${child.marks.toSorted().join(' ')}`)
      : [child._key],
  )

describe('spans side by side', () => {
  it('become one when they are marked alike, in whichever order', () => {
    const children = [
      span('a', 'Call '),
      span('b', '988', 'em', 'strong'),
      span('c', '.', 'strong', 'em'),
    ]
    expect(mergeSpans(children)).toEqual([span('a', 'Call '), span('b', '988.', 'em', 'strong')])
  })

  it('stay apart when a mark or a citation divides them', () => {
    const children = [span('a', 'x', 'strong'), span('b', 'y'), citation, span('d', 'z')]
    expect(mergeSpans(children)).toEqual(children)
  })

  it('lose no character and no mark', () => {
    const child = fc.oneof(
      {weight: 9, arbitrary: fc.tuple(fc.string({maxLength: 3}), fc.subarray(['strong', 'em']))},
      {weight: 1, arbitrary: fc.constant(undefined)},
    )
    fc.assert(
      fc.property(fc.array(child, {maxLength: 20}), (children) => {
        const before = children.map((each, index) =>
          each === undefined ? citation : span(`s${index}`, each[0], ...each[1]),
        )
        const after = mergeSpans(before)
        expect(seen(after)).toEqual(seen(before))
        expect(mergeSpans(after)).toEqual(after)
      }),
    )
  })
})
