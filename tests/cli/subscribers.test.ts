/** The commands as a newcomer types them, each a process of its own on one data folder. */
import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const COMMAND = new URL('../../cli/throwline.ts', import.meta.url).pathname
const FILE = `email,phone,country,language,time_zone,topics,consent_at,consent_source
ana@mail.example,,US,es,America/Chicago,anxiety;sleep,2026-11-01,website form
bad,,US,en,,,2026-11-01,form
`

let folder: string

const run = (...args: readonly string[]) =>
  new Promise<{readonly status: number; readonly out: string; readonly err: string}>((resolve) => {
    const environment = {...process.env, THROWLINE_DATA: join(folder, 'data'), NO_COLOR: '1'}
    execFile(
      process.execPath,
      [COMMAND, 'subscribers', ...args],
      {env: environment},
      (error, out, err) => resolve({status: Number(error?.code ?? 0), out, err}),
    )
  })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throwline-subscribers-'))
  await writeFile(join(folder, 'people.csv'), FILE)
})

afterAll(() => rm(folder, {recursive: true, force: true}))

describe('throwline subscribers', () => {
  it('leads from nobody to somebody, and back', async () => {
    const empty = await run('list')
    expect([empty.status, empty.out]).toEqual([
      0,
      expect.stringContaining('import subscribers.csv'),
    ])

    const imported = await run('import', join(folder, 'people.csv'))
    expect(imported.status).toBe(1)
    expect(imported.out).toContain('2 rows read, 1 subscriber added, 1 row refused')
    expect(imported.err).toContain('INVALID_EMAIL line 3 email')

    const listed = await run('list', '--json')
    expect(JSON.parse(listed.out)).toMatchObject({
      counts: [{channel: 'email', country: 'US', language: 'es', state: 'active', count: 1}],
      subscribers: [{address: 'ana@mail.example', topics: ['anxiety', 'sleep']}],
    })

    const out = join(folder, 'out.ndjson')
    expect((await run('export', '--out', out)).status).toBe(0)
    expect((await stat(out)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({email: 'ana@mail.example'})

    expect((await run('forget', 'ANA@mail.example')).out).toContain('Forgotten')
    expect((await run('export')).out.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    [['import', '/nowhere.csv'], 'no such file'],
    [['export', '--format', 'xml'], '--format xml'],
    [['list', '--state', 'asleep'], '--state asleep'],
    [['list', '--limit', '-1'], '--limit -1'],
    [['forget', 'nobody'], 'is not a phone number'],
  ])('tells a wrong use: %j', async (args, words) => {
    const {status, err} = await run(...args)
    expect([status, err]).toEqual([2, expect.stringContaining(words)])
  })
})
