import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {PortableNode} from '../../../content/model.ts'
import {blocksText} from '../../../publishers/text/blocks.ts'
import type {TextOptions} from '../../../publishers/text/options.ts'

const options: TextOptions = {
  language: 'en',
  numbers: (ids) => ids.map(Number),
  origin: 'https://health.example',
}

const text = (nodes: readonly PortableNode[], over: Partial<TextOptions> = {}) =>
  blocksText(nodes, {...options, ...over})

describe('tables', () => {
  const rows = [{cells: ['Drug', 'Dose']}, {cells: ['Ketamine', '0.5']}, {cells: ['S', '']}]
  const table = {_type: 'table', _key: 't', rows, header: true} as const

  it('are aligned where they fit', () => {
    expect(text([{...table, caption: 'Doses'}])).toBe(
      'Doses\nDrug       Dose\n--------   ----\nKetamine   0.5\nS',
    )
    expect(text([{...table, header: false}])).toBe('Drug       Dose\nKetamine   0.5\nS')
  })

  it('become labelled lines where they do not', () => {
    const wide = [...rows, {cells: ['Long name', 'one two three four five six', 'no label']}]
    expect(text([{...table, rows: wide}], {width: 30})).toBe(
      [
        '- Drug: Ketamine\n  Dose: 0.5',
        '- Drug: S',
        '- Drug: Long name\n  Dose: one two three four\n  five six\n  no label',
      ].join('\n\n'),
    )
    expect(text([{...table, rows: wide, header: false}], {width: 30})).toContain('- Drug\n  Dose')
  })

  it('fit at exactly the width and not below', () => {
    expect(text([table], {width: 15})).toContain('--------   ----')
    expect(text([table], {width: 14})).toContain('- Drug: Ketamine')
  })

  it('lose no cell', () => {
    const cells = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), {minLength: 1, maxLength: 4})
    const all = fc.array(cells, {minLength: 1, maxLength: 5})
    fc.assert(
      fc.property(all, fc.boolean(), fc.integer({min: 10, max: 60}), (values, header, width) => {
        const shown = text([{...table, header, rows: values.map((each) => ({cells: each}))}], {
          width,
        })
        for (const value of values.slice(header ? 1 : 0).flat()) expect(shown).toContain(value)
      }),
    )
  })
})
