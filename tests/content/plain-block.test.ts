/** The quick readers, held to those that report: what the quick one reads, the other reads the same. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {cleanedText, cleanText, isPlain} from '../../content/clean.ts'
import {isObject, type JsonObject} from '../../content/json-object.ts'
import type {Lookup, Shelf} from '../../content/parse/lookup.ts'
import {Place} from '../../content/parse/place.ts'
import {plainBlock} from '../../content/parse/plain-block.ts'
import {parsed} from '../../content/parse/reader.ts'
import {source as sourceReader} from '../../content/parse/source.ts'
import {textBlock} from '../../content/parse/text-block.ts'
import {linkHref, plainHref} from '../../content/parse/urls.ts'
import {source, TODAY} from './documents.ts'

const SOURCES: ReadonlyMap<string, unknown> = new Map(
  [
    source({_id: 'source-a'}),
    source({_id: 'source-b'}),
    source({_id: 'source-bad', title: ''}),
    source({_id: 'drafts.source-a'}),
  ].map((each) => [each._id, each]),
)

const unused: Shelf<never> = {
  type: 'unused',
  get: () => ({ok: false, problems: []}),
  get standIn(): never {
    throw new Error('nothing refers to this')
  },
}

const lookup: Lookup = {
  today: TODAY,
  typeOf: (id) => (id === 'article-a' ? 'article' : SOURCES.has(id) ? 'source' : undefined),
  image: () => ({ok: false, code: 'ASSET_MISSING', message: ''}),
  sources: {
    type: 'source',
    get: (id) => parsed(id, SOURCES.get(id), sourceReader),
    standIn: sourceReader({}, new Place('', [])),
  },
  sections: unused,
  warnings: unused,
  helplines: unused,
  contributors: unused,
  articles: unused,
}

const character = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom('a', 'b', ' ', '’', 'é', 'ß', '—', 'ل', 'अ', '中', '😀')},
  {
    weight: 2,
    arbitrary: fc.constantFrom('\u0301', '\u00ad', '\r\n', '\n', '\t', '\u2028', '\ufb01'),
  },
  {weight: 2, arbitrary: fc.constantFrom('\u200b', '\u200d', '\ufeff', '\u0001', '\u{1d173}')},
  {weight: 1, arbitrary: fc.constantFrom('\u202e', '\u202c', '\u2068', '\u2069', '\ud800')},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 1})},
)
const words = fc.array(character, {maxLength: 12}).map((all) => all.join(''))

/** Mostly as it should be: a fault a block at most, so that the quick reader has work too. */
const or = <T>(right: fc.Arbitrary<T>, ...wrong: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({weight: 40, arbitrary: right}, {weight: 1, arbitrary: fc.constantFrom(...wrong)})

const key = fc.oneof({weight: 9, arbitrary: fc.uuid()}, fc.constantFrom('k', 'l', '', null, 7))

const span = fc.record(
  {
    _type: fc.constant('span'),
    _key: key,
    text: or(fc.oneof(fc.constant('Plain words. '), words), null, 7, undefined),
    marks: or(
      fc.array(fc.constantFrom('strong', 'em', 'sub', 'sup', 'k', 'l'), {maxLength: 3}),
      ['blink'],
      [''],
      [7],
      'strong',
      null,
    ),
  },
  {requiredKeys: ['_type', '_key', 'text']},
)

const citation = fc.record({
  _type: fc.constant('citation'),
  _key: key,
  sources: or(
    fc.array(
      fc.constantFrom('source-a', 'source-b').map((_ref) => ({_type: 'reference', _ref})),
      {minLength: 1, maxLength: 3},
    ),
    [],
    [{_ref: 'source-bad'}],
    [{_ref: 'nobody'}],
    [{_ref: 'article-a'}],
    [{_ref: 'drafts.source-a'}],
    [{_ref: 'source-a\u200b'}],
    [null],
    'source-a',
  ),
})

const HREFS = ['/sleep/', 'https://a.example/b?c=1#d', 'http://x.example/', 'tel:988', '//evil']

const link = fc.record({
  _type: or(fc.constant('link'), 'note', undefined),
  _key: fc.constantFrom('k', 'l', 'm'),
  href: or(fc.constantFrom(...HREFS), 'javascript:x', '', '/a b', 7),
})

const block = fc.record(
  {
    _type: fc.constant('block'),
    _key: key,
    style: or(fc.constantFrom('normal', 'h3', 'h4', 'blockquote'), 'h1', '', null, 7),
    listItem: or(fc.constantFrom('bullet', 'number'), 'square', null, ''),
    level: or(fc.integer({min: 1, max: 10}), 0, 11, 1.5, '1', null),
    markDefs: or(fc.array(link, {maxLength: 2}), null, 'x', {}),
    children: or(
      fc.array(fc.oneof({weight: 5, arbitrary: span}, citation, fc.constant({_type: 'image'})), {
        maxLength: 6,
      }),
      null,
      'x',
    ),
  },
  {requiredKeys: ['_type', '_key', 'children']},
)

const isFrozenThroughout = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout))

