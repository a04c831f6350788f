import {nestLists} from '@portabletext/toolkit'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Link, PortableNode, Span, TextBlock} from '../../../content/model.ts'
import {UnknownBlockError} from '../../../errors.ts'
import {blocksText} from '../../../publishers/text/blocks.ts'
import type {TextOptions} from '../../../publishers/text/options.ts'
import * as model from '../../support/model.ts'

const options: TextOptions = {
  language: 'en',
  numbers: (ids) => ids.map(Number),
  origin: 'https://health.example',
}

const text = (nodes: readonly PortableNode[], over: Partial<TextOptions> = {}) =>
  blocksText(nodes, {...options, ...over})

const span = (value: string, ...marks: readonly string[]): Span => ({
  _type: 'span',
  _key: value,
  text: value,
  marks,
})

const paragraph = (children: TextBlock['children'], markDefs: readonly Link[] = []) =>
  model.block('', {children, markDefs})

const link = (href: string): Link => ({_type: 'link', _key: 'a', href})
const linked = (label: string, href: string) => text([paragraph([span(label, 'a')], [link(href)])])

const item = (value: string, listItem: 'bullet' | 'number', level = 1) =>
  model.block(value, {listItem, level})

describe('blocks', () => {
  it('stand apart by a blank line, with the sign of their style', () => {
    const nodes = [
      model.block('One.'),
      model.block('Two', {style: 'h3'}),
      model.block('Three', {style: 'h4'}),
      model.block('Four\nfive', {style: 'blockquote'}),
    ]
    expect(text(nodes)).toBe('One.\n\n### Two\n\n#### Three\n\n> Four\n> five')
    expect(text([])).toBe('')
    expect(text([model.block(''), model.block('a'), model.block(' '), model.block('b')])).toBe(
      'a\n\nb',
    )
  })

  it('are wrapped at the width, at spaces alone', () => {
    const nodes = [
      model.block('one two three four five six seven eight nine'),
      model.block('one two three four five six seven eight nine', {style: 'blockquote'}),
      model.block(`see https://health.example/a-very-long-address-that-is-longer-than-a-line now`),
    ]
    expect(text(nodes, {width: 30})).toBe(
      [
        'one two three four five six\nseven eight nine',
        '> one two three four five six\n> seven eight nine',
        'see\nhttps://health.example/a-very-long-address-that-is-longer-than-a-line\nnow',
      ].join('\n\n'),
    )
  })

  it('count a line by what is seen, and keep no-break spaces', () => {
    const marks = 'e\u0301'.repeat(12)
    expect(text([model.block(`${marks} ${marks}`)], {width: 25})).toBe(`${marks} ${marks}`)
    expect(text([model.block(`${'x'.repeat(20)} 9\u00a0mg\u00a0a`)], {width: 25})).toContain(
      '\n9\u00a0mg\u00a0a',
    )
  })

  it('keep every line break of the text, whichever way it is written', () => {
    expect(text([model.block('a\r\nb\rc\nd\u2028e')])).toBe('a\nb\nc\nd\ne')
  })
})

describe('lists', () => {
  it('are indented below the text of the item above them, and numbered across what they hold', () => {
    const nodes = [
      item('one', 'number'),
      item('deep', 'bullet', 2),
      item('deeper', 'number', 3),
      item('two', 'number'),
      item('again', 'bullet', 2),
      item('first', 'bullet'),
      item('new one', 'number'),
      model.block('between'),
      item('new one', 'number'),
    ]
    expect(text(nodes)).toBe(
      [
        '1. one',
        '   - deep',
        '     1. deeper',
        '2. two',
        '   - again',
        '- first',
        '1. new one',
        '',
        'between',
        '',
        '1. new one',
      ].join('\n'),
    )
  })

  it('hang their lines', () => {
    const nodes = [item('one two three four five six seven', 'number')]
    expect(text(nodes, {width: 27})).toBe('1. one two three four five\n   six seven')
  })

  it('hang ten and more', () => {
    const nodes = Array.from({length: 10}, () => item('x\ny', 'number'))
    expect(text(nodes).split('\n').slice(-4)).toEqual(['9. x', '   y', '10. x', '    y'])
  })

  it('that skip levels are indented as deep as they say', () => {
    expect(text([item('a', 'bullet', 3), item('b', 'bullet', 2)])).toBe('    - a\n  - b')
  })

  it('number as the toolkit nests', () => {
    const level = fc.integer({min: 1, max: 2})
    // From a first level that never changes its kind: there the toolkit nests as HTML would.
    const items = fc.array(level, {minLength: 1, maxLength: 12})
    fc.assert(
      fc.property(items, (levels) => {
        const nodes = [1, ...levels].map((each, index) => ({
          _type: 'block',
          _key: `k${index}`,
          listItem: 'number',
          level: each,
          children: [{_type: 'span', _key: 's', text: `i${index}`, marks: []}],
        }))
        const expected = new Map<string, number>()
        type Tree = ReturnType<typeof nestLists>[number]
        const walk = (tree: readonly Tree[]) => {
          let count = 0
          for (const node of tree) {
            if (node._type === '@list' && 'children' in node && Array.isArray(node.children)) {
              walk(node.children)
            } else if ('children' in node && Array.isArray(node.children)) {
              count += 1
              const [first] = node.children
              if (first !== undefined && 'text' in first) expected.set(String(first.text), count)
            }
          }
        }
        walk(nestLists(nodes, 'direct'))
        const found = text(nodes.map((node, index) => item(`i${index}`, 'number', node.level)))
        for (const line of found.split('\n')) {
          const [, number, name] = /^\s*(\d+)\. (\w+)$/.exec(line) ?? []
          expect(Number(number)).toBe(expected.get(String(name)))
        }
        expect(found.split('\n')).toHaveLength(expected.size)
      }),
    )
  })
})

