import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {TextBlock} from '../../content/model.ts'
import {placeCitations} from '../../publishers/citation-placement.ts'

type Child = TextBlock['children'][number]

const span = (text: string, marks: readonly string[] = []): Child => ({
  _type: 'span',
  _key: `s-${text}`,
  text,
  marks,
})
const cite = (...sources: readonly string[]): Child => ({_type: 'citation', _key: 'c', sources})

/** `[a]` for a citation, so that cases can be read. */
const shown = (children: readonly Child[]): string =>
  children
    .map((child) => (child._type === 'span' ? child.text : `[${child.sources.join()}]`))
    .join('')

describe('where a citation stands', () => {
  it.each([
    ['after a full stop', [span('It helps'), cite('a'), span('. More')], 'It helps.[a] More'],
    ['after a comma', [span('It helps'), cite('a'), span(', a bit')], 'It helps,[a] a bit'],
    ['after a question', [span('Does it'), cite('a'), span('?')], 'Does it?[a]'],
    [
      'after a closing quote',
      [span('“It helps'), cite('a'), span('.” More')],
      '“It helps.”[a] More',
    ],
    ['after an Arabic comma', [span('نعم'), cite('a'), span('، لا')], 'نعم،[a] لا'],
    ['after a Hindi danda', [span('हाँ'), cite('a'), span('। ना')], 'हाँ।[a] ना'],
    ['before a semicolon', [span('It helps'), cite('a'), span('; more')], 'It helps[a]; more'],
    [
      'before a colon that precedes it',
      [span('It helps:'), cite('a'), span(' so')],
      'It helps[a]: so',
    ],
    ['where it is, else', [span('It helps'), cite('a'), span(' (often)')], 'It helps[a] (often)'],
    [
      'where it is, before a number',
      [span('a dose of'), cite('a'), span('.5 mg')],
      'a dose of[a].5 mg',
    ],
    [
      'without a gap before the full stop',
      [span('It helps '), cite('a'), span(' .')],
      'It helps.[a]',
    ],
    ['at the start', [cite('a'), span(' It helps.')], '[a] It helps.'],
    ['at the end', [span('It helps.'), cite('a')], 'It helps.[a]'],
    ['once for neighbours', [span('x'), cite('a'), span(''), cite('b', 'a'), span('.')], 'x.[a,b]'],
    [
      'once where only a full stop was between',
      [span('x'), cite('a'), span('.'), cite('b')],
      'x.[a,b]',
    ],
    [
      'after all of it, marked or not',
      [span('x'), cite('a'), span('.”', ['em']), span(', y')],
      'x.”,[a] y',
    ],
    [
      'twice where words are between',
      [span('x'), cite('a'), span(', y'), cite('b'), span('.')],
      'x,[a] y.[b]',
    ],
  ] satisfies readonly (readonly [string, readonly Child[], string])[])(
    '%s',
    (_name, children, expected) => {
      expect(shown(placeCitations(children))).toBe(expected)
    },
  )

  it('the moved full stop keeps its marks', () => {
    const [, stop] = placeCitations([span('It helps'), cite('a'), span('. More', ['strong'])])
    expect(stop).toMatchObject({text: '.', marks: ['strong']})
  })

  it('leaves a block without citations alone', () => {
    const children = [span('It helps'), span('')]
    expect(placeCitations(children)).toBe(children)
  })

  it('loses no word and no source, and is the same again when done twice', () => {
    const child = fc.oneof(
      fc
        .constantFrom('word', ' and ', '.', ', then', ';', ': so', '', ' ', '.”')
        .map((text) => span(text)),
      fc.constantFrom('a', 'b', 'c').map((id) => cite(id)),
    )
    const words = (children: readonly Child[]): string =>
      shown(children).replace(/\[[^\]]*\]|\s/g, '')
    const sources = (children: readonly Child[]): ReadonlySet<string> =>
      new Set(children.flatMap((each) => (each._type === 'citation' ? each.sources : [])))
    fc.assert(
      fc.property(fc.array(child, {maxLength: 8}), (children) => {
        const once = placeCitations(children)
        expect(words(once)).toBe(words(children))
        expect(sources(once)).toEqual(sources(children))
        expect(shown(placeCitations(once))).toBe(shown(once))
      }),
      {numRuns: 1000},
    )
  })
})
