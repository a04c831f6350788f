/**
 * `node bench/propagation.ts [--articles 2000]`: what one change costs. Static files as a share of a
 * full build on four channels, gate on; and how long a server with every page in its cache takes until
 * the first and until every page is right again. Medians of three; whole processes for the files.
 */
import {spawnSync} from 'node:child_process'
import {createReadStream, createWriteStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {fileSource} from '../content/file-source.ts'
import {isObject, type JsonObject} from '../content/json-object.ts'
import {overlay} from '../content/live/overlay.ts'
import {Edition} from '../server/site/edition.ts'
import {NAMED_LINE, writeCorpus} from './corpus.ts'

const RUNS = 3
const TODAY = '2026-11-23'
const COMMAND = join(import.meta.dirname, '../cli/throwline.ts')

const {values} = parseArgs({options: {articles: {type: 'string', default: '2000'}}})
const count = Number(values.articles)
if (!Number.isInteger(count) || count < 40) {
  throw new RangeError(`--articles ${values.articles}: write a number, 40 or more.`)
}

const place = mkdtempSync(join(tmpdir(), 'throwline-propagation-'))

type Edit = (document: JsonObject) => JsonObject

interface Change {
  readonly name: string
  readonly id: string
  readonly edit: Edit
}

const CHANGES: readonly Change[] = [
  {name: 'nothing', id: '', edit: (each) => each},
  {
    name: 'one section of one article',
    id: 'section-7-3',
    edit: (each) => ({...each, heading: 'Another heading'}),
  },
  {
    name: 'a helpline in 2.5 % of the articles',
    id: NAMED_LINE,
    edit: (each) => ({...each, name: 'Another name'}),
  },
  {
    name: 'a helpline in every article',
    id: 'helpline-us-988',
    edit: (each) => ({...each, phone: {_type: 'phone', display: '989', dial: '989'}}),
  },
]

const changed = ({id, edit}: Change, document: JsonObject): JsonObject =>
  document['_id'] === id ? {...edit(document), _rev: `r${Math.random()}`} : document

/** Only the line in question is parsed. */
const writeChanged = async (from: string, to: string, change: Change): Promise<void> => {
  const stream = createWriteStream(to)
  for await (const line of createInterface({input: createReadStream(from)})) {
    const isIt = change.id !== '' && line.startsWith(`{"_id":"${change.id}",`)
    const value: unknown = isIt ? JSON.parse(line) : undefined
    stream.write(`${isObject(value) ? JSON.stringify(changed(change, value)) : line}\n`)
  }
  await new Promise<void>((resolve) => stream.end(resolve))
}

const publish = (dataset: string, out: string, ...more: readonly string[]): number => {
  const started = performance.now()
  const args = ['publish', '--dataset', dataset, '--out', out, '--today', TODAY, '--json', ...more]
  const {status, stderr} = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    env: {...process.env, THROWLINE_DATA: join(place, 'data')},
    maxBuffer: 1024 ** 3,
  })
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - started) / 1000
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const seconds = (value: number): string => `${value.toFixed(2)} s`
const share = (value: number): string => `${(value * 100).toFixed(1)} %`

const dataset = join(place, 'before.ndjson')
await writeCorpus(dataset, count)
const out = join(place, 'out')
const full = median(Array.from({length: RUNS}, () => publish(dataset, out, '--full')))

const files = new Table({head: ['static files', 'seconds', 'of a full build'], style: {head: []}})
files.push(['a full build', seconds(full), share(1)])
for (const change of CHANGES) {
  const after = join(place, 'after.ndjson')
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await writeChanged(dataset, after, change)
    times.push(publish(after, out))
    publish(dataset, out)
  }
  files.push([change.name, seconds(median(times)), share(median(times) / full)])
}
process.stdout.write(`${count} articles\n${files.toString()}\n`)

const source = fileSource(dataset)
const base = await source.dataset()
const pages = Array.from({length: count}, (_, index) => `web/article-${index}/index.html`)
const served = new Table({
  head: ['a server with every page in its cache', 'first page right', 'every page right'],
  style: {head: []},
})

const sourceAfter = async (change: Change) => {
  const document = await base.read(change.id)
  const changes = isObject(document) ? [[change.id, changed(change, document)] as const] : []
  const snapshot = overlay(base, new Map(changes))
  return {
    name: 'bench',
    dataset: async () => snapshot,
    documents: async () => new Map<string, unknown>(),
    file: async () => undefined,
    close: async () => {},
  }
}

const [unchanged] = CHANGES
if (unchanged !== undefined) {
  let edition = await Edition.open(await sourceAfter(unchanged), TODAY)
  for (const page of pages) await edition.find(page)
  for (const change of CHANGES.slice(1)) {
    const started = performance.now()
    const next = await edition.next(await sourceAfter(change), new Set([change.id]))
    await next.find(pages[7] ?? '')
    const first = performance.now() - started
    for (const page of pages) await next.find(page)
    const all = performance.now() - started
    served.push([change.name, seconds(first / 1000), seconds(all / 1000)])
    edition = await next.next(await sourceAfter(unchanged), new Set([change.id]))
    for (const page of pages) await edition.find(page)
  }
}
process.stdout.write(`${served.toString()}\n`)
await source.close()
rmSync(place, {recursive: true, force: true})
