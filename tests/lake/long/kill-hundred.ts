/** `node tests/lake/long/kill-hundred.ts [count]`: a lake killed at 100 random moments under load. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {killTrials} from '../kill-trial.ts'

const count = Number(process.argv[2] ?? 100)
const data = await mkdtemp(join(tmpdir(), 'throwline-kill-'))
const {acknowledged, lost, notices} = await killTrials(data, count, () => Math.random() * 400)
const torn = notices.split('was torn').length - 1
await rm(data, {recursive: true, force: true})
process.stdout.write(
  `${count} kills, ${acknowledged} transactions acknowledged, ${torn} torn records set aside, ${lost.length} lost\n${lost.join('\n')}\n`,
)
process.exitCode = lost.length === 0 && acknowledged > 0 ? 0 : 1
