/** Texts by their templates against the same rendered anew for each channel: the same octets and calls. */
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {PortableNode, TextBlock, WarningRef} from '../../../content/model.ts'
import {blocksHtml} from '../../../publishers/html/blocks.ts'
import {
  semanticComponents,
  semanticHtml,
  type SemanticOptions,
} from '../../../publishers/html/semantic.ts'
import {componentsWith} from '../../../publishers/html/components.ts'
import {type Slot, slotHtml} from '../../../publishers/html/slots.ts'
import * as make from '../../support/model.ts'

/** Marks of a template as a stranger may write them, and what HTML or a reader could stumble over. */
const HOSTILE =
  '\0|\u00000\0|\u00001\0|\0\0|0|</script>|<b>|&amp;|"|\'|\n|  |\t|\u202e|\u2066|\u200b|\ud83d|\ude00|\u{1f600}|\u2028|$&'

const text = fc
  .oneof(
    {weight: 4, arbitrary: fc.constantFrom('Sleep', ' and ', 'rest', '', ' ')},
    {weight: 1, arbitrary: fc.array(fc.constantFrom(...HOSTILE.split('|')), {maxLength: 3})},
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})},
  )
  .map((parts) => (typeof parts === 'string' ? parts : parts.join('')))

const LINKS = ['link-1', 'link-2', 'link-3']

const span = fc.record({
  _type: fc.constant('span' as const),
  _key: fc.constantFrom('a', 'b'),
  text,
  marks: fc.uniqueArray(fc.constantFrom('strong', 'em', 'sub', 'sup', ...LINKS), {maxLength: 3}),
})

const citation = fc.record({
  _type: fc.constant('citation' as const),
  _key: fc.constantFrom('a', 'b'),
  sources: fc.array(fc.constantFrom('one', 'two', 'three'), {maxLength: 3}),
})

const block: fc.Arbitrary<TextBlock> = fc
  .record(
    {
      style: fc.constantFrom('normal', 'normal', 'normal', 'h3', 'h4', 'blockquote'),
      listItem: fc.constantFrom('bullet', 'number'),
      level: fc.integer({min: 1, max: 3}),
      children: fc.array(fc.oneof({weight: 3, arbitrary: span}, citation), {maxLength: 6}),
      hrefs: fc.array(fc.constantFrom('/a/', '/b"<', 'https://a.example/?b&c', 'sms:988'), {
        minLength: LINKS.length,
        maxLength: LINKS.length,
      }),
    },
    {requiredKeys: ['style', 'children', 'hrefs']},
  )
  .map(({hrefs, ...rest}) => ({
    _type: 'block',
    _key: 'k',
    ...rest,
    markDefs: LINKS.map((_key, index) => ({_type: 'link', _key, href: hrefs[index] ?? '/'})),
  }))

const objects: readonly PortableNode[] = [
  {_type: 'figure', _key: 'f', image: {url: 'a.png', alt: '\u00000\0'}, alt: 'A "b"', caption: 'c'},
  {_type: 'helplineRef', _key: 'h', helpline: make.helpline()},
  {_type: 'table', _key: 't', header: true, rows: [{cells: ['a', '\0']}, {cells: ['<', '1']}]},
]

const flat = fc.array(fc.oneof({weight: 6, arbitrary: block}, fc.constantFrom(...objects)), {
  maxLength: 6,
})

const warning = flat.map((body): WarningRef => ({
  _type: 'warningRef',
  _key: 'w',
  warning: {id: 'w', revision: 'r', title: 'Take care', severity: 'danger', body},
}))

const nodes: fc.Arbitrary<readonly PortableNode[]> = fc.array(
  fc.oneof({weight: 6, arbitrary: block}, fc.constantFrom(...objects), warning),
  {maxLength: 8},
)

type Render = (nodes: readonly PortableNode[], options: SemanticOptions) => string

const anew: Render = (each, options) => blocksHtml(each, semanticComponents(options))

interface Printed {
  readonly html: string
  readonly citations: readonly (readonly string[])[]
}

/** As a page does: each citation counted, which shows one too many or in the wrong place. */
const print = (render: Render, each: readonly PortableNode[], root: string): Printed => {
  const citations: (readonly string[])[] = []
  const html = render(each, {
    language: 'en',
    noticeLanguage: 'en',
    classOf: (part) => (root === '' ? undefined : part),
    href: (href) => (href.startsWith('/') ? `${root}${href}` : href),
    imageUrl: ({url}) => `${root}${url}`,
    citation: ({sources}) => `<sup>${citations.push(sources)}</sup>`,
    ...(root === '../' && {table: () => '<table></table>'}),
  })
  return {html, citations}
}

const ROOTS = ['', '../', 'https://a.example']

const RUNS = {numRuns: 1500, seed: 8}

const frozen = nodes.map((each) => Object.freeze(each))

/** Takes every mark for its own, and every slot for one that is shown. */
const credulous: Render = (each, options) => {
  const slots: Slot[] = []
  const html = blocksHtml(
    each,
    componentsWith((slot) => `\0${slots.push(slot) - 1}\0`),
  )
  return html.replace(/\0(\d+)\0/g, (_, number) => {
    const slot = slots[Number(number)]
    if (slot === undefined) return ''
    return slot._type === 'warningRef' ? semanticHtml([slot], options) : slotHtml(slot, options)
  })
}

const differsOn = (render: Render, texts: fc.Arbitrary<readonly PortableNode[]>): boolean =>
  fc.check(
    fc.property(texts, (each) =>
      isDeepStrictEqual(print(render, each, '../'), print(anew, each, '../')),
    ),
    RUNS,
  ).failed

describe('a text by its template', () => {
  test('has the octets and calls of one rendered anew, for one channel after the other', () => {
    fc.assert(
      fc.property(frozen, (each) => {
        for (const root of ROOTS) {
          expect(print(semanticHtml, each, root)).toEqual(print(anew, each, root))
        }
      }),
      RUNS,
    )
  })

  test('is made anew when the text is not frozen', () => {
    const texts = [make.block('One')]
    const one = print(semanticHtml, texts, '').html
    texts.push(make.block('Two'))
    expect(print(semanticHtml, texts, '').html).toContain('Two')
    expect(one).not.toContain('Two')
  })

  test('would show where it takes what an author wrote for a mark of its own', () => {
    const written = [make.block('one \u00000\0 two', {style: 'h3'}), ...objects]
    expect(differsOn(credulous, fc.constant(written))).toBe(true)
    expect(differsOn(semanticHtml, fc.constant(Object.freeze(written)))).toBe(false)
  })

  test('would show where it counts a citation once that is rendered twice', () => {
    const item = make.block('one', {
      listItem: 'bullet',
      style: 'h3',
      children: [{_type: 'citation', _key: 'c', sources: ['one']}],
    })
    expect(differsOn(credulous, fc.constant([item]))).toBe(true)
    expect(differsOn(semanticHtml, fc.constant(Object.freeze([item])))).toBe(false)
  })
})
