import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {readyData} from '../support/ready-database.ts'
import {EXAMPLE, TODAY} from './run.ts'
import {serve} from './serving.ts'

const PEOPLE = `email,phone,country,language,time_zone,topics,consent_at,consent_source
ann@example.org,,US,en,America/Chicago,,2026-11-01,paper
bob@example.org,,GB,en,Europe/London,sleep,2026-11-01,paper
cid@example.org,,GB,fr,Europe/London,,2026-11-01,paper
dot@example.org,,NO,en,Europe/Oslo,,2026-11-01,paper
eve@example.org,,US,en,America/Chicago,eating-disorder,2026-11-01,paper
`

/** Ends with its status and all it said. */
const run = async (data: string, ...args: readonly string[]) => {
  const running = serve(args, {THROWLINE_DATA: data, NO_COLOR: '1'})
  return {status: await running.ended, said: running.said()}
}

it('a newcomer imports, sends, reads, lets somebody leave, and sends again', async () => {
  const data = await readyData('throwline-send-')
  onTestFinished(() => rm(data, {recursive: true, force: true}))
  const digest = ['send', 'digest', 'small-steps', '--channel', 'email', '--today', TODAY] as const
  const people = join(data, 'people.csv')
  await writeFile(people, PEOPLE)
  expect((await run(data, 'subscribers', 'import', people)).status).toBe(0)

  // nothing says where mail goes: the campaign waits, and nobody is lost
  const nowhere = await run(data, ...digest, '--dataset', EXAMPLE)
  expect([nowhere.status, nowhere.said]).toEqual([1, expect.stringContaining('SMTP_URL')])

  const ports = ['--port', '0', '--lake-port', '0', '--data', data, '--today', TODAY]
  const server = serve(['serve', ...ports, '--dataset', EXAMPLE])
  const outbox = await server.says(/Outbox\s+(http:\S+)/)

  const plan = await run(data, ...digest, '--dry-run')
  expect(plan.said).toContain('email  GB-en  1\nemail  US-en  1\n')
  expect(plan.said).toContain('DIGEST_NOT_TRANSLATED GB-fr, 1 subscriber gets nothing')
  expect(plan.said).toContain('NOTICE_MISSING NO-en, 1 subscriber gets nothing')

  const sent = await run(data, ...digest)
  expect(sent.said).toContain('Campaign 1 goes on.')
  expect(sent.said).toContain('✓ Done (campaign 1, email): 2 sent.')
  expect(sent.status).toBe(0)

  const list = await (await fetch(outbox ?? '')).text()
  const links = [...list.matchAll(/\/outbox\/mails\/\d+\//g)].map(([path]) => new URL(path, outbox))
  expect(links).toHaveLength(2)
  const texts = await Promise.all(
    links.map(async (link) => (await fetch(`${link}?view=text`)).text()),
  )
  // the notice is that of each subscriber's country
  const ann = texts.find((text) => text.includes(' to ann@example.org'))
  const bob = texts.find((text) => text.includes(' to bob@example.org'))
  expect(ann).toContain('Call 988')
  expect(bob).toContain('116 123')
  expect(bob).not.toContain('988 Suicide')

  const once = await run(data, ...digest)
  expect(once.said).toContain('--again')
  expect(once.said).toContain('✓ Done (campaign 1, email): 2 sent.')
  expect(once.status).toBe(0)
  const [leave = ''] = /http:\/\/localhost:\d+\/unsubscribe\/[\w-]{44}/.exec(ann ?? '') ?? []
  const left = await fetch(leave, {
    method: 'POST',
    body: new URLSearchParams({'List-Unsubscribe': 'One-Click'}),
  })
  expect(left.status).toBe(200)
  const again = await run(data, ...digest, '--again')
  expect(again.said).toContain('✓ Done (campaign 2, email): 1 sent.')
  expect((await run(data, 'send', 'status')).said).toMatch(/2 +small-steps +email +done +1 sent/)

  const queued = await run(data, ...digest, '--again', '--background')
  expect([queued.status, queued.said]).toEqual([
    0,
    expect.stringContaining('Left to the servers (campaign 3, email)'),
  ])
  for (let isDone = false; !isDone;) {
    isDone = /3 +small-steps +email +done +1 sent/.test((await run(data, 'send', 'status')).said)
  }
})
