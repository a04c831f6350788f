/** A newcomer tries what becomes of mails that come back, with nothing but the outbox. */
import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Webhook} from 'standardwebhooks'
import {expect, it, onTestFinished} from 'vitest'
import {EXAMPLE, TODAY} from '../run.ts'
import {serve} from '../serving.ts'
import {readyData} from '../../support/ready-database.ts'

const NAMES = ['ann', 'bob', 'cid', 'dot'] as const
const PEOPLE = [
  'email,country,language,time_zone,consent_at,consent_source',
  ...NAMES.map((name) => `${name}@example.org,US,en,America/Chicago,2026-11-01,paper`),
].join('\n')
const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`

it('a mail of the outbox can be let bounce, be reported, and answer to its list', async () => {
  const data = await readyData('throwline-returns-')
  onTestFinished(() => rm(data, {recursive: true, force: true}))
  const env = {THROWLINE_DATA: data, NO_COLOR: '1', INBOUND_WEBHOOK_SECRET: SECRET}
  const run = async (...args: readonly string[]) => {
    const running = serve(args, env)
    return {status: await running.ended, said: running.said()}
  }
  const ports = ['--port', '0', '--lake-port', '0', '--today', TODAY]
  const server = serve(['serve', ...ports, '--dataset', EXAMPLE], env)
  const site = await server.says(/Site\s+(http:\S+)\//)
  expect(await server.says(/Returns\s+(smtp:\/\/127\.0\.0\.1:\d+)/)).toBeDefined()
  await writeFile(join(data, 'people.csv'), `${PEOPLE}\n`)
  expect((await run('subscribers', 'import', join(data, 'people.csv'))).status).toBe(0)
  expect((await run('send', 'digest', 'small-steps', '--today', TODAY)).status).toBe(0)

  const textOf = async (path: string): Promise<string> => (await fetch(`${site}${path}`)).text()
  const paths = new Map<string, string>()
  for (const [path] of (await textOf('/outbox/')).matchAll(/\/outbox\/mails\/\d+\//g)) {
    const page = await textOf(path)
    const to = NAMES.find((each) => page.includes(` to ${each}@example.org`))
    paths.set(to ?? 'somebody else', path)
  }
  expect([...paths.keys()].toSorted()).toEqual([...NAMES])

  const giveBack = async (name: string, kind: string): Promise<string | undefined> => {
    const response = await fetch(`${site}${paths.get(name)}returned`, {
      method: 'POST',
      body: new URLSearchParams({kind}),
    })
    return /role="status">([^<]*)</.exec(await response.text())?.[1]
  }
  const page = await textOf(paths.get('ann') ?? '')
  expect(page).toContain('>Let it bounce</button>')
  expect(await giveBack('ann', 'bounce')).toBe('bounced (5.1.1): not sent to again')
  expect(await giveBack('bob', 'complaint')).toBe('complained: not sent to again')
  expect(await giveBack('cid', 'leave')).toBe('unsubscribed')
  expect(await giveBack('dot', 'explode')).toBe(undefined)

  // as a mail service would report it by HTTP, by its Message-ID
  const source = await textOf(`${paths.get('dot')}?view=source`)
  const [, messageId = ''] = /Message-ID: &lt;(\S+)&gt;/.exec(source) ?? []
  const body = JSON.stringify({events: [{id: '1', kind: 'bounced', message: messageId}]})
  const at = new Date()
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(SECRET).sign('msg_1', at, body),
  }
  const report = () => fetch(`${site}/inbound/mail-events`, {method: 'POST', body, headers})
  expect(await (await report()).json()).toEqual({recorded: 1, repeated: 0, ignored: 0})
  expect(await (await report()).json()).toEqual({recorded: 0, repeated: 1, ignored: 0})

  const {said} = await run('subscribers', 'list')
  const states = NAMES.map((name) => new RegExp(`${name}@\\S+ +US-en +(\\w+)`).exec(said)?.[1])
  expect(states).toEqual(['bounced', 'complained', 'unsubscribed', 'bounced'])
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})
