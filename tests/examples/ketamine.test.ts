import {describe, expect, it} from 'vitest'
import {citationsOf, every, followed, get, numbered, objects, plain, string} from './dataset.ts'

/** The first authors of the fact sheet's list, in its order. */
const SHEET = [
  'zhdanava-2021',
  'lent-2019',
  'gaynes-2020',
  'fava-2020',
  'niciu-2018',
  'serafini-2014',
  'phillips-2019',
  'al-shirawi-2017',
  'fda-esketamine',
  'palamar-2021',
  'dea-ketamine',
  'doj-ketamine',
  'cheng-2018',
  'maloney-2018',
  'sassano-higgins-2016',
  'acevedo-diaz-2020',
  'hhs-facing-addiction',
  'mathai-2022',
]

/** The sheet's bracketed placement, in reading order. */
const PLACEMENT = [
  [1],
  [2],
  [3],
  [4],
  [5],
  [6],
  [7],
  [8],
  [9],
  [10],
  [11],
  [12],
  [10],
  [12],
  [13],
  [14, 15],
  [16],
  [11],
  [11, 12],
  [15],
  [17],
  [18],
]

const article = get('article-ketamine')

describe('the ketamine article', () => {
  it('numbers its sources 1 to 18 by first citation', () => {
    expect(numbered(article)).toEqual(SHEET.map((name) => `source-${name}`))
  })

  it('cites where the sheet cites', () => {
    const numbers = citationsOf(article).map((ids) =>
      ids.map((id) => numbered(article).indexOf(id) + 1),
    )
    expect(numbers).toEqual(PLACEMENT)
  })

  it('has an opening, six sections and two call-outs where they belong', () => {
    expect(objects(article['opening']).length).toBeGreaterThan(0)
    const sections = objects(article['sections']).map(followed)
    expect(sections.map((section) => section['heading'])).toEqual([
      'What treatment-resistant depression is',
      'How ketamine may help',
      'What the law says, and what is sold on the street',
      'How misuse can do harm',
      'Side effects',
      'Before you decide',
    ])
    const callOuts = sections.map((section) =>
      every(section, 'warningRef')
        .flatMap((block) => every(block, 'reference'))
        .map((reference) => string(followed(reference)['severity'])),
    )
    expect(callOuts).toEqual([[], [], ['caution'], [], ['danger'], []])
  })

  it('lists eight short-term effects, and says which one can be fatal', () => {
    const body = objects(get('warning-ketamine-short-term-effects')['body'])
    const items = body.filter((block) => block['listItem'] === 'bullet').map(plain)
    expect(items).toHaveLength(8)
    expect(items.at(-1)).toBe('slowed breathing, which can be fatal')
  })
})
