import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type PostgresForTests, startPostgres} from '../support/postgres.ts'
import {killTrial, type Trial, type Verdict} from './kill-trial.ts'

// the full size is in bench/delivery/kill-campaign.ts
const TRIAL: Trial = {recipients: 1_500, kills: 3}

const check = (
  {taken, doubled, unknown, sent, wrongly}: Verdict,
  {recipients, kills, workers = 1}: Trial,
) => {
  expect(taken.size).toBe(recipients)
  expect(sent).toBe(recipients)
  expect(doubled).toEqual([])
  expect(wrongly).toEqual([])
  // two groups of ten at most for each process that was killed
  expect(unknown).toBeLessThanOrEqual(kills * workers * 40)
}

describe('a campaign whose process is killed', () => {
  let folder: string
  let postgres: PostgresForTests

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throwline-kill-'))
    postgres = await startPostgres()
  })

  afterAll(async () => {
    await postgres.stop()
    await rm(folder, {recursive: true, force: true})
  })

  it('reaches everybody once, on the embedded database', async () => {
    check(await killTrial({data: folder}, TRIAL), TRIAL)
  })

  it('reaches everybody once, on PostgreSQL, with two processes at a time', async () => {
    const trial = {...TRIAL, workers: 2}
    check(await killTrial({databaseUrl: await postgres.url()}, trial), trial)
  })
})
