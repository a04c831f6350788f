/** The writer of JSON files against JSON.stringify, octet by octet. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {jsonFile} from '../../../publishers/partner/json-file.ts'

const stringified = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** What breaks quoting, where it is broken: halves of pairs, quotes, breaks, controls, direction marks. */
const HOSTILE =
  '" \\ / \n \r\n \t \b \f \0 \u007f \u2028 \u2029 \ud83d \ude00 😀 \u200b \u202e \u2066 </script> \\u0022 ’ ü toJSON __proto__ constructor'

const hostile = fc
  .array(fc.constantFrom('', ' ', ...HOSTILE.split(' ')))
  .map((parts) => parts.join(''))

const text = fc.oneof(hostile, fc.string({unit: 'binary'}), fc.string())

/** Values that JSON leaves out, replaces, or lets print themselves. */
const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e21,
  () => 'left out',
  Symbol('left out'),
  new Date(0),
  new Date(Number.NaN),
  new Map([['no', 'fields']]),
  new (class {
    own = {deep: ['two\nlines', {}]}
  })(),
  {toJSON: () => ({printed: ['by', {itself: '\n'}]})},
  {toJSON: () => undefined},
  {toJSON: 'no function'},
  Object.assign(['one'], {toJSON: () => 'a list that prints itself', more: 1}),
  Object.assign(['one'], {more: 'than a list'}),
  Object.create({inherited: true}, {own: {value: 1, enumerable: true}, hidden: {value: 2}}),
  Object.create(null),
  Object('boxed\n'),
  Object(1),
  // eslint-disable-next-line no-sparse-arrays
  [, 1, , 2],
)

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    {maxDepth: 5},
    text,
    fc.double(),
    fc.boolean(),
    odd,
    fc.array(tie('any'), {maxLength: 5}),
    fc.dictionary(text, tie('any'), {maxKeys: 5}),
    fc.dictionary(text, tie('any'), {maxKeys: 5, noNullPrototype: true}),
  ),
})).any

describe('a JSON file', () => {
  it('has the octets that JSON.stringify gives, whatever is in it', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(jsonFile(each)).toBe(stringified(each))
      }),
      {numRuns: 3000},
    )
  })

  it('has them where nothing but JSON is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 6, stringUnit: 'binary'}), (each) => {
        expect(jsonFile(each)).toBe(stringified(each))
      }),
      {numRuns: 1000},
    )
  })

  it('cannot be made of what JSON has no form for', () => {
    expect(() => jsonFile({big: 1n})).toThrow(TypeError)
    expect(() => jsonFile([{big: 1n}])).toThrow(TypeError)
  })
})
