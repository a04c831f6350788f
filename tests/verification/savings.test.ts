/** What the gate leaves out to save time changes no answer. */
import {parse} from 'css-tree'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {elementsOf, parseHtml} from '../../verification/html/dom.ts'
import {selectorTest, type SelectorTest} from '../../verification/html/selectors.ts'
import {textIndex, textWithin} from '../../verification/html/text.ts'
import {beginsWith, collapse} from '../../verification/text.ts'
import {mutated} from './mutations.ts'
import {page} from './artefacts.ts'

const MOST = 1_000_000
const plainly = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').trim()
const words = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '\t', '\r', '\f', '\u00a0', '\u000b'),
  maxLength: 60,
})

describe('a beginning', () => {
  it('is told from the whole text, however much of it is read', () => {
    fc.assert(
      fc.property(words, words, fc.nat(3000), (start, rest, space) => {
        const wanted = plainly(start)
        const text = `${start}${' '.repeat(space)}${rest}`
        expect(collapse(text)).toBe(plainly(text))
        expect(beginsWith(text, wanted)).toBe(`${plainly(text)} `.startsWith(`${wanted} `))
        expect(beginsWith(rest, wanted)).toBe(`${plainly(rest)} `.startsWith(`${wanted} `))
      }),
      {numRuns: 500},
    )
  })

  it('needs its last word whole', () => {
    expect(beginsWith(`988${'1'.repeat(2000)}`, '988')).toBe(false)
    expect(beginsWith(`988${' '.repeat(2000)}1`, '988 1')).toBe(true)
  })
})

describe('the text of every element', () => {
  it('is that of the element by itself', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const {document} = parseHtml(mutated(page(), seed), {doctype: true})
        const textOf = textIndex(document)
        for (const element of elementsOf(document)) {
          expect(textOf(element, 0, MOST)).toBe(textWithin(element, MOST))
        }
      }),
      {numRuns: 200},
    )
  })

  it('is left out when too short or too long', () => {
    const {document} = parseHtml('<p>abc</p>', {doctype: false})
    const element = elementsOf(document).at(-1)
    if (element === undefined) throw new Error('There is no paragraph')
    const textOf = textIndex(document)
    expect(textOf(element, 5, 5)).toBe(' abc ')
    expect(textOf(element, 6, 9)).toBe(undefined)
    expect(textOf(element, 0, 4)).toBe(undefined)
  })
})

const PARTS = ['main', 'ASIDE', '.notice', '#a', '*', '[id]', ':hover', ':first-child', ':is(.x,p)']
const TAILS = [...PARTS, '.NOTICE', '.no\\74ice', ':not(.x)', '::before', 'svg|aside', ':future']
const JOINTS = ['', ' ', '>', '+', '~']

const testOf = (selector: string): SelectorTest | undefined => {
  try {
    const tree = parse(selector, {context: 'selector'})
    return tree.type === 'Selector' ? selectorTest(tree) : undefined
  } catch {
    return undefined
  }
}

describe('the quick look at a selector', () => {
  const {document} = parseHtml(page(), {doctype: true})
  const elements = elementsOf(document)

  it('leaves out no element that the selector matches', () => {
    let matched = 0
    let left = 0
    for (const joint of JOINTS) {
      for (const part of PARTS) {
        for (const tail of TAILS) {
          const test = testOf(`${part}${joint}${tail}`)
          for (const element of test === undefined ? [] : elements) {
            const matches = test?.matches(element) === true
            const may = test?.mayMatch(element) === true
            if (matches) matched += 1
            if (!may) left += 1
            expect(matches && !may, `${part}${joint}${tail} on ${element.name}`).toBe(false)
          }
        }
      }
    }
    expect(matched).toBeGreaterThan(500)
    expect(left).toBeGreaterThan(500)
  })
})
