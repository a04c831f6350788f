/**
 * `node tests/verification/long/mail-fuzz.ts [--minutes 60] [--seed 1]`: spoiled mails, of the example newsroom and
 * made up, read strictly and fully. Ends with 1 at a difference, whose mail it keeps under `reports/`, and
 * when the strict reading took no mail at all, or left none.
 */
import {mkdir, writeFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'
import {mutatedMail} from '../mail-mutations.ts'
import {mailDifference, type Reader} from '../mail-readings.ts'
import {mailSeed} from '../mail-seeds.ts'

export interface MailTally {
  same: number
  /** Left to the full reading. */
  left: number
  readonly differences: {readonly seed: number; readonly said: string; readonly mail: string}[]
}

/** Adds `count` seeds from `first` on, each as it is and spoiled. */
export const readMails = async (
  tally: MailTally,
  first: number,
  count: number,
  reader?: Reader,
): Promise<void> => {
  for (let seed = first; seed < first + count; seed += 1) {
    const whole = mailSeed(seed)
    for (const mail of [whole, mutatedMail(whole, seed)]) {
      const said = await mailDifference(mail, reader)
      if (said === '') tally.same += 1
      else if (said === 'left') tally.left += 1
      else tally.differences.push({seed, said, mail})
    }
  }
}

if (import.meta.main) {
  const {values} = parseArgs({
    options: {minutes: {type: 'string', default: '60'}, seed: {type: 'string', default: '1'}},
  })
  const end = Date.now() + Number(values.minutes) * 60_000
  const tally: MailTally = {same: 0, left: 0, differences: []}
  let seed = Number(values.seed)
  while (Date.now() < end && tally.differences.length === 0) {
    await readMails(tally, seed, 1000)
    seed += 1000
  }
  console.log(`${tally.same} read alike, ${tally.left} left, up to seed ${seed - 1}`)
  for (const {seed: its, said, mail} of tally.differences.slice(0, 20)) {
    // As JSON, which keeps what no file of text could: half a pair of surrogates.
    const file = `reports/mail-fuzz-${its}.json`
    await mkdir('reports', {recursive: true})
    await writeFile(file, JSON.stringify(mail))
    console.log(`seed ${its}: ${said}; kept in ${file}`)
  }
  const isEmpty = tally.same === 0 || tally.left === 0
  if (isEmpty) console.log('One of both readings had nothing to say.')
  process.exitCode = isEmpty || tally.differences.length > 0 ? 1 : 0
}
