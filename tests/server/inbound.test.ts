import {randomBytes} from 'node:crypto'
import {Webhook} from 'standardwebhooks'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fileSource} from '../../content/file-source.ts'
import {recordReturn} from '../../delivery/campaigns/returns.ts'
import {MAIL_EVENT_LIMITS} from '../../delivery/inbound/mail-events.ts'
import {onceIn} from '../../delivery/inbound/once.ts'
import {createTokens} from '../../delivery/links/tokens.ts'
import {createListeners} from '../../delivery/sms/listeners.ts'
import {twilioSignature} from '../../delivery/sms/twilio-signature.ts'
import {readTwilioWebhook} from '../../delivery/sms/twilio-webhook.ts'
import type {Store} from '../../delivery/store/store.ts'
import {openReadyStore} from '../support/ready-database.ts'
import {refusalLog} from '../../server/inbound/refusal-log.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {freeze, subscribe} from '../delivery/campaigns/support.ts'
import {EXAMPLE, TODAY} from './newsroom-under-test.ts'

const secretOf = (): string => `whsec_${randomBytes(32).toString('base64')}`
const [SECRET, OLDER] = [secretOf(), secretOf()]
const PUBLIC_URL = 'https://news.example/inbound/twilio'
const tokens = createTokens('a secret of the tests, long enough')

let store: Store
let server: RunningServer
let closeFile: () => Promise<void>
let isBroken = false
const refusals: string[] = []
const errors: unknown[] = []
const receipts: unknown[] = []
const listeners = createListeners()

beforeAll(async () => {
  store = await openReadyStore()
  await subscribe(store, 6)
  await freeze(store)
  const file = fileSource(EXAMPLE)
  closeFile = () => file.close()
  const source = {
    name: 'example',
    now: () => file,
    onChange: () => {},
    refresh: async () => {},
    touch: async () => {},
    close: closeFile,
  }
  listeners.onReceipt((receipt) => void receipts.push(receipt))
  server = await startServer({
    newsroom: new Newsroom({source, today: TODAY, onProblem: () => {}}),
    inbound: {
      twilio: {
        url: PUBLIC_URL,
        webhook: (request) => readTwilioWebhook(request, {authToken: 'token', listeners}),
      },
      mailEvents: {
        secrets: [SECRET, OLDER],
        tokens,
        once: onceIn(store),
        record: async (deliveryId, what) => {
          if (isBroken) throw new Error('the ledger is away')
          return recordReturn(store, deliveryId, what)
        },
      },
      onRefused: (line) => void refusals.push(line),
      onError: (error) => void errors.push(error),
    },
    port: 0,
    onError: (error) => void errors.push(error),
  })
})

afterAll(async () => {
  await server.close()
  await store.close()
  await closeFile()
})

const post = async (body: string, headers: Readonly<Record<string, string>>) => {
  const response = await fetch(`${server.url}/inbound/mail-events`, {
    method: 'POST',
    body,
    headers,
  })
  return {status: response.status, text: await response.text()}
}

const headersFor = (body: string, {secret = SECRET, at = new Date()} = {}) => {
  const id = `msg_${randomBytes(6).toString('hex')}`
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}

const signed = (value: unknown, by: Parameters<typeof headersFor>[1] = {}) => {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  return post(body, headersFor(body, by))
}

const reported = async (...events: readonly unknown[]): Promise<unknown> => {
  const {status, text} = await signed({events})
  expect(status).toBe(200)
  return JSON.parse(text)
}

const verp = (id: number): string => `returns+bounce-${tokens.address('bounce', id)}@health.example`
const messageId = (id: number): string => `<${tokens.address('message', id)}@health.example>`

/** Delivery and subscriber of that number, which are made in one order. */
const standing = (id: number) =>
  store.db
    .selectFrom('deliveries')
    .innerJoin('subscribers', 'subscribers.id', 'subscriber_id')
    .select(['returned', 'subscribers.state'])
    .where('deliveries.id', '=', id)
    .executeTakeFirstOrThrow()

