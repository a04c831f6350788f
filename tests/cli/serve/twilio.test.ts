/** A server and a send with Twilio as the way out: a stand-in for its REST API, its webhooks signed. */
import {rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {twilioSignature} from '../../../delivery/sms/twilio-signature.ts'
import {EXAMPLE, TODAY} from '../run.ts'
import {serve} from '../serving.ts'
import {readyData} from '../../support/ready-database.ts'

const TOKEN = 'token of the tests'
const PUBLIC_URL = 'https://news.example'
const HOOK = `${PUBLIC_URL}/inbound/twilio`
const READER = '+12025550143'

interface Asked {
  readonly to: string
  readonly text: string
  readonly callback: string
}

const startStandIn = async () => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const fields = new URLSearchParams(body)
      const [to = '', text = '', callback = ''] = ['To', 'Body', 'StatusCallback'].map(
        (name) => fields.get(name) ?? undefined,
      )
      asked.push({to, text, callback})
      response.writeHead(201, {'content-type': 'application/json'})
      response.end(JSON.stringify({sid: `SM${asked.length}`, status: 'queued'}))
    })
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {asked, url: `http://127.0.0.1:${port}`}
}

/** A zone in which it is about noon: texts keep quiet hours. */
const noonZone = (): string => {
  const ahead = 12 - new Date().getUTCHours()
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

it('texts leave by Twilio, and what it reports is acted upon', async () => {
  const data = await readyData('throwline-twilio-')
  onTestFinished(() => rm(data, {recursive: true, force: true}))
  const {asked, url: api} = await startStandIn()
  const env = {
    THROWLINE_DATA: data,
    NO_COLOR: '1',
    PUBLIC_URL,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: '+12025550100',
    TWILIO_API_HOST: api,
  }
  const run = async (...args: readonly string[]) => {
    const running = serve(args, env)
    return {status: await running.ended, said: running.said()}
  }
  const ports = ['--port', '0', '--lake-port', '0', '--today', TODAY]
  const server = serve(['serve', ...ports, '--dataset', EXAMPLE], env)
  const site = await server.says(/Site\s+(http:\S+)\//)

  const hook = async (
    fields: Readonly<Record<string, string>>,
    {query = '', token = TOKEN} = {},
  ): Promise<number> => {
    const body = new URLSearchParams(fields)
    const signature = twilioSignature(token, `${HOOK}${query}`, body)
    const headers = {'x-twilio-signature': signature}
    const path = `${site}/inbound/twilio${query}`
    return (await fetch(path, {method: 'POST', body, headers})).status
  }
  const text = (id: string, words: string) => ({MessageSid: id, From: READER, Body: words})
  const stateOf = async (number: string): Promise<string | undefined> => {
    const {said} = await run('subscribers', 'list', '--channel', 'sms')
    const row = said.split('\n').find((line) => line.startsWith(number))
    return row?.split(/ +/)[2]
  }

  // somebody joins by text, asks for help, leaves; an old START that comes again brings nobody back
  expect(await hook(text('IN1', 'START'))).toBe(200)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({
    to: READER,
    text: expect.stringMatching(/^Lantern: Call\/text 988 .* You get our texts now\./),
    callback: expect.stringContaining(`${HOOK}?reference=`),
  })
  expect(await hook(text('IN2', 'I want to die'))).toBe(200)
  expect(asked[1]?.text).toContain('Call/text 988')
  expect(await hook(text('IN3', 'STOP'))).toBe(200)
  expect(asked[2]?.text).toContain('no more texts')
  expect(await hook(text('IN1', 'START'))).toBe(200)
  expect(asked).toHaveLength(3)
  expect(await stateOf(READER)).toBe('unsubscribed')
  // the planted other: a new START does
  expect(await hook(text('IN4', 'START'))).toBe(200)
  expect(await stateOf(READER)).toBe('active')

  // forged: nobody is stopped, and the log says no number
  expect(await hook(text('IN5', 'STOP'), {token: 'another'})).toBe(403)
  expect(await stateOf(READER)).toBe('active')
  expect(await server.says(/(POST \/inbound\/twilio: a signature)/)).toBeDefined()
  expect(server.said()).not.toContain(READER)

  // a digest to another number, where it is noon
  await writeFile(
    join(data, 'people.csv'),
    `phone,country,language,time_zone,consent_at,consent_source\n+12025550177,US,en,${noonZone()},2026-11-01,paper\n`,
  )
  expect((await run('subscribers', 'import', join(data, 'people.csv'))).status).toBe(0)
  expect(await hook(text('IN6', 'STOP'))).toBe(200)
  const before = asked.length
  const sent = await run('send', 'digest', 'small-steps', '--channel', 'sms', '--today', TODAY)
  expect([sent.status, sent.said]).toEqual([
    0,
    expect.stringMatching(/Done \(campaign 1, sms\): \d+ sent/),
  ])
  const [first] = asked.slice(before)
  expect(first).toMatchObject({to: '+12025550177', text: expect.stringContaining('988')})
  const {search} = new URL(first?.callback ?? HOOK)
  expect(search).toMatch(/^\?reference=\d+$/)
  const failed = {MessageStatus: 'undelivered', ErrorCode: '30005'}
  // told by the number of its delivery too, when the provider's own id is not known yet
  expect(await hook({...failed, MessageSid: 'not in the ledger'}, {query: search})).toBe(200)
  expect(await stateOf('+12025550177')).toBe('bounced')
})

it('half an account is named, and starts nothing', async () => {
  const data = await readyData('throwline-twilio-')
  onTestFinished(() => rm(data, {recursive: true, force: true}))
  const env = {THROWLINE_DATA: data, TWILIO_AUTH_TOKEN: TOKEN}
  const server = serve(['serve', '--port', '0', '--lake-port', '0'], env)
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain('CONFIG_INVALID: TWILIO_ACCOUNT_SID: TWILIO_AUTH_TOKEN is set')
  expect(server.said()).not.toContain(TOKEN)
})
