import {describe, expect, it} from 'vitest'
import {ProcessFailed, runProcess} from '../../bench/compare/run-process.ts'

const node = (script: string) => ({file: process.execPath, args: ['-e', script]})

const LIMIT = 60

/** Holds so many MB for a moment, with a page touched in each 4 KB. */
const hold = (megabytes: number): string =>
  `const kept = Buffer.alloc(${megabytes}e6, 1); setTimeout(() => process.exit(kept.length ? 0 : 1), 300)`

describe('a process that is measured', () => {
  it.runIf(process.platform === 'linux')('is told with its peak memory and CPU time', async () => {
    const small = await runProcess(node(hold(1)), LIMIT)
    const large = await runProcess(node(hold(201)), LIMIT)
    const more = (large.megabytes ?? 0) - (small.megabytes ?? 0)
    expect(more).toBeGreaterThan(150)
    expect(more).toBeLessThan(250)
    expect(large.cpuSeconds).toBeGreaterThan(0)
  })

  it.runIf(process.platform === 'linux')('is told with what its children take', async () => {
    const inner = JSON.stringify(['-e', hold(201)])
    const script = `require('node:child_process').spawn(process.execPath, ${inner}); setTimeout(() => {}, 900)`
    const {megabytes = 0} = await runProcess(node(script), LIMIT)
    expect(megabytes).toBeGreaterThan(240)
  })

  it.runIf(process.platform === 'linux')('is not told with children of before', async () => {
    const inner = JSON.stringify(['-e', hold(101)])
    const script = `const {spawnSync} = require('node:child_process')
      for (let turn = 0; turn < 4; turn += 1) spawnSync(process.execPath, ${inner})`
    const {megabytes = 0} = await runProcess(node(script), LIMIT)
    expect(megabytes).toBeGreaterThan(140)
    expect(megabytes).toBeLessThan(300)
  })

  it('that ends without success is a failure with its last words', async () => {
    const run = runProcess(node('console.error("no such thing"); process.exitCode = 3'), LIMIT)
    await expect(run).rejects.toThrow(ProcessFailed)
    await expect(run).rejects.toThrow('ended with 3. no such thing')
  })

  it('that cannot be started is a failure', async () => {
    const run = runProcess({file: '/no/such/file', args: []}, LIMIT)
    await expect(run).rejects.toThrow(ProcessFailed)
  })

  it('that takes too long is ended, and a failure', async () => {
    const run = runProcess(node('setInterval(() => {}, 1000)'), 0.3)
    await expect(run).rejects.toThrow('not done within 0.3 s')
  })
})
