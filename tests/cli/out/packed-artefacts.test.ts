import fc from 'fast-check'
import {expect, it} from 'vitest'
import type {Artefact} from '../../../cli/out/manifest.ts'
import {
  ArtefactList,
  artefactsOf,
  documentLines,
  type Packed,
} from '../../../cli/out/packed-artefacts.ts'
import {CHANNELS} from '../../../publishers/publisher.ts'

const text = fc.string({unit: 'binary', maxLength: 3})

/** Few different texts, so that many say alike; `0` and the empty one would be mistaken first. */
const few = fc.oneof(fc.constantFrom('', '0', 'a', 'null'), text)

const artefact: fc.Arbitrary<Artefact> = fc
  .record({
    path: few,
    channel: fc.constantFrom(...CHANNELS),
    documentId: few,
    revision: few,
    country: few,
    language: few,
    noticeId: few,
    noticeRevision: few,
    sha256: few,
    bytes: fc.nat(),
    segments: fc.option(fc.nat(3), {nil: undefined}),
  })
  .map(({segments, ...rest}) => (segments === undefined ? rest : {...rest, segments}))

const artefacts = fc.array(artefact, {maxLength: 30})

it('says of each artefact what was said, document by document', () => {
  fc.assert(
    fc.property(artefacts, (all) => {
      const lines = documentLines(all)
      const ids = [...new Set(all.map(({documentId}) => documentId))]
      expect(lines.map(([id]) => id)).toEqual(ids)
      for (const [id, line] of lines) {
        expect(artefactsOf(line)).toEqual(all.filter(({documentId}) => documentId === id))
      }
    }),
  )
})

it('lists one artefact a path, the last, however they are packed', () => {
  fc.assert(
    fc.property(
      fc.array(artefacts, {maxLength: 5}),
      fc.infiniteStream(fc.boolean()),
      (all, coins) => {
        const parts = all.flatMap((some): readonly Packed[] =>
          coins.next().value === true ? [some] : documentLines(some).map(([, line]) => line),
        )
        const last = new Map<string, Artefact>()
        for (const each of parts.flatMap(artefactsOf)) last.set(each.path, each)
        const list = new ArtefactList(parts)
        const inOrder = [...last.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
        expect([...list.byPath()]).toEqual(inOrder)
        expect(new Set(list)).toEqual(new Set(inOrder))
        expect([...list]).toHaveLength(list.length)
      },
    ),
  )
})

it('takes no line that it did not write', () => {
  expect(() => artefactsOf('[["web/x","fax"]]')).toThrow(RangeError)
  expect(() => artefactsOf('{}')).toThrow(RangeError)
  expect(() => artefactsOf('[')).toThrow(SyntaxError)
})
