/** A lake of its own process, for kill-trial.ts: prints its address. */
import {startLake} from '../../lake/server.ts'

const [, , data = '', compactAt = ''] = process.argv
const lake = await startLake({
  data,
  compactAt: Number(compactAt),
  onNotice: (notice) => process.stderr.write(`${notice}\n`),
})
process.stdout.write(`${lake.url}\n`)
