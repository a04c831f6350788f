/** `node tests/lake/long/kill-hundred.ts [count]`: a lake killed at 100 random moments under load. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {killTrial} from '../kill-trial.ts'

const count = Number(process.argv[2] ?? 100)
const data = await mkdtemp(join(tmpdir(), 'throwline-kill-'))
let acknowledged = 0
let torn = 0
const lost: string[] = []
for (let round = 0; round < count; round++) {
  const trial = await killTrial(data, round, Math.random() * 400)
  acknowledged += trial.acknowledged
  if (trial.notices.includes('torn')) torn++
  lost.push(...trial.lost.map((line) => `round ${round}: ${line}`))
}
await rm(data, {recursive: true, force: true})
process.stdout.write(
  `${count} kills, ${acknowledged} transactions acknowledged, ${torn} torn records set aside, ${lost.length} lost\n${lost.join('\n')}\n`,
)
process.exitCode = lost.length === 0 && acknowledged > 0 ? 0 : 1