describe('reports of a mail service', () => {
  it('are written into the ledger, and nobody is written to who must not be', async () => {
    const counts = await reported(
      {id: 'a1', kind: 'bounced', message: verp(1)},
      {id: 'a2', kind: 'complained', message: messageId(2)},
      // without the angle brackets, as some services have it
      {id: 'a3', kind: 'undelivered', message: messageId(3).slice(1, -1).toUpperCase()},
      {id: 'a4', kind: 'delivered', message: messageId(4)},
    )
    expect(counts).toEqual({recorded: 3, repeated: 0, ignored: 1})
    expect(await standing(1)).toEqual({returned: 'bounced', state: 'bounced'})
    expect(await standing(2)).toEqual({returned: 'complained', state: 'complained'})
    expect(await standing(3)).toEqual({returned: 'undelivered', state: 'active'})
    expect(await standing(4)).toEqual({returned: null, state: 'active'})
    const suppressed = await store.db.selectFrom('suppressions').select('reason').execute()
    expect(suppressed.map(({reason}) => reason).sort()).toEqual(['bounced', 'complained'])
  })

  it('count once, however often they come', async () => {
    const event = {id: 'b1', kind: 'undelivered', message: verp(4)}
    expect(await reported(event, event)).toEqual({recorded: 1, repeated: 1, ignored: 0})
    await store.db.updateTable('deliveries').set({returned: null}).where('id', '=', 4).execute()
    const body = JSON.stringify({events: [event]})
    const headers = headersFor(body)
    const answers = await Promise.all([post(body, headers), post(body, headers)])
    for (const {text} of answers) expect(JSON.parse(text)).toMatchObject({repeated: 1})
    expect(await standing(4)).toMatchObject({returned: null})
    // the planted other: with an id of its own it counts
    expect(await reported({...event, id: 'b2'})).toMatchObject({recorded: 1})
    expect(await standing(4)).toMatchObject({returned: 'undelivered'})
  })

  it('are about a mail of ours, or about nothing', async () => {
    const others = createTokens('a secret of somebody else, as long')
    const counts = await reported(
      {id: 'c1', kind: 'bounced', message: 'reader5@odd.example'},
      {id: 'c2', kind: 'bounced', message: `<${'a'.repeat(26)}@health.example>`},
      {id: 'c3', kind: 'bounced', message: `<${others.address('message', 5)}@health.example>`},
      // a token to leave with, or a bounce address as Message-ID, is not what it must be
      {id: 'c4', kind: 'bounced', message: `<${tokens.address('leave', 5)}@health.example>`},
      {id: 'c5', kind: 'complained', message: messageId(99_999)},
    )
    expect(counts).toEqual({recorded: 0, repeated: 0, ignored: 5})
    expect(await standing(5)).toEqual({returned: null, state: 'active'})
    expect(await reported({id: 'c6', kind: 'bounced', message: messageId(5)})).toMatchObject({
      recorded: 1,
    })
  })

  it('are believed for five minutes, by either secret', async () => {
    const event = {kind: 'undelivered', message: verp(6)}
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const sign = async (id: string, by: Parameters<typeof headersFor>[1]) =>
      (await signed({events: [{...event, id}]}, by)).status
    expect(await sign('d1', {secret: OLDER, at: ago(4)})).toBe(200)
    expect(await sign('d2', {secret: secretOf()})).toBe(401)
    expect(await sign('d3', {at: ago(6)})).toBe(401)
    expect(await sign('d4', {at: ago(-6)})).toBe(401)
  })

  it('are refused when forged, and nothing of them is logged', async () => {
    const body = JSON.stringify({events: [{id: 'e1', kind: 'bounced', message: verp(6)}]})
    const right = headersFor(body)
    const {'webhook-signature': _signature, ...unsigned} = right
    const forged = [
      unsigned,
      {...right, 'webhook-id': 'another'},
      {...right, 'webhook-timestamp': 'now'},
      {...right, 'webhook-signature': 'v1,'},
      {...right, 'webhook-signature': 'v1a,AAAA'},
      {},
    ]
    for (const headers of forged) {
      expect((await post(body, headers)).status, JSON.stringify(headers)).toBe(401)
    }
    expect((await post(`${body} `, right)).status).toBe(401)
    expect(await standing(6)).toMatchObject({state: 'active'})
    expect((await post(body, right)).status).toBe(200)
    expect(await standing(6)).toMatchObject({state: 'bounced'})
    expect(refusals).toEqual([
      'POST /inbound/mail-events: a signature that is not right, or not of now, was refused.',
    ])
    expect(errors).toEqual([])
  })

  it('never make an error of ours when they are not what they should be', async () => {
    const event = {id: 'f1', kind: 'bounced', message: verp(3)}
    const bad = [
      '',
      'no json',
      '[]',
      'null',
      '{"events": {}}',
      {events: ['x']},
      {events: [[]]},
      {events: [{...event, id: ''}]},
      {events: [{...event, id: 7}]},
      {events: [{...event, kind: 'opened'}]},
      {events: [{...event, kind: '__proto__'}]},
      {events: [{...event, message: 'x'.repeat(401)}]},
      {events: [event, {...event, message: undefined}]},
      {events: Array.from({length: MAIL_EVENT_LIMITS.events + 1}, () => event)},
      '['.repeat(100_000),
    ]
    for (const value of bad) {
      const {status, text} = await signed(value)
      expect([status, text.length < 200], JSON.stringify(value).slice(0, 80)).toEqual([400, true])
    }
    // all or nothing: the right one among them was not taken
    expect(await standing(3)).toMatchObject({state: 'active'})
    expect(await reported()).toEqual({recorded: 0, repeated: 0, ignored: 0})
    const huge = await signed(' '.repeat(MAIL_EVENT_LIMITS.octets + 1))
    expect(huge.status).toBe(413)
    expect((await fetch(`${server.url}/inbound/mail-events`)).status).toBe(404)
    expect(errors).toEqual([])
  })

  it('are asked for again when the ledger cannot take them', async () => {
    const event = {id: 'g1', kind: 'undelivered', message: verp(6)}
    isBroken = true
    expect((await signed({events: [event]})).status).toBe(503)
    expect(errors.splice(0)).toHaveLength(1)
    isBroken = false
    expect(await reported(event)).toEqual({recorded: 1, repeated: 0, ignored: 0})
  })
})

