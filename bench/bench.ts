/**
 * `npm run bench [-- --articles 1000,10000]`: articles a second by channel and peak memory, gate on,
 * files written. Each figure is a process of its own; the median of three runs.
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

const {values} = parseArgs({options: {articles: {type: 'string', default: '1000,10000'}}})
const counts = values.articles.split(',').map(Number)

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

const table = new Table({head: ['articles', 'channel', 'seconds', 'articles/s', 'peak MB']})
for (const count of counts) {
  const folder = mkdtempSync(join(tmpdir(), 'throwline-bench-'))
  const dataset = join(folder, 'corpus.ndjson')
  const bytes = await writeCorpus(dataset, count)
  process.stderr.write(`${count} articles, ${(bytes / 1e6).toFixed(0)} MB\n`)
  for (const channel of ['web', 'email', 'sms', 'partner', 'web,email,sms,partner']) {
    const runs = Array.from({length: count > 5000 ? 1 : RUNS}, () => run(dataset, channel))
    const seconds = median(runs.map((each) => each.seconds))
    const megabytes = median(runs.map((each) => each.megabytes))
    table.push([
      count,
      channel,
      seconds.toFixed(1),
      (count / seconds).toFixed(0),
      megabytes.toFixed(0),
    ])
  }
  rmSync(folder, {recursive: true, force: true})
}
process.stdout.write(
  `${process.version}, ${process.platform} ${process.arch}\n${table.toString()}\n`,
)
