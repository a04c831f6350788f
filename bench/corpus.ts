/** A generated dataset: `count` articles of 8 sections, 18 sources shared by all, the example's notices. */
import {createWriteStream, readFileSync} from 'node:fs'
import {once} from 'node:events'
import {join} from 'node:path'

const EXAMPLE = join(import.meta.dirname, '../examples/health.ndjson')
const KEPT = new Set(['crisisNotice', 'helpline', 'contributor', 'source', 'site'])
const WORDS =
  'sleep rest light walk talk doctor day night help plan small step breath calm friend water food work home time mind body'.split(
    ' ',
  )

/** Deterministic, so that two runs read the same bytes. */
const random = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const sentence = (next: () => number, words: number): string => {
  const text = Array.from({length: words}, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const reference = (id: string) => ({_type: 'reference', _ref: id, _key: id})

const paragraph = (next: () => number, key: string, source: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [
    {_type: 'span', _key: `${key}a`, text: sentence(next, 24), marks: []},
    {_type: 'citation', _key: `${key}c`, sources: [reference(source)]},
    {_type: 'span', _key: `${key}b`, text: ` ${sentence(next, 16)}`, marks: ['strong']},
  ],
})

const withLine = () => ({
  _type: 'helplineRef',
  _key: 'line',
  helpline: {_type: 'reference', _ref: NAMED_LINE},
})

/** One article in so many names this line in its text. */
export const NAMED_LINE = 'helpline-us-samhsa'
const NAMES_LINE = 40

/** Writes the dataset and tells how many bytes it has. */
export const writeCorpus = async (file: string, count: number): Promise<number> => {
  const example = readFileSync(EXAMPLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line))
  const shared = example.filter((document) => KEPT.has(String(document['_type'])))
  const sources = shared
    .filter((document) => document['_type'] === 'source')
    .map((document) => String(document['_id']))
    .slice(0, 18)
  const stream = createWriteStream(file)
  const dates = {
    _rev: 'r1',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
  }
  const write = async (document: Record<string, unknown>): Promise<void> => {
    if (!stream.write(`${JSON.stringify(document)}\n`)) await once(stream, 'drain')
  }
  for (const document of shared) {
    const {logo: _logo, ...rest} = document
    await write(rest)
  }
  for (let article = 0; article < count; article += 1) {
    const next = random(article + 1)
    const sections = Array.from({length: 8}, (_, index) => `section-${article}-${index}`)
    for (const [index, id] of sections.entries()) {
      await write({
        _id: id,
        _type: 'section',
        ...dates,
        heading: sentence(next, 4),
        anchor: {_type: 'slug', current: `part-${index}`},
        body: [
          ...Array.from({length: 5}, (_, block) =>
            paragraph(next, `b${block}`, sources[(index + block) % sources.length] ?? ''),
          ),
          ...(index === 0 && article % NAMES_LINE === 0 ? [withLine()] : []),
        ],
      })
    }
    await write({
      _id: `article-${article}`,
      _type: 'article',
      ...dates,
      title: sentence(next, 6),
      slug: {_type: 'slug', current: `article-${article}`},
      language: 'en',
      summary: sentence(next, 20),
      topics: ['sleep', 'depression'].slice(article % 2),
      publishedAt: '2026-01-01T00:00:00Z',
      authors: [reference('contributor-editorial-team')],
      sections: sections.map(reference),
    })
  }
  stream.end()
  await once(stream, 'finish')
  return stream.bytesWritten
}
