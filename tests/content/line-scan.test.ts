import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {scanLine} from '../../content/line-scan.ts'

const scan = (line: string): unknown => {
  const bytes = Buffer.from(line)
  return scanLine(bytes, 0, bytes.length)
}

describe('reading _id and _type from bytes', () => {
  const PLAIN: readonly (readonly [string, string])[] = [
    ['first', '{"_id":"a","_type":"t","x":1}'],
    ['last', '{"x":[1,{"y":"}"}],"_type":"t","_id":"a"}'],
    [
      'after nested ids',
      '{"x":{"_id":"no","_type":"no"},"y":[{"_id":"no"}],"_id":"a","_type":"t"}',
    ],
    ['after escaped quotes', String.raw`{"x":"\"_id\":\"no\"","y":"\\","_id":"a","_type":"t"}`],
    ['with spaces', '{ "x" : null ,\t"_id" : "a" , "_type" : "t" }'],
    ['after brackets in text', '{"x":"]}{[","_id":"a","_type":"t"}'],
    ['after other letters', '{"é":"ü😀","_id":"a","_type":"t"}'],
  ]

  it.each(PLAIN)('finds them %s', (_where, line) => {
    expect(scan(line)).toEqual({id: 'a', type: 't'})
  })

  const UNSURE: readonly (readonly [string, string])[] = [
    ['an escape in the id', String.raw`{"_id":"\u0061","_type":"t"}`],
    ['an escape in a key', String.raw`{"\u005fid":"a","_type":"t"}`],
    ['no object', '["_id"]'],
    ['a number for an id', '{"_id":1,"_type":"t"}'],
    ['ids only inside', '{"x":{"_id":"a","_type":"t"}}'],
    ['a torn line', '{"x":"abc'],
    ['nothing', ''],
  ]

  it.each(UNSURE)('leaves %s to the parser', (_what, line) => {
    expect(scan(line)).toBeUndefined()
  })

  it('agrees with JSON.parse on any document, whatever the order of its keys', () => {
    const key = fc.oneof(fc.constantFrom('_id', '_type', '_rev', 'x', '"', '\\'), fc.string())
    const fields = fc.array(fc.tuple(key, fc.jsonValue()), {maxLength: 6})
    const identity = fc.record({_id: fc.string(), _type: fc.string()})
    fc.assert(
      fc.property(fields, fields, identity, fc.boolean(), (before, after, own, spaced) => {
        const extra = ([name]: [string, unknown]): boolean => name !== '_id' && name !== '_type'
        const document = Object.fromEntries([
          ...before.filter(extra),
          ...Object.entries(own),
          ...after.filter(extra),
        ])
        const line = JSON.stringify(document, null, spaced ? 1 : 0).replaceAll('\n', ' ')
        const escaped = JSON.stringify([own._id, own._type]).includes('\\')
        const found = scan(line)
        // undefined is honest: the line is parsed then; a wrong answer is not
        if (found === undefined) return escaped || line.includes('\\')
        expect(found).toEqual({id: own._id, type: own._type})
        return true
      }),
      {numRuns: 500},
    )
  })
})
