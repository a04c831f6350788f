/**
 * `node bench/lake.ts [--documents 1000,100000]`: how long the local Content Lake takes to start, to
 * answer and to commit, over HTTP with Sanity's own client, each request after the other.
 */
import {mkdtemp, open, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {createClient, type SanityClient} from '@sanity/client'
import Table from 'cli-table3'
import {type Lake, startLake} from '../lake/server.ts'

const REQUESTS = 300
const WARM_UP = 50
/** So many articles refer to one source. */
const ARTICLES_A_SOURCE = 20

const {values} = parseArgs({options: {documents: {type: 'string', default: '1000,100000'}}})

const paragraph = (n: number): string =>
  `Paragraph ${n} of an article about sleep, pain and asking for help. `.repeat(6)

/** An article of about 3 KB, or a source. */
const documentAt = (index: number): unknown => {
  const system = {
    _rev: 'bench',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
  }
  const source = Math.floor(index / (ARTICLES_A_SOURCE + 1))
  if (index % (ARTICLES_A_SOURCE + 1) === 0) {
    return {_id: `source-${source}`, _type: 'source', title: `Source ${source}`, ...system}
  }
  return {
    _id: `article-${index}`,
    _type: 'article',
    title: `Article ${index}`,
    slug: {_type: 'slug', current: `article-${index}`},
    sources: [{_key: 's', _type: 'reference', _ref: `source-${source}`}],
    body: Array.from({length: 5}, (_, n) => ({
      _key: `b${n}`,
      _type: 'block',
      style: 'normal',
      markDefs: [],
      children: [{_key: 's', _type: 'span', marks: [], text: paragraph(n)}],
    })),
    ...system,
  }
}

const writeDataset = async (path: string, count: number): Promise<void> => {
  const file = await open(path, 'w')
  for (let index = 0; index < count; index += 1000) {
    const lines = Array.from({length: Math.min(1000, count - index)}, (_, offset) =>
      JSON.stringify(documentAt(index + offset)),
    )
    await file.appendFile(`${lines.join('\n')}\n`)
  }
  await file.close()
}

const clientOf = (lake: Lake): SanityClient =>
  createClient({
    projectId: lake.projectId,
    dataset: lake.datasetName,
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
  })

const quantile = (sorted: readonly number[], q: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN).toFixed(2)

/** Median and 99th percentile, in milliseconds. */
const measure = async (request: (n: number) => Promise<unknown>): Promise<readonly string[]> => {
  for (let n = 0; n < WARM_UP; n++) await request(n)
  const times: number[] = []
  for (let n = 0; n < REQUESTS; n++) {
    const started = performance.now()
    await request(n + WARM_UP)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return [quantile(times, 0.5), quantile(times, 0.99)]
}

const seconds = async <T>(work: () => Promise<T>): Promise<readonly [T, string]> => {
  const started = performance.now()
  const result = await work()
  return [result, `${((performance.now() - started) / 1000).toFixed(2)} s`]
}

const run = async (count: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'throwline-bench-lake-'))
  const dataset = join(folder, 'dataset.ndjson')
  const data = join(folder, 'data')
  await writeDataset(dataset, count)
  const [seeded, seeding] = await seconds(() => startLake({data, dataset}))
  await seeded.close()
  const [lake, starting] = await seconds(() => startLake({data}))
  const client = clientOf(lake)
  /** Never a multiple of 21: those are sources. */
  const article = (n: number): string => `article-${((n * 7919) % Math.floor(count / 21)) * 21 + 1}`
  const rows: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
    'fetch by id, document end point': (n) => client.getDocument(article(n)),
    'fetch by id, query': (n) => client.fetch('*[_id == $id][0]', {id: article(n)}),
    'fetch by id, drafts over published': (n) =>
      client.fetch('*[_id == $id][0]', {id: article(n)}, {perspective: 'drafts'}),
    'commit of one edit': (n) =>
      client
        .patch(article(n))
        .set({title: `Edit ${n}`})
        .commit(),
    'commit, 20 at once': (n) =>
      Promise.all(
        Array.from({length: 20}, (_, k) =>
          client
            .patch(article(n * 20 + k))
            .set({title: `Edit ${n}`})
            .commit(),
        ),
      ),
    'articles of a source, references()': (n) =>
      client.fetch('*[references($id)]{_id, title}', {id: `source-${n % Math.floor(count / 21)}`}),
    'refused deletion of a source': (n) =>
      client.delete(`source-${n % Math.floor(count / 21)}`).catch(() => undefined),
  }
  const table = new Table({head: [`${count} documents`, 'median ms', '99th ms']})
  for (const [name, request] of Object.entries(rows))
    table.push([name, ...(await measure(request))])
  const [, sources] = await seconds(() =>
    client.fetch('*[_type == "source"] | order(title)[0...100]{_id, title}'),
  )
  const [, counted] = await seconds(() => client.fetch('count(*[title match "Edit*"])'))
  const [, searched] = await seconds(() => client.fetch('count(*[text::query("pain asking")])'))
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
  await lake.close()
  await rm(folder, {recursive: true})
  process.stdout.write(`${table.toString()}
filled from a dataset ${seeding}, started again ${starting}
first 100 sources in order ${sources}, every document read ${counted}, text::query ${searched}, ${memory} MB\n\n`)
}

for (const count of values.documents.split(',').map(Number)) await run(count)