describe('marks', () => {
  it('of weight leave no trace', () => {
    const block = paragraph([span('a '), span('b', 'strong'), span(' c', 'em', 'strong')])
    expect(text([block])).toBe('a b c')
  })

  it.each([
    [['H', 'sub:2', 'O'], 'H2O'],
    [['10', 'sup:6'], '10^6'],
    [['10', 'sup:-9', ' m'], '10^-9 m'],
    [['kg/m', 'sup:2'], 'kg/m2'],
    [['Na', 'sup:+', ' Ca', 'sup:2+'], 'Na+ Ca2+'],
    [['1', 'sup:st', ' 2', 'sup:n'], '1st 2^n'],
    [['x', 'sup:n-1'], 'x^(n-1)'],
    [['e', 'sup:x'], 'e^x'],
    [['T', 'sub:1', ' PaCO', 'sub:2'], 'T1 PaCO2'],
    [['5', 'sub:2', ' a', 'sub:i,j'], '5_2 a_i,j'],
    [['(x)', 'sup:2', 'sup: '], '(x)^2'],
  ])('%j reads %j', (parts, expected) => {
    const spans = parts.map((part) => {
      const [mark = '', value] = part.split(':')
      return value === undefined ? span(part) : span(value, mark)
    })
    expect(text([paragraph(spans)])).toBe(expected)
  })

  it('that raise several spans raise them together', () => {
    const spans = [span('10'), span('1', 'sup'), span('2', 'sup', 'em')]
    expect(text([paragraph(spans)])).toBe('10^12')
  })
})

describe('links', () => {
  it.each([
    ['our guide', '/sleep/', 'our guide (https://health.example/sleep/)'],
    ['our guide ', 'https://a.example/x', 'our guide (https://a.example/x)'],
    ['https://a.example/x', 'https://a.example/x', 'https://a.example/x'],
    ['a.example', 'https://a.example/', 'a.example'],
    ['call them', 'tel:+18006624357', 'call them (+18006624357)'],
    ['1-800-662-4357', 'tel:+18006624357', '1-800-662-4357'],
    ['800 662 4357', 'tel:+18006624357', '800 662 4357'],
    ['0800 123 4567', 'tel:+448001234567', '0800 123 4567'],
    ['in 24 hours', 'tel:988', 'in 24 hours (988)'],
    ['Text 988', 'sms:988', 'Text 988'],
    ['Text us', 'sms:741741?body=HOME', 'Text us (HOME > 741741)'],
    ['Text HOME to 741741', 'sms:741741?body=HOME', 'Text HOME to 741741'],
    ['Text 741741', 'sms:741741?body=HOME', 'Text 741741 (HOME > 741741)'],
    ['write', 'mailto:a@b.example?subject=x', 'write (a@b.example)'],
    ['A@b.example', 'mailto:a@b.example', 'A@b.example'],
    ['', 'https://a.example/x', 'https://a.example/x'],
  ])('%j to %j reads %j', (label, href, expected) => {
    expect(linked(label, href)).toBe(expected)
  })

  it('show their address once, after all of their spans', () => {
    const spans = [span('see '), span('our ', 'a'), span('guide', 'strong', 'a'), span('.')]
    expect(text([paragraph(spans, [link('/sleep/')])])).toBe(
      'see our guide (https://health.example/sleep/).',
    )
  })

  it('keep the space behind them', () => {
    const spans = [span('our guide ', 'a'), span('now')]
    expect(text([paragraph(spans, [link('/s')])])).toBe('our guide (https://health.example/s) now')
  })

  it('end where the next begins', () => {
    const second: Link = {_type: 'link', _key: 'b', href: '/b'}
    const spans = [span('one', 'a'), span(' two', 'b')]
    expect(text([paragraph(spans, [link('/a'), second])])).toBe(
      'one (https://health.example/a) two (https://health.example/b)',
    )
  })
})

const cite = (...sources: readonly string[]) =>
  ({_type: 'citation', _key: sources.join('-'), sources}) as const

const unnumbered = () => {
  throw new RangeError('source-x is not in the reference list')
}

