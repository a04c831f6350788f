/** Keys as a publisher gives and takes them, each command a process of its own on one data folder. */
import {execFile} from 'node:child_process'
import {readdir, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {lentData} from '../support/ready-database.ts'

const COMMAND = new URL('../../cli/throwline.ts', import.meta.url).pathname

let folder: string
let takeBack: () => Promise<void>

const run = (...args: readonly string[]) =>
  new Promise<{readonly status: number; readonly out: string; readonly err: string}>((resolve) => {
    const environment = {...process.env, THROWLINE_DATA: folder, NO_COLOR: '1'}
    execFile(
      process.execPath,
      [COMMAND, 'partners', ...args],
      {env: environment},
      (error, out, err) => resolve({status: Number(error?.code ?? 0), out, err}),
    )
  })

beforeAll(async () => {
  ;({data: folder, takeBack} = await lentData('throwline-partners-'))
})

afterAll(() => rm(folder, {recursive: true, force: true}))

const KEY = /tl_[a-z2-7]{12}_[\w-]{43}/

describe('throwline partners', () => {
  it('leads from nobody to a key, to another key, and back', async () => {
    const added = await run('add', 'Clinic North', '--countries', 'GB,IE', '--json')
    expect([added.status, added.err]).toEqual([0, ''])
    const made: unknown = JSON.parse(added.out)
    expect(made).toEqual({
      id: expect.stringMatching(/^[a-z2-7]{12}$/),
      key: expect.stringMatching(KEY),
    })
    const again = await run('add', 'clinic north')
    expect([again.status, again.err]).toEqual([1, expect.stringContaining('PARTNER_NAME_TAKEN')])
    const rotated = await run('rotate', 'Clinic North', '--days', '3')
    expect([rotated.status, rotated.out]).toEqual([0, expect.stringMatching(KEY)])
    const status = await run('status', 'Clinic North')
    expect(status.out).toContain('Countries: GB, IE.')
    expect(status.out).not.toMatch(KEY)
    expect(status.out.match(/tl_[a-z2-7]{12}_…/g)).toHaveLength(2)
    const revoked = await run('revoke', 'Clinic North')
    expect([revoked.status, revoked.out]).toEqual([0, expect.stringContaining('open nothing')])
    expect((await run('list')).out).toContain('revoked 20')
    const gone = await run('revoke', 'Clinic North')
    expect([gone.status, gone.err]).toEqual([1, expect.stringContaining('PARTNER_REVOKED')])
  })

  it('keeps no key on the disk', async () => {
    const {out} = await run('add', 'Kept nowhere', '--json')
    const [key = ''] = KEY.exec(out) ?? []
    const secret = key.slice(-43)
    expect(secret).toHaveLength(43)
    await takeBack()
    const files = await readdir(folder, {recursive: true, withFileTypes: true})
    for (const file of files) {
      if (!file.isFile()) continue
      const octets = await readFile(join(file.parentPath, file.name))
      expect([file.name, octets.includes(secret)]).toEqual([file.name, false])
    }
  })

  it.each([
    [['add', ' '], 'one line'],
    [['add', 'x', '--topics', 'nonsense'], '--topics nonsense'],
    [['add', 'x', '--origins', 'https://x.example/path'], '--origins'],
    [['add', 'x', '--rate', '0'], '--rate 0'],
    [['add', 'x', '--contact', 'nobody'], '--contact'],
    [['rotate', 'x', '--days', '91'], '--days 91'],
  ])('%j is wrong usage', async (args, said) => {
    const {status, err} = await run(...args)
    expect([status, err]).toEqual([2, expect.stringContaining(said)])
  })
})
