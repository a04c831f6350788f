import {spawn} from 'node:child_process'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type PartnerSite, partnerSite} from '../audit/partner-site.ts'
import {BY_SCRIPT, partnerPage, RIGHT, WRONG} from '../audit/ways.ts'
import {unpackChromium} from '../browser/unpack.ts'
import {readyData} from '../support/ready-database.ts'
import {EXAMPLE, ROOT, TODAY} from './run.ts'

let site: PartnerSite
let data = ''

beforeAll(async () => {
  site = await partnerSite()
  data = await readyData('throwline-audit-')
  site.set('/right', partnerPage())
  for (const way of [...RIGHT, ...WRONG, ...BY_SCRIPT]) site.set(`/${slug(way.name)}`, way.html)
})

afterAll(async () => {
  await site.close()
  await rm(data, {recursive: true})
})

const slug = (name: string): string => name.replace(/\W+/g, '-')

const {SANITY_PROJECT_ID: _project, SANITY_DATASET: _dataset, ...ENVIRONMENT} = process.env

interface RunOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Beside this process, which answers as the partner. */
const run = async (args: readonly string[], {input = '', env = {}}: RunOptions = {}) => {
  const options = ['--dataset', EXAMPLE, '--today', TODAY, '--pause', '0']
  const child = spawn(
    process.execPath,
    [join(ROOT, 'cli/throwline.ts'), 'audit', ...options, ...args],
    {
      env: {...ENVIRONMENT, NO_COLOR: '1', THROWLINE_DATA: data, ...env},
    },
  )
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve)
  })
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ])
  return {status, stdout, stderr}
}

const LOCAL = '--allow-private'

describe('throwline audit', () => {
  it('ends with 0 when all are current', async () => {
    const {status, stdout} = await run([`${site.origin}/right=ketamine`, LOCAL])
    expect(stdout).toBe(`✓ current      ${site.origin}/right
               ketamine · US-en · shows 911, +18006624357, 988, 741741

1 page: 1 current.
`)
    expect(status).toBe(0)
  })

  it('reads a list, says of each what is wrong, and ends with 1', async () => {
    const list = [
      '# partners',
      '/right',
      '/digits-swapped',
      '/under-a-wall-of-cookies',
      '/nothing',
      '/right',
    ]
    const input = list
      .map((each) => (each.startsWith('/') ? `${site.origin}${each}` : each))
      .join('\n')
    const {status, stdout} = await run(['-', LOCAL], {input})
    expect(status).toBe(1)
    expect(stdout).toContain('it is 1-800-662-4357 today')
    expect(stdout).toContain('4 pages: 1 current, 1 outdated, 1 hidden, 1 gone.')
  })

  it('reports to machines', async () => {
    const {status, stdout} = await run([`${site.origin}/digits-swapped`, LOCAL, '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      today: TODAY,
      counts: {outdated: 1},
      pages: [
        {
          url: `${site.origin}/digits-swapped`,
          verdict: 'outdated',
          status: 200,
          article: {slug: 'ketamine', language: 'en'},
          audience: {country: 'US', language: 'en'},
          seen: ['911', '988', '741741'],
          isRendered: false,
          findings: [
            {
              kind: 'wrongNumber',
              helplineId: 'helpline-us-samhsa',
              found: '1-800-662-4375',
              expected: '1-800-662-4357',
            },
            {kind: 'lacking'},
          ],
        },
      ],
    })
  })

  it('reads nothing on this machine unless it may', async () => {
    const {status, stdout} = await run([`${site.origin}/right`])
    expect([status, stdout]).toEqual([1, expect.stringContaining('private network')])
  })

  it('shows pages in the Chromium that it is given', async () => {
    const {executable, env} = await unpackChromium()
    const chrome = {env: {...env, CHROME_PATH: executable}}
    const address = `${site.origin}/put-there-by-a-script`
    const shown = await run([address, LOCAL], chrome)
    expect([shown.status, shown.stdout]).toEqual([0, expect.stringContaining('in a browser')])
    const removed = await run([`${site.origin}/taken-out-by-a-script`, LOCAL, '--render'], chrome)
    expect([removed.status, removed.stdout]).toEqual([1, expect.stringContaining('✗ missing')])
  })

  it('names a Chromium that is not there', async () => {
    const none = {env: {CHROME_PATH: '/no/such/chromium'}}
    const {status, stderr} = await run([`${site.origin}/right`, LOCAL, '--render'], none)
    expect([status, stderr]).toEqual([1, expect.stringContaining('AUDIT_BROWSER_MISSING')])
  })

  it.each([
    ['no address', ['ftp://a.example/'], /not an address/],
    ['an empty list', ['-'], /No address on standard input/],
    ['an article that is not there', ['https://a.example/x=nowhere'], /no article nowhere/],
    [
      'a country without a notice',
      ['https://a.example/x', '--country', 'ZW'],
      /no crisis notice for it/,
    ],
    ['a pause that is none', ['https://a.example/x', '--pause', 'long'], /write seconds/],
  ])('is used wrongly with %s', async (_what, args, why) => {
    const {status, stderr} = await run(args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(why)])
  })
})
