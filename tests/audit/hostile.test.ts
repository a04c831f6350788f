/** Pages that nobody meant to be read: a verdict for each, whatever they hold. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {judge} from '../../audit/judge/judge.ts'
import {readSheet} from '../../audit/read/sheet.ts'
import {parsePage, staticView} from '../../audit/read/static-view.ts'
import {book} from './newsroom.ts'
import {NOTICE, partnerPage} from './ways.ts'

const notice = book.notice({country: 'US', language: 'en'}, ['depression', 'substance-use'])

const verdictOf = (html: string): string => {
  const {pieces} = staticView(parsePage(html, new URL('https://a.example/')), new Map())
  return judge({pieces, notice, others: [], retired: []}).verdict
}

describe('a page', () => {
  it('has a verdict whatever it holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<div style="',
        '">',
        '<a href="tel:',
        '988',
        '<details>',
        '<template>',
        '</',
        '<style>',
        '<!--',
        '&#',
        NOTICE,
      ),
      fc.string({unit: 'binary', maxLength: 12}),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        expect(['current', 'outdated', 'incomplete', 'hidden', 'missing']).toContain(
          verdictOf(pieces.join('')),
        )
      }),
      {numRuns: 200},
    )
  })

  it('is current with anything around the notice that neither hides it nor looks like a number', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}[.,!?]?$/), {maxLength: 40})
    const tag = fc.constantFrom('div', 'section', 'blockquote', 'main', 'article')
    fc.assert(
      fc.property(words, words, tag, (before, after, name) => {
        const around = `<${name}>${before.join(' ')}</${name}>${NOTICE}<${name}>${after.join(' ')}</${name}>`
        expect(verdictOf(around)).toBe('current')
        expect(verdictOf(`<${name} hidden>${NOTICE}</${name}>`)).toBe('hidden')
      }),
      {numRuns: 100},
    )
  })

  it('may be nested deeper than any stack', () => {
    const deep = '<div>'.repeat(50_000)
    expect(verdictOf(partnerPage({notice: `${deep}${NOTICE}`}))).toBe('current')
    expect(verdictOf(partnerPage({notice: `<div hidden>${deep}${NOTICE}`}))).toBe('hidden')
  })
})

describe('a style sheet', () => {
  it('is read as far as it can be, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (css) => {
        expect(Array.isArray(readSheet(css))).toBe(true)
      }),
      {numRuns: 200},
    )
    const broken =
      '@import url(x); .a::before{display:none} .b{x y;display:none;;color:} @media print{.c{display:none}} .d{'
    expect(readSheet(broken).map(({key}) => key)).toEqual(['.b'])
  })
})
