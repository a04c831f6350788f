/**
 * `npm run bench [-- --articles 1000,10000 --channel web,all]`: articles a second by channel and peak
 * memory, gate on, files written. Each figure is a process of its own; the median of three runs, of
 * one above 5,000 articles. The last column is the peak against that of the first count: what is
 * near 1 does not grow with the dataset.
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {writeCorpus} from './corpus.ts'

const RUNS = 3
const COMMAND = join(import.meta.dirname, '../cli/throwline.ts')

const ALL = 'web,email,sms,partner'

const {values} = parseArgs({
  options: {
    articles: {type: 'string', default: '1000,10000'},
    channel: {type: 'string', default: 'web,email,sms,partner,all'},
  },
})
const counts = values.articles.split(',').map(Number)
if (!counts.every((count) => Number.isInteger(count) && count > 0)) {
  throw new RangeError(`--articles ${values.articles}: write numbers, as in 1000,10000.`)
}
const channels = values.channel.split(',')

interface Run {
  readonly seconds: number
  readonly megabytes: number
}

/** Peak memory is the child's own high-water mark, which it prints as it ends. */
const PRELUDE =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))'

const run = (dataset: string, channel: string): Run => {
  const out = mkdtempSync(join(tmpdir(), 'throwline-bench-out-'))
  const started = performance.now()
  const {status, stderr} = spawnSync(
    process.execPath,
    [
      '--import',
      PRELUDE,
      COMMAND,
      'publish',
      '--dataset',
      dataset,
      '--out',
      out,
      '--today',
      '2026-11-23',
      '--channel',
      channel,
      '--json',
    ],
    {encoding: 'utf8', maxBuffer: 1024 ** 3},
  )
  const seconds = (performance.now() - started) / 1000
  rmSync(out, {recursive: true, force: true})
  if (status !== 0) throw new Error(stderr.slice(0, 2000))
  return {seconds, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024}
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const table = new Table({
  head: ['articles', 'channel', 'seconds', 'articles/s', 'peak MB', `to ${counts[0]}`],
  colAligns: ['right', 'left', 'right', 'right', 'right', 'right'],
  style: {head: [], border: []},
})
/** By channel, of the first count. */
const firstPeaks = new Map<string, number>()
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'throwline-bench-'))
  const dataset = join(folder, 'corpus.ndjson')
  const bytes = await writeCorpus(dataset, count)
  process.stderr.write(`${count} articles, ${(bytes / 1e6).toFixed(0)} MB\n`)
  for (const channel of channels) {
    const runs = Array.from({length: count > 5000 ? 1 : RUNS}, () =>
      run(dataset, channel === 'all' ? ALL : channel),
    )
    const seconds = median(runs.map((each) => each.seconds))
    const megabytes = median(runs.map((each) => each.megabytes))
    const first = firstPeaks.get(channel) ?? megabytes
    firstPeaks.set(channel, first)
    table.push([
      count.toLocaleString('en'),
      channel,
      seconds.toFixed(1),
      (count / seconds).toFixed(0),
      megabytes.toFixed(0),
      (megabytes / first).toFixed(2),
    ])
    process.stderr.write(`${channel}: ${(count / seconds).toFixed(0)} articles/s\n`)
  }
  rmSync(folder, {recursive: true, force: true})
}
process.stdout.write(
  `${process.version}, ${process.platform} ${process.arch}\n${table.toString()}\n`,
)