const asStored = (value: unknown): JsonObject => {
  const stored: unknown = JSON.parse(JSON.stringify(value))
  return isObject(stored) ? stored : {}
}

describe('the quick reader of blocks', () => {
  it('reads nothing otherwise than the other one, and nothing that has a problem', () => {
    const count = {quick: 0, left: 0, needlessly: 0}
    fc.assert(
      fc.property(block, fc.boolean(), (made, citations) => {
        const value = asStored(made)
        const rules = {citations, warnings: 'allowed'} as const
        const quick = plainBlock(value, lookup, rules)
        const slow = parsed('d', value, textBlock(lookup, rules))
        if (quick === undefined) {
          count.left++
          if (slow.ok) count.needlessly++
          return
        }
        count.quick++
        expect(slow.ok && JSON.stringify(slow.value)).toBe(JSON.stringify(quick))
        expect(isFrozenThroughout(quick)).toBe(true)
      }),
      {numRuns: 4000},
    )
    expect(count.quick).toBeGreaterThan(500)
    expect(count.left - count.needlessly).toBeGreaterThan(500)
  })

  it('leaves a block of very many pieces to the other one', () => {
    const children = Array.from({length: 65}, (_, at) => ({
      _type: 'span',
      _key: `s${at}`,
      text: 'x',
    }))
    const value = {_type: 'block', _key: 'b', children}
    const rules = {citations: true, warnings: 'allowed'} as const
    expect(plainBlock(value, lookup, rules)).toBe(undefined)
    expect(plainBlock({...value, children: children.slice(1)}, lookup, rules)).toMatchObject({
      children: [{text: 'x'.repeat(64)}],
    })
  })
})

describe('plain text', () => {
  const PLAIN = Array.from({length: 0x1_0000}, (_, unit) => String.fromCharCode(unit)).filter(
    isPlain,
  )

  it('is left as it is, alone and beside any other', () => {
    expect(PLAIN.length).toBeGreaterThan(700)
    const all = PLAIN.join('')
    for (const one of PLAIN) {
      const beside = one + Array.from(all, (other) => other + one).join('')
      expect(cleanedText(beside)).toBe(beside)
    }
  })

  it('and any other is cleaned as the slow way cleans it', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(cleanText(text)).toBe(cleanedText(text))
      }),
      {numRuns: 3000},
    )
  })
})

describe('a plain address', () => {
  const PARTS =
    'https:// http:// HTTPS:// mailto: tel: / // . - -- xn-- 0x a b.example 1.2.3.4 999 EXAMPLE ' +
    '@ : % %0a ? # \\ < | \u200b é [ ] { ` \' " ~ & ='
  const part = fc.constantFrom(' ', ...PARTS.split(' '))

  it('is one that the reader of addresses gives back as it is', () => {
    let plain = 0
    fc.assert(
      fc.property(fc.array(part, {maxLength: 9}), fc.webUrl(), (parts, url) => {
        for (const text of [parts.join(''), url, `https://a.example/${parts.join('')}`]) {
          if (plainHref(text) === undefined) continue
          plain++
          expect(parsed('d', text, linkHref)).toEqual({ok: true, value: text})
        }
      }),
      {numRuns: 5000},
    )
    expect(plain).toBeGreaterThan(1000)
  })
})
