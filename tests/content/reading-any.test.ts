/** A dataset in a file, read at once and by neighbourhoods, says what the same documents say one by one. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import {
  article,
  block,
  cited,
  dataset,
  type RawDocument,
  reference,
  section,
  source,
  TODAY,
  warning,
} from './documents.ts'
import {contentOf} from './temporary.ts'

/** The documents as they are, fetched one by one; a content for each question, so that nothing is shared. */
const oneByOne = (documents: readonly RawDocument[]): Promise<Content> => {
  const byId = new Map(documents.map((each) => [each._id, each]))
  return openContent(
    {
      name: 'data.ndjson',
      dataset: async () => ({
        ids: (type) => documents.filter(({_type}) => _type === type).map(({_id}) => _id),
        typeOf: (id) => byId.get(id)?._type,
        sizeOf: () => 1,
        read: async (id) => byId.get(id),
        problems: [],
      }),
      documents: async () => byId,
      file: async () => undefined,
      close: async () => {},
    },
    {today: TODAY},
  )
}

const words = fc.constantFrom('Sleep.', 'don’t', '', 'a\u202eb', 'x\ud800', 'ü\u200b', 'नींद')

/** The second half of them has something wrong, or points to what may have. */
const node = fc.oneof(
  words.map((text) => block(text)),
  fc.subarray(['source-a', 'source-b'], {minLength: 1}).map((ids) => cited('Cited', ...ids)),
  fc.constantFrom('warning-a', 'warning-b', 'nobody', 'site').map((id) => ({
    _type: 'warningRef',
    _key: `w-${id}`,
    warning: reference(id),
  })),
  fc.constantFrom('helpline-us-988', 'helpline-gone').map((id) => ({
    _type: 'helplineRef',
    _key: `h-${id}`,
    helpline: reference(id),
  })),
  fc.constantFrom(null, 7, {_type: 'video'}, block('x', {style: 'h1'}), cited('x', 'nobody')),
)
const body = fc.array(node, {maxLength: 4})

const made = fc
  .record({
    sections: fc.array(body, {minLength: 1, maxLength: 3}),
    callOut: body,
    sourceTitle: fc.constantFrom('A trial', ''),
    articles: fc.array(
      fc.record({
        opening: body,
        sections: fc.subarray(['section-0', 'section-1', 'section-2']),
        relatedArticles: fc.subarray(['article-0', 'article-1', 'nobody']),
        title: fc.constantFrom('Sleep', 'Sleep', 'x\ny'),
      }),
      {minLength: 1, maxLength: 3},
    ),
  })
  .map(({sections, callOut, sourceTitle, articles}) =>
    dataset(
      source(),
      source({_id: 'source-b', title: sourceTitle}),
      warning(),
      warning({_id: 'warning-b', body: callOut}),
      ...sections.map((each, at) =>
        section({
          _id: `section-${at}`,
          anchor: {_type: 'slug', current: `part-${at}`},
          body: [block('First', {_key: 'first'}), ...each],
        }),
      ),
      ...articles.map((each, at) =>
        article({
          ...each,
          _id: `article-${at}`,
          slug: {_type: 'slug', current: `article-${at}`},
          sections: each.sections.map(reference),
          relatedArticles: each.relatedArticles.map(reference),
        }),
      ),
    ),
  )

it('is joined the same, with the same problems, however it is read', async () => {
  let [refused, read] = [0, 0]
  await fc.assert(
    fc.asyncProperty(made, async (documents) => {
      const content = await contentOf(documents)
      const ids = documents.filter(({_type}) => _type === 'article').map(({_id}) => _id)
      // twice, so that what is kept after a second reading is met too
      for (const id of [...ids, ...ids]) {
        const alone = await (await oneByOne(documents)).reading(id)
        const reading = await content.reading(id)
        expect(reading).toEqual(alone)
        if (reading.result.ok) read++
        else refused++
      }
      expect(await content.summaries()).toEqual(await (await oneByOne(documents)).summaries())
    }),
    {numRuns: 100},
  )
  expect(refused).toBeGreaterThan(50)
  expect(read).toBeGreaterThan(20)
})
