/**
 * `npm run test:fuzz-gate -- --minutes 60 [--seed N]`: spoils pages, mails and fragments of the example
 * and a few made by hand, and holds what the gate says by an outline to what it says by parse5 with every
 * check. Ends with 1 at a difference, which it keeps as small as it can be in `reports/fuzz-gate/`, and
 * when the outline decided nothing, since then nothing was tried.
 */
import {mkdir, writeFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'
import {compare} from '../both-readings.ts'
import {type Failure, newTally, smallest, tryOne} from './gate.ts'

const {values} = parseArgs({options: {minutes: {type: 'string'}, seed: {type: 'string'}}})
const minutes = Number(values.minutes ?? 1)
const first = Number(values.seed ?? Math.floor(Math.random() * 1e9))
if (!(minutes > 0) || !Number.isSafeInteger(first)) throw new RangeError('--minutes 60 [--seed 1]')

const FOLDER = 'reports/fuzz-gate'
const REPORT_EACH = 30_000
const TRIES = 20_000

const tally = newTally()
const started = Date.now()
const report = (): void => {
  const {cases, byOutline, passedByBoth, refusedByBoth} = tally
  const share = ((100 * byOutline) / Math.max(cases, 1)).toFixed(1)
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(
    `${seconds} s, from seed ${first}: ${cases} cases, passed by both ${passedByBoth}, ` +
      `refused by both ${refusedByBoth}, answered by the outline ${byOutline} (${share} %)`,
  )
}

const keep = async (failure: Failure): Promise<void> => {
  const sample = smallest(failure, TRIES)
  const path = `${FOLDER}/${failure.seed}.html`
  await mkdir(FOLDER, {recursive: true})
  await writeFile(path, sample.html)
  console.error(
    `seed ${failure.seed}, ${sample.name}: ${compare(sample).difference}\nkept: ${path}`,
  )
}

let reported = started
let failure: Failure | undefined
for (let seed = first; failure === undefined; seed += 1) {
  const now = Date.now()
  if (now - started > minutes * 60_000) break
  if (now - reported > REPORT_EACH) {
    report()
    reported = now
  }
  failure = tryOne(seed, tally)
}
report()
if (failure !== undefined) await keep(failure)
if (tally.byOutline === 0) console.error('The outline decided nothing')
process.exitCode = failure === undefined && tally.byOutline > 0 ? 0 : 1
