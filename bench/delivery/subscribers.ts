/**
 * How long an import takes: `node bench/delivery/subscribers.ts [--rows 100000]`. Prints rows a second and the
 * peak memory, for a mail address a row, on the embedded database in a temporary folder.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {openStore} from '../../delivery/store/store.ts'
import {openSubscribers} from '../../delivery/subscribers/subscribers.ts'

const {values} = parseArgs({options: {rows: {type: 'string', default: '100000'}}})
const rows = Number(values.rows)

async function* file(): AsyncGenerator<Buffer> {
  yield Buffer.from('email,phone,country,language,time_zone,topics,consent_at,consent_source\n')
  for (let from = 0; from < rows; from += 1_000) {
    const lines = Array.from(
      {length: Math.min(1_000, rows - from)},
      (_, at) =>
        `reader.${from + at}@mail${at % 500}.example,,US,en,America/New_York,sleep;anxiety,2026-01-01T10:00:00Z,website form\n`,
    )
    yield Buffer.from(lines.join(''))
  }
}

const data = await mkdtemp(join(tmpdir(), 'throwline-bench-'))
const store = await openStore({data})
const before = performance.now()
const report = await openSubscribers(store, 'bench').import({bytes: file(), format: 'csv'})
const seconds = (performance.now() - before) / 1000
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(
  `${report.added} of ${report.rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second, peak ${peak} MB`,
)
await store.close()
await rm(data, {recursive: true})
