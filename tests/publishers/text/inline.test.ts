import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {PortableNode} from '../../../content/model.ts'
import {blocksText} from '../../../publishers/text/blocks.ts'
import type {TextOptions} from '../../../publishers/text/options.ts'
import {block} from '../../support/model.ts'
import {hostileText} from '../hostile-text.ts'

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

/** Numbers by two articles: one counts from 1, the other from 11. */
const NUMBERS = [1, 11].map((first) => (ids: readonly string[]) => ids.map((_, at) => first + at))
const ORIGINS = ['https://one.example', 'https://two.example']
const WIDTHS = [Infinity, 40, 72]

const options = fc.record({
  language: fc.constant('en'),
  numbers: fc.constantFrom(...NUMBERS),
  origin: fc.constantFrom(...ORIGINS),
  width: fc.constantFrom(...WIDTHS),
})

const text = (nodes: readonly PortableNode[], asked: TextOptions) => blocksText(nodes, asked)

const written = (value: string): PortableNode =>
  block('', {
    children: [
      {_type: 'span', _key: 'a', text: value, marks: []},
      {_type: 'citation', _key: 'c', sources: ['source-a']},
      {_type: 'span', _key: 'b', text: `. ${value}`, marks: ['strong', 'sup']},
      {_type: 'span', _key: 'l', text: 'our guide', marks: ['link-a']},
    ],
    markDefs: [{_type: 'link', _key: 'link-a', href: '/guide/'}],
  })

describe('texts that are kept', () => {
  it('are those made anew, whoever asks, for which article, in what width', () => {
    fc.assert(
      fc.property(
        fc.array(hostileText(6), {minLength: 1, maxLength: 3}),
        fc.array(options, {minLength: 2, maxLength: 6}),
        (values, asked) => {
          const kept = frozen(values.map(written))
          for (const each of asked) {
            expect(text(kept, each)).toBe(text(values.map(written), each))
          }
        },
      ),
      {numRuns: 150},
    )
  })

  it('are not kept of what may change', () => {
    const [numbers = () => []] = NUMBERS
    const asked = {language: 'en', numbers, origin: 'https://one.example'}
    const nodes = [block('before')]
    expect(text(nodes, asked)).toBe('before')
    nodes[0] = block('after')
    expect(text(nodes, asked)).toBe('after')
  })
})
