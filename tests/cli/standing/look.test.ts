import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, writeFileSync} from 'node:fs'
import {constants, getPriority, tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {look} from '../../../cli/standing/look.ts'
import type {StandingHead} from '../../../cli/standing/standing-table.ts'
import {NO_HEAD} from './no-head.ts'

/** Of a folder with so many files that a thread looks at them. */
const HEAD: StandingHead = {
  ...NO_HEAD,
  totals: [{channel: 'web', files: 5000, messages: 0, bytes: 0}],
}

const priorities = (): readonly number[] =>
  readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)))

it('leaves the processor to those who open the dataset', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throwline-look-'))
  const file = join(folder, 'table')
  // whoever reads it waits until somebody writes
  execFileSync('mkfifo', [file])
  const before = getPriority()
  const patient = Math.min(before + 10, constants.priority.PRIORITY_LOW)
  expect(priorities()).not.toContain(patient)
  const looking = look({folder, file}, HEAD)
  await expect.poll(priorities, {timeout: 10_000}).toContain(patient)
  expect(getPriority()).toBe(before)
  writeFileSync(file, '')
  expect(await looking.table).toBeUndefined()
  expect(await looking.stands).toBe(false)
})
