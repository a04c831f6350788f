/** A publisher sets webhooks, and partners' servers hear of a helpline that changes. */
import {createServer} from 'node:http'
import {rm} from 'node:fs/promises'
import {createClient} from '@sanity/client'
import {expect, it, onTestFinished} from 'vitest'
import {findProject} from '../../cli/project.ts'
import {startReceiver} from '../../examples/receiver.ts'
import {readyData} from '../support/ready-database.ts'
import {EXAMPLE, TODAY} from './run.ts'
import {serve} from './serving.ts'

const LINE = 'helpline-us-988'

/** It says that nothing is to come any more. */
const startGone = async (): Promise<string> => {
  const server = createServer((_request, response) => {
    response.writeHead(410).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  return `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}/`
}

const eventually = async <T>(find: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it('tells the example’s receiver of a helpline, and writes to whoever is gone', async () => {
  const data = await readyData('throwline-webhooks-')
  onTestFinished(() => rm(data, {recursive: true, force: true}))
  const env = {THROWLINE_DATA: data, NO_COLOR: '1', WEBHOOK_ALLOW: 'localhost'}
  const run = async (...args: readonly string[]) => {
    const running = serve(['partners', ...args], env)
    return {status: await running.ended, said: running.said()}
  }
  const ports = ['--port', '0', '--lake-port', '0', '--today', TODAY]
  const server = serve(['serve', ...ports, '--dataset', EXAMPLE], env)
  const site = await server.says(/Site\s+(http:\S+)\//)

  await run('add', 'Clinic North')
  await run('add', 'Clinic South', '--contact', 'web@south.example')
  const refused = await run('webhook', 'Clinic North', 'set', 'http://clinic.example/')
  expect([refused.status, refused.said]).toEqual([
    1,
    expect.stringContaining('WEBHOOK_URL_REFUSED'),
  ])

  const told: unknown[] = []
  let secret = ''
  const receiver = await startReceiver({
    // the secret is made when the address is set, so the receiver that listens knows none yet
    secret: `whsec_${Buffer.alloc(32).toString('base64')}`,
    port: 0,
    onChanges: () => {
      throw new Error('nobody has this secret')
    },
  })
  const set = await run('webhook', 'Clinic North', 'set', receiver.url)
  expect([set.status, set.said]).toEqual([0, expect.stringMatching(/whsec_[\w+/]{43}=/)])
  ;[secret = ''] = /whsec_\S+/.exec(set.said) ?? []
  const wrong = await run('webhook', 'Clinic North', 'test')
  expect([wrong.status, wrong.said]).toEqual([1, expect.stringContaining('HTTP 401')])
  await receiver.close()
  const second = await startReceiver({
    secret,
    port: Number(new URL(receiver.url).port),
    onChanges: (changes) => void told.push(...changes),
  })
  onTestFinished(() => second.close())
  const tested = await run('webhook', 'Clinic North', 'test', '--json')
  expect([tested.status, tested.said]).toEqual([0, expect.stringContaining('"taken": true')])
  await run('webhook', 'Clinic South', 'set', await startGone())

  const project = await findProject(data)
  const editor = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: project?.apiHost ?? '',
    apiVersion: '2025-02-19',
    useCdn: false,
    useProjectHostname: false,
    token: 'editor',
  })
  await editor.patch(LINE).set({name: 'Another name'}).commit()
  await eventually(() => (told.length > 0 ? told : undefined))
  expect(told).toContainEqual(expect.objectContaining({kind: 'helplineChanged', id: LINE}))

  const path = await eventually(async () => {
    const outbox = await (await fetch(`${site}/outbox/`)).text()
    return /\/outbox\/mails\/\d+\//.exec(outbox)?.[0]
  })
  const mail = await (await fetch(`${site}${path}`)).text()
  expect(mail).toContain('web@south.example')
  expect(mail).toContain('Your webhook is switched off')
  const letter = await (await fetch(`${site}${path}html`)).text()
  expect(letter).toContain('tel:988')
  expect(letter).toContain('localhost')
  const list = await run('webhook', 'list')
  expect(list.said).toMatch(/Clinic North .* 0 +up to date/)
  expect(list.said).toMatch(/Clinic South .* disabled, failing since .* HTTP 410/)

  const before = told.length
  await run('webhook', 'Clinic North', 'replay', '--since', 'c0')
  await eventually(() => (told.length > before + 16 ? told : undefined))
  expect(told.slice(before)).toContainEqual(expect.objectContaining({kind: 'published'}))
  const removed = await run('webhook', 'Clinic North', 'remove')
  expect(removed.status).toBe(0)
  const again = await run('webhook', 'Clinic North', 'replay', '--since', 'c0')
  expect([again.status, again.said]).toEqual([1, expect.stringContaining('WEBHOOK_MISSING')])
  server.child.kill('SIGINT')
  expect(await server.ended).toBe(0)
})
