import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {changesSince, GONE} from '../../../cli/standing/changed-documents.ts'
import type {StandingTable} from '../../../cli/standing/standing-table.ts'
import {type PackedState, PackedRows} from '../../../content/packed-rows.ts'
import {NO_HEAD} from './no-head.ts'

interface Document {
  readonly id: string
  readonly type: string
  readonly checksum: number
}

const packed = (documents: readonly Document[]): PackedState => {
  const rows = new PackedRows()
  for (const [line, {id, type, checksum}] of documents.entries()) {
    rows.add({id, type, offset: line * 10, length: 9, line: line + 1, checksum})
  }
  return rows.state()
}

/** Of the table, only what is said of documents. */
const tableOf = (documents: readonly Document[]): StandingTable => {
  const {names, columns} = packed(documents)
  const {lengths, checksums, types, ends, ids} = columns
  const none = new Uint32Array(0)
  return {
    head: {...NO_HEAD, names},
    columns: {
      lengths,
      checksums,
      types,
      idEnds: ends,
      ids,
      articles: none,
      useEnds: none,
      uses: none,
      slugs: none,
      images: none,
      words: new Uint8Array(0),
      pathEnds: none,
      paths: new Uint8Array(0),
      sizes: new Float64Array(0),
      times: new Float64Array(0),
      owners: none,
    },
  }
}

/** The same, told by looking each one up. */
const told = (before: readonly Document[], now: readonly Document[]) => {
  const rows: number[] = []
  const types = new Set<string>()
  const moved: number[] = []
  for (const [row, {id, type, checksum}] of before.entries()) {
    const place = now.findIndex((each) => each.id === id && each.type === type)
    moved.push(place === -1 ? GONE : place)
    if (place === -1) types.add(type)
    if (now[place]?.checksum !== checksum) rows.push(row)
  }
  for (const {id, type} of now) {
    if (!before.some((each) => each.id === id && each.type === type)) types.add(type)
  }
  return {rows, types: [...types].toSorted(), moved}
}

const compared = (before: readonly Document[], now: readonly Document[]) => {
  const changes = changesSince(tableOf(before), packed(now))
  return (
    changes && {
      rows: [...changes.rows].toSorted((one, other) => one - other),
      types: [...changes.types].toSorted(),
      moved: changes.moved === undefined ? before.map((_, row) => row) : [...changes.moved],
    }
  )
}

const documents = fc.uniqueArray(
  fc.record({
    id: fc.integer({min: 0, max: 30}).map((number) => `document-${number}`),
    type: fc.constantFrom('article', 'section', 'source'),
    checksum: fc.integer({min: 0, max: 3}),
  }),
  {selector: ({id}) => id, maxLength: 24},
)

/** What an export brings later: most of it as it was, in its order. */
const later = (before: readonly Document[]): fc.Arbitrary<readonly Document[]> =>
  fc
    .tuple(
      fc.array(fc.constantFrom('keep', 'keep', 'keep', 'edit', 'drop'), {
        minLength: before.length,
        maxLength: before.length,
      }),
      documents,
      fc.nat(24),
      fc.boolean(),
    )
    .map(([fates, others, at, isOrdered]) => {
      const kept = before.flatMap((each, index) => {
        if (fates[index] === 'drop') return []
        return fates[index] === 'edit' ? [{...each, checksum: each.checksum + 7}] : [each]
      })
      const ids = new Set(kept.map(({id}) => id))
      const more = others.filter(({id}) => !ids.has(id)).slice(0, 4)
      const all = [...kept.slice(0, at), ...more, ...kept.slice(at)]
      return isOrdered ? all : all.toReversed()
    })

describe('what has changed of a dataset', () => {
  it('is what a look at each document would say', () => {
    const pairs = documents.chain((before) => fc.tuple(fc.constant(before), later(before)))
    fc.assert(
      fc.property(pairs, ([before, now]) => {
        expect(compared(before, now)).toEqual(told(before, now))
      }),
      {numRuns: 2000},
    )
  })

  it('is told of each row among ten thousand, wherever it lies', () => {
    const many = Array.from({length: 10_000}, (_, number) => ({
      id: `document-${number}`,
      type: 'section',
      checksum: number,
    }))
    const edited = [0, 4095, 4096, 8191, 8192, 9999]
    const now = many.map((each, row) => (edited.includes(row) ? {...each, checksum: -1} : each))
    expect(compared(many, now)?.rows).toEqual(edited)
    const {columns} = packed(many)
    for (const row of edited) columns.lengths[row] = 7
    const longer = {...packed(many), columns}
    expect([...(changesSince(tableOf(many), longer)?.rows ?? [])]).toEqual(edited)
  })

  it('is not told where too much lies between beginning and end', () => {
    const many = Array.from({length: 20_003}, (_, number) => ({
      id: `document-${number}`,
      type: 'section',
      checksum: 1,
    }))
    expect(compared(many, many.toReversed())).toBeUndefined()
    expect(compared(many, [...many.slice(1), ...many.slice(0, 1)])).toBeUndefined()
    expect(compared(many, many.slice(1))?.types).toEqual(['section'])
    expect(
      compared(many, many.with(77, {id: 'document-77', type: 'section', checksum: 2}))?.rows,
    ).toEqual([77])
  })
})
