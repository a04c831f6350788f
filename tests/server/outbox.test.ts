import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createTransport} from 'nodemailer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {mailboxOf} from '../../cli/serve/outbox.ts'
import {fileSource} from '../../content/file-source.ts'
import {openOutbox, type Outbox} from '../../delivery/outbox/outbox.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {EXAMPLE, TODAY} from './newsroom-under-test.ts'

const KEY = 'a key of the tests'
const HOSTILE =
  '<!doctype html><html><head><title>x</title></head><body><script>top.location="/"</script><img src="https://tracker.example/x.gif"><a href="https://health.example/sleep/">Sleep</a></iframe></body></html>'

let folder: string
let outbox: Outbox
let server: RunningServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throwline-outbox-'))
  outbox = await openOutbox({folder})
  const file = fileSource(EXAMPLE)
  const source = {
    name: 'example',
    now: () => file,
    onChange: () => {},
    refresh: async () => {},
    touch: async () => {},
    close: () => file.close(),
  }
  server = await startServer({
    newsroom: new Newsroom({source, today: TODAY, onProblem: () => {}}),
    outbox: {
      key: KEY,
      mailbox: mailboxOf(outbox),
      siteUrl: async () => 'https://health.example',
    },
    port: 0,
    onError: (error) => {
      throw error
    },
  })
})

afterAll(async () => {
  await server.close()
  await outbox.close()
  await rm(folder, {recursive: true, force: true})
})

const get = (path: string) => fetch(`${server.url}${path}`, {redirect: 'manual'})
const textOf = async (path: string) => (await get(path)).text()

const caught = (key: string, body: unknown) =>
  fetch(`${server.url}/outbox/texts/caught`, {
    method: 'POST',
    headers: {'content-type': 'application/json', authorization: `Bearer ${key}`},
    body: JSON.stringify(body),
  })

describe('the outbox', () => {
  it('says what to do while it is empty', async () => {
    expect(await textOf('/outbox/')).toContain('Nothing was sent yet')
    expect((await get('/outbox')).headers.get('location')).toBe('/outbox/')
  })

  it('shows a mail that came by SMTP, in a frame in which nothing runs and nothing is fetched', async () => {
    const smtp = createTransport(outbox.smtpUrl)
    await smtp.sendMail({
      from: 'letters@health.example',
      to: 'ann@example.org',
      subject: '<b>Small</b> steps',
      text: 'In plain words',
      html: HOSTILE,
    })
    smtp.close()
    const list = await textOf('/outbox/')
    expect(list).toContain('&lt;b&gt;Small&lt;/b&gt; steps')
    const [path = ''] = /\/outbox\/mails\/\d+\//.exec(list) ?? []
    const page = await get(path)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toMatch(
      /<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox">/,
    )
    expect(await textOf(`${path}?view=text`)).toContain('<pre>In plain words')
    expect(await textOf(`${path}?view=source`)).toContain('Subject: &lt;b&gt;Small')
    const html = await get(`${path}html`)
    const policy = html.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;/)
    // the site's pages are here while trying
    expect(await html.text()).toContain('<a href="/sleep/">')
    expect((await get('/outbox/mails/999/')).status).toBe(302)

    // a mail to no list has nothing that could come back to it
    expect(await textOf(path)).not.toContain('Let it bounce')
    const returned = await fetch(`${server.url}${path}returned`, {
      method: 'POST',
      body: new URLSearchParams({kind: 'bounce'}),
      redirect: 'manual',
    })
    expect([returned.status, returned.headers.get('location')]).toEqual([303, '/outbox/'])
  })

  it('takes text messages from processes that know its key, and answers from phones', async () => {
    const message = {to: '+12025550143', text: 'Lantern: Call/text 988.', reference: 'r'}
    expect((await caught('another key', message)).status).toBe(401)
    expect((await caught(KEY, {to: '+12025550143'})).status).toBe(400)
    expect((await caught(KEY, {...message, text: 'x'.repeat(161)})).status).toBe(400)
    expect(await (await caught(KEY, message)).json()).toEqual({id: expect.any(String)})
    const answers: string[] = []
    const stop = outbox.sms.onInbound(({from, text}) => {
      answers.push(`${from} ${text}`)
    })
    const body = new URLSearchParams({from: '+12025550143', text: 'STOP </p>'})
    const sent = await fetch(`${server.url}/outbox/texts/`, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    stop()
    expect([sent.status, answers]).toEqual([303, ['+12025550143 STOP </p>']])
    expect(await textOf('/outbox/texts/')).toContain('<p class="bubble mine">STOP &lt;/p&gt;</p>')
  })
})