describe("Twilio's route", () => {
  const twilio = async (path: string, body: URLSearchParams | string, signature: string) => {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
      },
    })
    return response.status
  }
  const path = '/inbound/twilio?reference=41'
  const fields = new URLSearchParams({MessageSid: 'SM7', MessageStatus: 'delivered'})

  it('believes what is signed for the public address, with its query', async () => {
    const right = twilioSignature('token', `${PUBLIC_URL}?reference=41`, fields)
    expect(await twilio(path, fields, right)).toBe(200)
    expect(receipts).toEqual([{providerId: 'SM7', reference: '41', state: 'delivered'}])
    const private_ = twilioSignature('token', `${server.url}${path}`, fields)
    expect(await twilio(path, fields, private_)).toBe(403)
    expect(await twilio('/inbound/twilio?reference=42', fields, right)).toBe(403)
    expect(await twilio(path, fields, '')).toBe(403)
    expect(await twilio(path, 'x'.repeat(64 * 1024 + 1), right)).toBe(413)
    expect(receipts).toHaveLength(1)
  })

  it('asks for a message again that nobody took', async () => {
    const text = new URLSearchParams({MessageSid: 'SM8', From: '+12025550143', Body: 'STOP'})
    const signature = twilioSignature('token', `${PUBLIC_URL}?reference=41`, text)
    expect(await twilio(path, text, signature)).toBe(503)
  })
})

it('a server without these settings has no such routes', async () => {
  const bare = await startServer({
    newsroom: new Newsroom({
      source: {
        name: 'none',
        now: () => fileSource(EXAMPLE),
        onChange: () => {},
        refresh: async () => {},
        touch: async () => {},
        close: async () => {},
      },
      today: TODAY,
      onProblem: () => {},
    }),
    inbound: {onRefused: () => {}, onError: () => {}},
    port: 0,
    onError: () => {},
  })
  for (const path of ['/inbound/twilio', '/inbound/mail-events']) {
    expect((await fetch(`${bare.url}${path}`, {method: 'POST'})).status).toBe(405)
  }
  await bare.close()
})

it('the log of refusals says a thing once a minute, and how often it was', () => {
  const lines: string[] = []
  let time = 0
  const refused = refusalLog(
    (line) => void lines.push(line),
    () => time,
  )
  for (let n = 0; n < 50; n++) refused('A was refused.')
  refused('B was refused.')
  time = 60_000
  refused('A was refused.')
  refused('A was refused.')
  expect(lines).toEqual([
    'A was refused.',
    'B was refused.',
    'A was refused. 49 more since this was said last.',
  ])
})
