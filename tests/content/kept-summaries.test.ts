/** Summaries of a second run, from what the first one left: the same, and only what changed is read. */
import {createHash} from 'node:crypto'
import {appendFile, readFile, truncate, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import type {ArticleSummary} from '../../content/model.ts'
import {notebook} from '../../content/notebook.ts'
import type {Parsed} from '../../content/content.ts'
import type {DatasetProblem} from '../../content/source.ts'
import {article, type RawDocument, TODAY} from './documents.ts'
import {temporaryFiles} from './temporary.ts'

interface Run extends Parsed<ArticleSummary> {
  readonly read: readonly string[]
}

/** Lists the articles with the notebook at `path`, or with none. */
const list = async (
  documents: readonly RawDocument[],
  path?: string,
  problems: readonly DatasetProblem[] = [],
): Promise<Run> => {
  const byId = new Map(documents.map((each) => [each._id, each]))
  const read: string[] = []
  const stateOf = (id: string): string =>
    createHash('sha256')
      .update(JSON.stringify(byId.get(id) ?? null))
      .digest('hex')
  const content = await openContent(
    {
      name: 'generated',
      dataset: async () => ({
        ids: (type) => documents.filter(({_type}) => _type === type).map(({_id}) => _id),
        typeOf: (id) => byId.get(id)?._type,
        sizeOf: () => 1,
        stateOf,
        read: async (id) => {
          read.push(id)
          return byId.get(id)
        },
        problems,
      }),
      documents: async () => byId,
      file: async () => undefined,
      ...(path !== undefined && {notebook: async () => notebook(path)}),
      close: async () => {},
    },
    {today: TODAY},
  )
  return {...(await content.summaries()), read}
}

const left = async (): Promise<string> => join(await temporaryFiles({}), 'indexes', 'x.summaries')

const named = (name: string, over: Readonly<Record<string, unknown>> = {}): RawDocument =>
  article({_id: `article-${name}`, slug: {_type: 'slug', current: name}, ...over})

const THREE = ['a', 'b', 'c'].map((name) => named(name))

describe('summaries that an earlier run left', () => {
  it('are given without reading any document that is as it was', async () => {
    const path = await left()
    const first = await list(THREE, path)
    expect(first.read).toEqual(['article-a', 'article-b', 'article-c'])
    expect(first).toMatchObject(await list(THREE))
    const second = await list(THREE, path)
    expect(second).toEqual({...first, read: []})
    expect(second.items.every((each) => Object.isFrozen(each))).toBe(true)
    const changed = [...THREE.slice(0, 2), named('c', {title: 'Another title'})]
    const third = await list(changed, path)
    expect(third.read).toEqual(['article-c'])
    expect(third.items.map(({title}) => title)).toContain('Another title')
    expect((await list(changed, path)).read).toEqual([])
    expect(await list(THREE.slice(1), path)).toMatchObject({items: first.items.slice(1), read: []})
  })

  it('are not those of a document without a revision, or with a problem', async () => {
    const path = await left()
    const unkept = [named('a', {_rev: undefined}), named('b', {title: ''})]
    await list(unkept, path)
    const second = await list(unkept, path)
    expect(second.read).toEqual(['article-a', 'article-b'])
    expect(second.problems.map(({code}) => code)).toEqual(['MISSING'])
  })

  it('are not those of an id that now stands twice', async () => {
    const path = await left()
    await list(THREE, path)
    const twice = {documentId: 'article-b', path: '_id', code: 'DUPLICATE_ID', message: 'Twice.'}
    const second = await list(THREE, path, [{...twice, documentType: 'article'}])
    expect(second.read).toEqual(['article-b'])
    expect(second.problems).toMatchObject([twice])
  })

  it('are begun again when most of them are of the past', async () => {
    const path = await left()
    for (let run = 0; run < 20; run += 1) {
      await list([named('a', {title: `Title ${run}`}), ...THREE.slice(1)], path)
    }
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(6)
  })

  it('are no others after any damage', async () => {
    const path = await left()
    const first = await list(THREE, path)
    const right = await readFile(path)
    for (let at = 0; at < right.length; at += 11) {
      const wrong = Buffer.from(right)
      wrong[at] = (wrong[at] ?? 0) ^ 0x15
      await writeFile(path, wrong)
      expect(await list(THREE, path)).toMatchObject({items: first.items, problems: []})
    }
    await writeFile(path, right)
    await truncate(path, right.length - 5)
    expect((await list(THREE, path)).read).toHaveLength(1)
    // what was torn does not spoil what was written after it
    expect((await list(THREE, path)).read).toHaveLength(0)
    await appendFile(path, 'null\n\n00000000\n{"a"')
    expect((await list(THREE, path)).read).toHaveLength(0)
  })

  it('are what the documents say, whatever they are like', async () => {
    const values = fc.oneof(
      fc.constantFrom(
        '',
        'Ünï\u200b',
        'a\u202eb',
        '2026-11-01',
        '2026-11-01T08:00:00+02:00',
        null,
        7,
      ),
      fc.string(),
      fc.constant(['sleep']),
      fc.record({_type: fc.constant('slug'), current: fc.constantFrom('x', 'y', 'X y')}),
      fc.record({date: fc.constant('2026-11-01'), reason: fc.string()}),
    )
    const fields = ['title', 'summary', 'slug', 'topics', 'language', 'publishedAt', 'updatedAt']
    const more = ['smsSummary', 'lastReviewed', 'retraction', '_rev', 'opening', 'nextReview']
    const over = fc.dictionary(fc.constantFrom(...fields, ...more), values, {maxKeys: 2})
    let kept = 0
    await fc.assert(
      fc.asyncProperty(fc.array(over, {maxLength: 5}), async (all) => {
        const path = await left()
        const documents = all.map((each, at) => named(`n${at}`, each))
        const plain = await list(documents)
        expect(await list(documents, path)).toEqual(plain)
        const {read, ...again} = await list(documents, path)
        expect(again).toEqual({items: plain.items, problems: plain.problems})
        kept += documents.length - read.length
      }),
      {numRuns: 150},
    )
    expect(kept).toBeGreaterThan(50)
  })
})
