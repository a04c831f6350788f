/**
 * The whole proof that tests/delivery/campaigns/kill.test.ts runs small: a campaign killed at 30 random
 * moments, on both databases. `node bench/delivery/kill-campaign.ts [--recipients 20000] [--kills 30]`
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {killTrial, type Verdict} from '../../tests/delivery/campaigns/kill-trial.ts'
import {startPostgres} from '../../tests/delivery/support/postgres.ts'

const {values} = parseArgs({
  options: {
    recipients: {type: 'string', default: '20000'},
    kills: {type: 'string', default: '30'},
  },
})
const recipients = Number(values.recipients)
const kills = Number(values.kills)

const told = (where: string, {taken, doubled, unknown, sent, wrongly}: Verdict): boolean => {
  const isRight =
    taken.size === recipients && sent === recipients && doubled.length + wrongly.length === 0
  process.stdout.write(
    `${where}: ${kills} kills, ${recipients} recipients, ${taken.size} reached, ${doubled.length} doubled, ${unknown} unknown until sent again, ${isRight ? 'right' : 'WRONG'}\n`,
  )
  return isRight
}

const data = await mkdtemp(join(tmpdir(), 'throwline-kill-'))
const postgres = await startPostgres()
try {
  const embedded = await killTrial({data}, {recipients, kills})
  const isRight = told('embedded', embedded)
  const databaseUrl = await postgres.url()
  const server = await killTrial({databaseUrl}, {recipients, kills, workers: 2})
  process.exitCode = told('PostgreSQL, two processes', server) && isRight ? 0 : 1
} finally {
  await postgres.stop()
  await rm(data, {recursive: true, force: true})
}
