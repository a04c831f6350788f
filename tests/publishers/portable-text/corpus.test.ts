/** Every text of the example and of generated articles: the octets of toHTML, on every channel. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {toHTML} from '@portabletext/to-html'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {writeCorpus} from '../../../bench/corpus.ts'
import {openContent} from '../../../content/assemble.ts'
import {fileSource} from '../../../content/file-source.ts'
import type {PortableNode} from '../../../content/model.ts'
import {toHtml} from '../../../publishers/html/portable-text/serializer.ts'
import {LOOKS} from './looks.ts'
import {type ToHtml, traced} from './trace.ts'

const EXAMPLE = join(import.meta.dirname, '../../../examples/health.ndjson')
const ARTICLES = 40

const textsOf = async (dataset: string): Promise<readonly (readonly PortableNode[])[]> => {
  const content = await openContent(fileSource(dataset), {today: '2026-11-23'})
  const {items} = await content.summaries()
  const articles = await Promise.all(items.map(({id}) => content.article(id)))
  await content.close()
  return articles.flatMap(({opening, warnings, sections}) => [
    opening,
    ...warnings.map(({body}) => body),
    ...sections.map(({body}) => body),
  ])
}

const CORPORA = ['example', 'generated'] as const
const texts = new Map<string, readonly (readonly PortableNode[])[]>()
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portable-text-'))
  const generated = join(folder, 'generated.ndjson')
  await writeCorpus(generated, ARTICLES)
  texts.set('example', await textsOf(EXAMPLE))
  texts.set('generated', await textsOf(generated))
})

afterAll(() => rm(folder, {recursive: true, force: true}))

const differing = (corpus: string, ours: ToHtml): number => {
  let count = 0
  for (const nodes of texts.get(corpus) ?? []) {
    for (const components of Object.values(LOOKS)) {
      const [one, other] = [traced(ours, nodes, components), traced(toHTML, nodes, components)]
      if (one.html !== other.html) count += 1
    }
  }
  return count
}

describe.each(CORPORA)('the %s corpus', (corpus) => {
  test('has texts', () => {
    expect(texts.get(corpus)?.length).toBeGreaterThan(80)
  })

  test('is the same to the octet', () => {
    expect(differing(corpus, toHtml)).toBe(0)
  })

  test('shows when it is not', () => {
    const faulty: ToHtml = (nodes, options) =>
      toHtml(nodes, options).replace('</strong> ', '</strong>')
    expect(differing(corpus, faulty)).toBeGreaterThan(0)
  })
})
