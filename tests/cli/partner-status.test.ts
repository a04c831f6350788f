/** Who has a change, and whether pages of partners show the notice, as a publisher asks for it. */
import {spawn} from 'node:child_process'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type PartnerSite, partnerSite} from '../audit/partner-site.ts'
import {partnerPage} from '../audit/ways.ts'
import {lentData} from '../support/ready-database.ts'
import {EXAMPLE, ROOT, TODAY} from './run.ts'

let site: PartnerSite
let data = ''
let takeBack: () => Promise<void>

beforeAll(async () => {
  site = await partnerSite()
  site.set('/right', partnerPage())
  site.set('/bare', '<!doctype html><title>Sleep</title><p>Sleep is a habit.')
  ;({data, takeBack} = await lentData('throwline-status-'))
})

afterAll(async () => {
  await takeBack()
  await site.close()
  await rm(data, {recursive: true})
})

const run = async (...args: readonly string[]) => {
  const child = spawn(process.execPath, [join(ROOT, 'cli/throwline.ts'), 'partners', ...args], {
    env: {...process.env, NO_COLOR: '1', THROWLINE_DATA: data},
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve)
  })
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return {status, out, err}
}

const AUDIT = ['--audit', '--allow-private', '--dataset', EXAMPLE, '--today', TODAY]

describe('throwline partners status', () => {
  it('leads from nobody to pages that are read', async () => {
    expect((await run('status')).out).toContain('Make a key')
    await run('add', 'Clinic North')
    const quiet = await run('status')
    expect(quiet.out).toContain('Nothing has changed yet')
    expect(quiet.out).toMatch(/Clinic North +does not follow +none +never/)

    expect((await run('pages', 'Clinic North')).out).toContain('No page of Clinic North')
    const nothing = await run('status', 'Clinic North', ...AUDIT)
    expect([nothing.status, nothing.out]).toEqual([0, expect.stringContaining('No page is noted')])

    const [right, bare] = [`${site.origin}/right`, `${site.origin}/bare`]
    const added = await run('pages', 'clinic north', 'add', right, `${bare}=sleep`, right, '--json')
    expect(JSON.parse(added.out)).toEqual({
      id: expect.stringMatching(/^[a-z2-7]{12}$/),
      pages: [right, `${bare}=sleep`],
    })
    const audited = await run('status', 'Clinic North', ...AUDIT, '--json')
    const {audit, whereabouts}: {readonly audit: unknown; readonly whereabouts: unknown} =
      JSON.parse(audited.out)
    expect([audited.status, audit]).toMatchObject([1, {counts: {current: 1, missing: 1}}])
    expect(whereabouts).toMatchObject({name: 'Clinic North', pages: [right, `${bare}=sleep`]})

    const removed = await run('pages', 'Clinic North', 'remove', `${bare}=sleep`)
    expect([removed.status, removed.out]).toEqual([0, `${right}\n`])
    const all = await run('status', ...AUDIT)
    expect([all.status, all.out]).toEqual([0, expect.stringContaining('1 page: 1 current')])
  })

  it.each([
    [['pages', 'Clinic North', 'burn'], 'pages burn'],
    [['pages', 'Clinic North', 'add'], 'name the pages'],
    [['pages', 'Clinic North', 'add', 'ftp://x.example'], 'not an address of a page'],
    [['pages', 'Clinic North', 'remove', 'https://no.example/'], 'no page that is noted'],
    [['status', '--days', '0'], '--days 0'],
  ])('%j is wrong usage', async (args, said) => {
    const {status, err} = await run(...args)
    expect([status, err]).toEqual([2, expect.stringContaining(said)])
  })
})