describe('citations', () => {
  it('are numbers in brackets, runs of three and more shortened', () => {
    const block = paragraph([
      span('It helps.'),
      cite('1'),
      span(' Often.'),
      cite('1', '3', '4', '5'),
    ])
    expect(text([block])).toBe('It helps.[1] Often.[1,3-5]')
  })

  it('stand after full stops and commas, before colons', () => {
    const block = paragraph([
      span('It helps'),
      cite('1'),
      span(', often:'),
      cite('2'),
      span(' so.'),
    ])
    expect(text([block])).toBe('It helps,[1] often[2]: so.')
  })

  it('without a number are refused', () => {
    const block = paragraph([cite('source-x')])
    expect(() => text([block], {numbers: unnumbered})).toThrow(RangeError)
  })
})

describe('custom blocks', () => {
  it('figures tell what they show', () => {
    const image = {url: 'assets/a.png', alt: 'unused'}
    const figure = {_type: 'figure', _key: 'f', image, alt: 'A hand'} as const
    expect(text([figure])).toBe('[Image: A hand]')
    expect(text([{...figure, caption: 'Hold it.'}])).toBe('[Image: A hand]\nHold it.')
  })

  it('warnings stand behind a bar, body and all', () => {
    const body = [model.block('Stopping suddenly.'), item('a', 'bullet')]
    const warning = model.warning({body})
    expect(text([{_type: 'warningRef', _key: 'w', warning}])).toBe(
      '| Danger: Do not stop at once\n| Stopping suddenly.\n|\n| - a',
    )
  })

  it('warnings fit the width, bar included', () => {
    const warning = model.warning({title: 'x y '.repeat(20), body: [model.block('ab '.repeat(60))]})
    const lines = text([{_type: 'warningRef', _key: 'w', warning}], {width: 40}).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(lines.every((line) => line.startsWith('| '))).toBe(true)
  })

  it('helplines keep name, numbers and hours on one line, in the language of the notice', () => {
    const node = {_type: 'helplineRef', _key: 'h', helpline: model.helpline()} as const
    expect(text([node])).toBe(
      '| 988 Suicide & Crisis Lifeline: Call 988 · Text 988 · Chat online (https://988lifeline.org/chat) · 24 hours a day, every day',
    )
    expect(text([node], {noticeLanguage: 'es'})).toContain('Llame al 988')
  })

  it('helplines too long for the column break between the ways, never in one', () => {
    const node = {_type: 'helplineRef', _key: 'h', helpline: model.helpline()} as const
    expect(text([node], {width: 30}).split('\n')).toEqual([
      '| 988 Suicide & Crisis Lifeline: Call 988',
      '|   · Text 988',
      '|   · Chat online (https://988lifeline.org/chat)',
      '|   · 24 hours a day, every day',
    ])
  })

  it.each(['widget', 'constructor', '__proto__'])('unknown ones (%s) throw', (kind) => {
    const plain: PortableNode = model.block('x')
    const unknown = [
      {...plain, _type: kind},
      {...plain, style: kind},
      {...plain, listItem: kind},
      {...plain, children: [{...span('x'), _type: kind}]},
      {...plain, children: [span('x', kind)]},
      {...plain, markDefs: [{_key: 'k', _type: kind}], children: [span('x', 'k')]},
    ]
    for (const node of unknown) {
      // @ts-expect-error what the model does not allow, but a dataset may hold
      expect(() => text([node])).toThrow(UnknownBlockError)
    }
    expect(text([plain])).toBe('x')
  })
})

const within = (milliseconds: number, run: () => string): string => {
  const start = performance.now()
  const result = run()
  expect(performance.now() - start).toBeLessThan(milliseconds)
  return result
}

describe('hostile bodies', () => {
  it('of 2 MB, of 5,000 blocks and of 20,000 spans take no more than their length', () => {
    const long = 'word '.repeat(400_000)
    expect(within(4000, () => text([model.block(long)], {width: 72})).length).toBeGreaterThan(
      1_900_000,
    )
    const many = Array.from({length: 5000}, (_, n) => model.block(`Paragraph ${n}`))
    expect(within(2000, () => text(many)).split('\n\n')).toHaveLength(5000)
    const spans = Array.from({length: 20_000}, () => span('a ', 'strong', 'a'))
    const block = paragraph(spans, [link('/x')])
    expect(within(2000, () => text([block]))).toMatch(/^a a .* a \(https:\/\/health.example\/x\)$/)
  })

  it('of 10,000 list levels do not run off the page', () => {
    const nodes = Array.from({length: 10_000}, (_, n) => item(`level ${n + 1}`, 'bullet', n + 1))
    const lines = within(2000, () => text(nodes)).split('\n')
    expect(lines).toHaveLength(10_000)
    expect(lines.at(-1)).toBe(`${'  '.repeat(11)}- level 10000`)
    expect(text([item('far', 'number', 1e9), item('wrong', 'number', -3)])).toContain('1. wrong')
  })

  it('of emoji and bidi marks come through as they are', () => {
    const value = '👩‍👧 \u2067شكرا\u2069 e\u0301'
    expect(text([model.block(value)])).toBe(value)
  })
})
