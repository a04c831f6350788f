import {open} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it, onTestFinished} from 'vitest'
import {LazyIndex} from '../../content/lazy-index.ts'
import {ContentError, SourceError} from '../../errors.ts'
import {temporaryFiles} from './temporary.ts'

const indexOf = async (
  text: string | Uint8Array,
  unpublished: 'problem' | 'omit' = 'problem',
): Promise<LazyIndex> => {
  const folder = await temporaryFiles({'data.ndjson': text})
  const file = await open(join(folder, 'data.ndjson'))
  onTestFinished(() => file.close())
  return LazyIndex.open(file, {name: 'data.ndjson', unpublished})
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof SourceError) return `${error.code}: ${error.message}`
    throw error
  }
}

const A = '{"_id":"a","_type":"t","n":1}'
const B = '{"n":2,"_type":"u","_id":"b"}'

describe('the lazy index', () => {
  it('finds documents by id and type, and parses on demand', async () => {
    const index = await indexOf(`${A}\n${B}\n`)
    expect(index.ids('t')).toEqual(['a'])
    expect(index.ids('none')).toEqual([])
    expect(index.typeOf('b')).toBe('u')
    expect(index.sizeOf('b')).toBe(B.length)
    expect(await index.read('b')).toEqual({_id: 'b', _type: 'u', n: 2})
    expect(await index.read('c')).toBeUndefined()
  })

  const FORMS: readonly (readonly [string, string])[] = [
    ['a byte order mark', `\uFEFF${A}\n${B}\n`],
    ['carriage returns', `${A}\r\n${B}\r\n`],
    ['blank lines', `\n${A}\n\n  \n${B}\n\n`],
    ['no final newline', `${A}\n${B}`],
    ['spaces around', `  ${A}  \n\t${B}\n`],
  ]

  it.each(FORMS)('reads a file with %s', async (_what, text) => {
    const index = await indexOf(text)
    expect(await index.read('a')).toEqual({_id: 'a', _type: 't', n: 1})
    expect(await index.read('b')).toEqual({_id: 'b', _type: 'u', n: 2})
  })

  it('reads lines longer than its buffer, and lines across its edge', async () => {
    const long = JSON.stringify({x: 'é'.repeat(3_000_000), _id: 'long', _type: 't'})
    const index = await indexOf(`${A}\n${long}\n${B}\n`)
    expect(await index.read('long')).toHaveProperty('x.length', 3_000_000)
    expect(await index.read('b')).toEqual({_id: 'b', _type: 'u', n: 2})
  })

  const BAD: readonly (readonly [string, string, RegExp])[] = [
    ['a torn last line', `${A}\n{"_id":"b","_ty`, /^SOURCE_TRUNCATED: .*last line, 2.*again\.$/],
    ['a torn line inside', `${A}\n{"_id":"b","_ty\n${B}\n`, /^SOURCE_LINE_INVALID: .*Line 2 /],
    ['a last line torn at a brace', `{"_id":"b","_type":"t","x":{"y":1}`, /^SOURCE_TRUNCATED/],
    ['a line without an id', `${A}\n\n{"_type":"t"}\n`, /^SOURCE_LINE_INVALID: .*Line 3 /],
    ['a line that is a list', '[1]\n', /^SOURCE_LINE_INVALID: .*Line 1 /],
    ['an id with a space', '{"_id":"a b","_type":"t"}\n', /^SOURCE_LINE_INVALID: .*"a b"/],
    ['an id with an override', '{"_id":"a\u202eb","_type":"t"}\n', /^SOURCE_LINE_INVALID/],
    [
      'an error line',
      `${A}\n{"error":{"description":"query timeout"}}\n`,
      /^SOURCE_EXPORT_FAILED: .*query timeout/,
    ],
    ['binary', '\u0000\u0001\u0002', /^SOURCE_TRUNCATED/],
  ]

  it.each(BAD)('refuses %s, by name and line', async (_what, text, expected) => {
    expect(await codeOf(indexOf(text))).toMatch(expected)
  })

  it('refuses a file without lines', async () => {
    const text = Buffer.alloc(65 * 1024 * 1024, 0x20)
    expect(await codeOf(indexOf(text))).toMatch(/^SOURCE_LINE_TOO_LONG/)
  })

  it('names both lines of a repeated id, and gives neither', async () => {
    const index = await indexOf(`${A}\n${B}\n${A}\n`)
    expect(index.problems).toMatchObject([
      {documentId: 'a', code: 'DUPLICATE_ID', documentType: 't', path: '_id'},
    ])
    expect(index.problems[0]?.message).toContain('Lines 1 and 3')
    await expect(index.read('a')).rejects.toBeInstanceOf(ContentError)
    expect(await index.read('b')).toEqual({_id: 'b', _type: 'u', n: 2})
  })

  it('names drafts and versions, or leaves them out', async () => {
    const text = [
      A,
      '{"_id":"drafts.a","_type":"t"}',
      '{"_id":"versions.r1.a","_type":"t"}',
      '',
    ].join('\n')
    const strict = await indexOf(text)
    expect(strict.problems.map(({documentId, code}) => [documentId, code])).toEqual([
      ['drafts.a', 'DRAFT_DOCUMENT'],
      ['versions.r1.a', 'VERSION_DOCUMENT'],
    ])
    expect(strict.ids('t')).toEqual(['a'])
    const lenient = await indexOf(text, 'omit')
    expect(lenient.problems).toEqual([])
    expect(lenient.typeOf('drafts.a')).toBeUndefined()
  })

  it('names a document that only turns out to be broken when it is read', async () => {
    const index = await indexOf(`{"_id":"a","_type":"t","x":tru}\n${B}\n`)
    await expect(index.read('a')).rejects.toMatchObject({
      problems: [{documentId: 'a', code: 'DOCUMENT_UNREADABLE'}],
    })
    expect(await index.read('b')).toEqual({_id: 'b', _type: 'u', n: 2})
  })

  it('gives what JSON.parse gives, for any documents', async () => {
    const document = fc
      .tuple(fc.dictionary(fc.string(), fc.jsonValue(), {maxKeys: 4}), fc.boolean())
      .map(([fields, first]) => ({fields, first}))
    await fc.assert(
      fc.asyncProperty(fc.array(document, {maxLength: 8}), async (documents) => {
        const expected = documents.map(({fields, first}, index) => {
          const {_id, _type, ...rest} = fields
          const own = {_id: `id-${index}`, _type: 'any'}
          return first ? {...own, ...rest} : {...rest, ...own}
        })
        const lines = expected.map((each) => JSON.stringify(each))
        const index = await indexOf(`${lines.join('\n')}\n`)
        expect(index.ids('any')).toEqual(expected.map(({_id}) => _id))
        for (const [position, line] of lines.entries()) {
          expect(await index.read(`id-${position}`)).toEqual(JSON.parse(line))
        }
      }),
      {numRuns: 60},
    )
  })
})
