/** The indexes may save work and never change an answer: every query is held against plain groq-js. */
import {evaluate, parse} from 'groq-js'
import fc from 'fast-check'
import {describe, expect, it, onTestFinished} from 'vitest'
import {parseQuery, type QueryContext, runQuery} from '../../lake/query/query.ts'
import {rewrite} from '../../lake/query/rewrite.ts'
import {type View, viewOf} from '../../lake/query/view.ts'
import type {LakeDocument} from '../../lake/document.ts'
import {Store} from '../../lake/store/store.ts'
import {folderForTest} from './support.ts'

const storeOf = async (documents: readonly LakeDocument[]): Promise<Store> => {
  const store = await Store.open({folder: await folderForTest(), onNotice: () => undefined})
  onTestFinished(() => store.close())
  await store.seed(documents)
  return store
}

const documentOf = (id: string, type: string, refs: readonly string[]): LakeDocument => ({
  _id: id,
  _type: type,
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  name: `${type} ${id}`,
  parent: refs[0] === undefined ? null : {_type: 'reference', _ref: refs[0]},
  refs: refs.map((ref, n) => ({_key: String(n), _type: 'reference', _ref: ref, _weak: true})),
})

const IDS = ['a', 'b', 'c', 'drafts.a', 'drafts.d', 'versions.r1.b', 'e'] as const
const TYPES = ['x', 'y', 'z'] as const

const documents = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...IDS), fc.constantFrom(...TYPES), fc.array(fc.constantFrom(...IDS)))
    .map(([id, type, refs]) => documentOf(id, type, refs)),
  {selector: ({_id}) => _id, maxLength: IDS.length},
)

const condition = fc.constantFrom(
  '_id == "a"',
  '"b" == _id',
  '_id == $id',
  '_id in $ids',
  '_id in ["a", "e"]',
  '_id in [null, "a", 3]',
  '_id in path("drafts.**")',
  '_type == "x"',
  '_type == $none',
  '_type in ["x", "z"]',
  '_type in $ids',
  '_type in *[_id == "a"]._type',
  'references("a")',
  'references($ids)',
  'references(["b", "drafts.a"])',
  'references($none)',
  'sanity::versionOf("a")',
  'sanity::versionOf($id)',
  '!(_type == "x")',
  '_id != "a"',
  'parent._ref == "a"',
  'parent->_type == "x"',
  'name match "x*"',
  'true',
  'count(*[references(^._id)]) > 1',
  '_id in *[_type == ^._type].parent._ref',
  'count(refs[_ref == ^._id]) == 0',
)

const filter = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {depthSize: 'small'},
    condition,
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} || ${b})`),
  ),
})).filter

const SHAPES = [
  (f: string) => `*[${f}]._id`,
  (f: string) => `*[${f}]{_id, "back": *[references(^._id)]._id, "same": *[_type == ^._type]._id}`,
  (f: string) => `count(*[${f}])`,
  (f: string) =>
    `*[${f}] | order(_type, _id)[0...2]{_id, "p": parent->{_id, "n": count(*[_id == ^._id])}}`,
  (f: string) => `{"a": *[${f}][0]._id, "b": *[_type == "x" && ${f}]._id}`,
  (f: string) => `*[${f}].refs[]{"to": *[_id == ^._ref][0]._id}`,
  (f: string) => `*[_type == "x"].refs[@._ref in *[${f}]._id]._ref`,
]

const PARAMS = {id: 'a', ids: ['b', 'x', 'drafts.a'], none: null}

const contextOf = (store: Store, view: View): QueryContext => ({
  store,
  view,
  params: PARAMS,
  identity: 'me',
  projectId: 'p',
  dataset: 'd',
})

const plain = async (query: string, dataset: readonly LakeDocument[]): Promise<unknown> => {
  const sorted = dataset.toSorted((a, b) => (a._id < b._id ? -1 : 1))
  const value = await evaluate(parse(query, {params: PARAMS}), {dataset: sorted, params: PARAMS})
  const result: unknown = await value.get()
  return JSON.parse(JSON.stringify(result ?? null))
}

describe('a narrowed query', () => {
  it('answers as groq-js does over all documents', async () => {
    const queries = fc.array(
      fc.tuple(filter, fc.constantFrom(...SHAPES)).map(([asked, shape]) => shape(asked)),
      {minLength: 4, maxLength: 8},
    )
    await fc.assert(
      fc.asyncProperty(documents, queries, async (dataset, asked) => {
        const store = await Store.open({folder: await folderForTest(), onNotice: () => undefined})
        try {
          await store.seed(dataset)
          for (const query of asked) {
            const result = runQuery(query, contextOf(store, viewOf(store, 'raw')))
            expect(JSON.parse(JSON.stringify(result ?? null)), query).toEqual(
              await plain(query, dataset),
            )
          }
        } finally {
          await store.close()
        }
      }),
      {numRuns: 40},
    )
  })

  it('reads only what an index knows', async () => {
    const dataset = Array.from({length: 50}, (_, n) => documentOf(`d${n}`, n < 3 ? 'x' : 'y', []))
    const store = await storeOf(dataset)
    const read = (query: string): number => {
      let documentsRead = 0
      const view = viewOf(store, 'raw')
      const counting: View = {
        get: view.get,
        all: () => {
          documentsRead += dataset.length
          return view.all()
        },
        of: (ids) => {
          const found = view.of(ids)
          documentsRead += found.length
          return found
        },
      }
      runQuery(query, contextOf(store, counting))
      return documentsRead
    }
    expect(read('*[_id == "d7"]')).toBe(1)
    expect(read('*[_type == "x" && name match "y*"]')).toBe(3)
    expect(read('*[_type == "y" && _id in ["d9", "d10"]]')).toBe(2)
    expect(read('*[references("d1")]')).toBe(0)
    expect(read('*[_id == "d1" || _type == "x"]')).toBe(3)
    // and the check can fail
    expect(read('*[name match "x*"]')).toBe(50)
    expect(read('*[_id == "d1" || name match "x*"]')).toBe(50)
  })

  it('is rewritten without a trace of what it was', () => {
    const tree = rewrite(parseQuery('*[_type == "x"]', {}), {
      textQuery: () => ({type: 'Value', value: null}),
    })
    expect(JSON.stringify(tree)).not.toContain('Everything')
  })
})
