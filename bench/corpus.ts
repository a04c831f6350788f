/**
 * A generated dataset: `count` articles of 8 sections, 18 sources, call-outs; helplines and notices are
 * the example's. A quarter of the articles end in one of 40 sections that others end in too.
 */
import {createWriteStream, readFileSync} from 'node:fs'
import {once} from 'node:events'
import {join} from 'node:path'
import {
  headline,
  keyed,
  openingBody,
  plainSentence,
  random,
  reference,
  sectionBody,
} from './corpus-text.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/health.ndjson')
const KEPT = new Set(['crisisNotice', 'helpline', 'contributor', 'source', 'site', 'warning'])
const SECTIONS = 8
const SOURCES = 18
const SHARED_SECTIONS = 40
const SHARES = 4

/** One article in so many names this line in its text. */
export const NAMED_LINE = 'helpline-us-samhsa'
const NAMES_LINE = 40
/** Named by every shared section. */
const SHARED_LINE = 'helpline-us-988'
/** Call-outs, by section. */
const CALL_OUTS: Readonly<Record<number, string>> = {
  2: 'warning-sleep-aids',
  5: 'warning-do-not-stop-medicine',
}

const DATES = {
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
} as const

type Document = Readonly<Record<string, unknown>>

const kept = (): readonly Document[] =>
  readFileSync(EXAMPLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter((document) => KEPT.has(String(document['_type'])))
    .map(({logo: _logo, ...rest}) => rest)

const sharedSections = (sources: readonly string[]): readonly Document[] =>
  Array.from({length: SHARED_SECTIONS}, (_, index) => {
    const next = random(2 ** 31 + index)
    return {
      _id: `section-shared-${index}`,
      _type: 'section',
      ...DATES,
      heading: headline(next, 4),
      anchor: {_type: 'slug', current: `shared-${index}`},
      body: sectionBody({
        next,
        index: SECTIONS - 1,
        sources: sources.slice(14, 16),
        helpline: SHARED_LINE,
        linked: 'article-0',
      }),
    }
  })

/** How a section's line begins, up to the words of its heading. */
export const beforeHeading = (id: string): string =>
  JSON.stringify({_id: id, _type: 'section', ...DATES, heading: ''}).slice(0, -'"}'.length)

/** Its own sections, then itself. */
const articleDocuments = (article: number, sources: readonly string[]): readonly Document[] => {
  const next = random(article + 1)
  const own = article % SHARES === 0 ? SECTIONS - 1 : SECTIONS
  const sections = Array.from({length: own}, (_, index): Document => {
    const warning = CALL_OUTS[index]
    // two new ones a section; the opening has the last two
    const cited = [sources[index * 2], sources[index * 2 + 1]]
    return {
      _id: `section-${article}-${index}`,
      _type: 'section',
      ...DATES,
      heading: headline(next, 4),
      anchor: {_type: 'slug', current: `part-${index}`},
      body: sectionBody({
        next,
        index,
        sources: cited.map((source) => source ?? ''),
        linked: `article-${Math.floor(article / 2)}`,
        ...(warning !== undefined && {warning}),
        ...(index === 0 && article % NAMES_LINE === 0 && {helpline: NAMED_LINE}),
      }),
    }
  })
  const ids = sections.map(({_id}) => String(_id))
  if (own < SECTIONS) ids.push(`section-shared-${(article / SHARES) % SHARED_SECTIONS}`)
  return [
    ...sections,
    {
      _id: `article-${article}`,
      _type: 'article',
      ...DATES,
      title: headline(next, 6),
      slug: {_type: 'slug', current: `article-${article}`},
      language: 'en',
      summary: plainSentence(next, 20),
      topics: ['sleep', 'depression'].slice(article % 2),
      publishedAt: '2026-01-01T00:00:00Z',
      lastReviewed: '2026-06-01',
      authors: [keyed('contributor-editorial-team', 0)],
      reviewer: reference('contributor-medical-review-board'),
      keyPoints: Array.from({length: 3}, () => plainSentence(next, 9)),
      opening: openingBody(next, sources.slice(16)),
      sections: ids.map(keyed),
    },
  ]
}

/** Writes the dataset and tells how many bytes it has. Each line begins with its `_id`. */
export const writeCorpus = async (file: string, count: number): Promise<number> => {
  const stream = createWriteStream(file)
  const write = async (documents: readonly Document[]): Promise<void> => {
    const lines = documents.map((document) => `${JSON.stringify(document)}\n`).join('')
    if (!stream.write(lines)) await once(stream, 'drain')
  }
  const documents = kept()
  const sources = documents
    .filter((document) => document['_type'] === 'source')
    .map((document) => String(document['_id']))
    .slice(0, SOURCES)
  await write([...documents, ...sharedSections(sources)])
  for (let article = 0; article < count; article += 1) {
    await write(articleDocuments(article, sources))
  }
  stream.end()
  await once(stream, 'finish')
  return stream.bytesWritten
}
