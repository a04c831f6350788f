import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {writeCorpus} from '../../bench/corpus.ts'
import {fileSource} from '../../content/file-source.ts'
import {isObject, type JsonObject} from '../../content/json-object.ts'
import type {Dataset} from '../../content/source.ts'
import {folder, throwline, TODAY} from '../cli/run.ts'

/** What a rendering of an article has to cope with. */
const PARTS = [
  '"listItem":"bullet"',
  '"listItem":"number"',
  '"level":2',
  '"style":"blockquote"',
  '"style":"h3"',
  '"marks":["strong","em"]',
  '"_type":"link"',
  '"_type":"citation"',
  '"_type":"warningRef"',
] as const

const objects = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []

const objectOf = async (dataset: Dataset, id: string): Promise<JsonObject> => {
  const document = await dataset.read(id)
  if (!isObject(document)) throw new Error(`no ${id}`)
  return document
}

const partsOf = async (dataset: Dataset, id: string) => {
  const article = await objectOf(dataset, id)
  const ids = objects(article['sections']).map((reference) => String(reference['_ref']))
  const documents = await Promise.all(ids.map((section) => objectOf(dataset, section)))
  const text = JSON.stringify([article, documents])
  return {
    sections: documents.map((document) => objects(document['body'])),
    opening: objects(article['opening']),
    cited: new Set(text.match(/"_ref":"source-[^"]+"/g)),
    shared: ids.filter((section) => section.startsWith('section-shared-')).length,
  }
}

const wordsOf = (blocks: readonly JsonObject[]): number =>
  blocks
    .map((block) =>
      objects(block['children'])
        .map((child) => String(child['text'] ?? ''))
        .join(''),
    )
    .join(' ')
    .split(/\s+/).length

describe('the generated corpus', () => {
  it('is the same whenever it is written, and as long as it says', async () => {
    const place = folder()
    const bytes = await writeCorpus(join(place, 'one.ndjson'), 3)
    await writeCorpus(join(place, 'two.ndjson'), 3)
    const one = readFileSync(join(place, 'one.ndjson'))
    expect(one.equals(readFileSync(join(place, 'two.ndjson')))).toBe(true)
    expect(one.length).toBe(bytes)
    await writeCorpus(join(place, 'more.ndjson'), 4)
    expect(readFileSync(join(place, 'more.ndjson')).length).toBeGreaterThan(bytes)
  })

  it('has in each article what the peers and we are to be measured with', async () => {
    const place = folder()
    await writeCorpus(join(place, 'corpus.ndjson'), 5)
    const source = fileSource(join(place, 'corpus.ndjson'))
    onTestFinished(() => source.close())
    const dataset = await source.dataset()
    for (const id of dataset.ids('article')) {
      const {sections, opening, cited, shared} = await partsOf(dataset, id)
      expect(sections).toHaveLength(8)
      expect(shared, id).toBe(Number(id.slice('article-'.length)) % 4 === 0 ? 1 : 0)
      expect(cited.size).toBe(18)
      for (const section of sections) {
        expect(wordsOf(section)).toBeGreaterThanOrEqual(190)
        expect(wordsOf(section)).toBeLessThanOrEqual(210)
      }
      // the counter of words is not content with anything
      expect(wordsOf(opening)).toBeLessThan(190)
      const text = JSON.stringify(sections)
      for (const part of PARTS) expect(text, `${id} ${part}`).toContain(part)
      expect(text).not.toContain('"level":3')
    }
  })

  it('is valid content: every article is published on every channel', async () => {
    const place = folder()
    const dataset = join(place, 'corpus.ndjson')
    await writeCorpus(dataset, 5)
    const options = ['--dataset', dataset, '--out', join(place, 'out'), '--today', TODAY, '--json']
    const {status, stdout, stderr} = throwline('publish', ...options)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const {artefacts} = JSON.parse(stdout)
    for (const channel of ['web', 'email', 'sms', 'partner']) {
      const own = artefacts.filter(
        (artefact: {readonly channel: string; readonly documentId: string}) =>
          artefact.channel === channel && artefact.documentId.startsWith('article-'),
      )
      expect(own, channel).toHaveLength(5)
    }
  })
})
