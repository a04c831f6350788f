import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {citationNumbers, formatNumbers} from '../../content/citations.ts'
import {article, cited, dataset, reference, section, source, warning} from './documents.ts'
import {contentOf} from './temporary.ts'

describe('numbers of sources', () => {
  const sources = ['1', '2', '3', '4', '5', '6', 'unused'].map((name) => source({_id: `s-${name}`}))

  it('follow the order of reading: opening, warnings, sections, call-outs where they stand', async () => {
    const content = await contentOf(
      dataset(
        ...sources,
        article({
          opening: [cited('a', 's-3')],
          warnings: [reference('warning-a')],
          sections: [reference('section-b'), reference('section-a')],
        }),
        warning({body: [cited('w', 's-6', 's-3')]}),
        section({body: [cited('a', 's-1')]}),
        section({
          _id: 'section-b',
          anchor: {current: 'b'},
          body: [
            cited('b', 's-4'),
            {_type: 'warningRef', _key: 'w', warning: reference('warning-b')},
            cited('c', 's-5', 's-4'),
          ],
        }),
        warning({_id: 'warning-b', body: [cited('w', 's-2')]}),
      ),
    )
    const joined = await content.article('article-a')
    expect(joined.references.map(({number, source: {id}}) => `${number} ${id}`)).toEqual([
      '1 s-3',
      '2 s-6',
      '3 s-4',
      '4 s-2',
      '5 s-5',
      '6 s-1',
    ])
    const numbers = citationNumbers(joined)
    expect(numbers(['s-5', 's-3'])).toEqual([1, 5])
    expect(() => numbers(['s-unused'])).toThrow(RangeError)
  })

  it('are none without citations', async () => {
    const joined = await (await contentOf(dataset())).article('article-a')
    expect(joined.references).toEqual([])
  })
})

describe('printing numbers', () => {
  const CASES: readonly (readonly [readonly number[], string])[] = [
    [[], ''],
    [[1], '1'],
    [[1, 2], '1,2'],
    [[1, 2, 3], '1-3'],
    [[1, 3, 4, 5], '1,3-5'],
    [[1, 2, 4, 6, 7, 8, 12], '1,2,4,6-8,12'],
    [[5, 3, 4, 1, 1], '1,3-5'],
    [[9, 10, 11], '9-11'],
  ]

  it.each(CASES)('%j as %s', (numbers, expected) => {
    expect(formatNumbers(numbers)).toBe(expected)
  })

  /** Run by run, as the manual says it. */
  const plainly = (numbers: readonly number[]): string => {
    const runs: number[][] = []
    for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
      const last = runs.at(-1)
      if (last?.at(-1) === number - 1) last.push(number)
      else runs.push([number])
    }
    return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',')
  }

  it('is putting run after run, whatever their order and however often each is there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 20})), (numbers) => {
        expect(formatNumbers(numbers)).toBe(plainly(numbers))
      }),
    )
  })

  it('loses and adds none', () => {
    const expand = (text: string): readonly number[] =>
      text.split(',').flatMap((part) => {
        const [first = 0, last = first] = part.split('-').map(Number)
        return Array.from({length: last - first + 1}, (_, index) => first + index)
      })
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({min: 1, max: 40}), {minLength: 1}), (numbers) => {
        expect(expand(formatNumbers(numbers))).toEqual(numbers.toSorted((a, b) => a - b))
      }),
    )
  })
})
