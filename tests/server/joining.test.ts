import {beforeAll, afterAll, describe, expect, it} from 'vitest'
import {createTokens, type Tokens} from '../../delivery/links/tokens.ts'
import type {Store} from '../../delivery/store/store.ts'
import {openReadyStore} from '../support/ready-database.ts'
import {openSubscribers, type Subscribers} from '../../delivery/subscribers/subscribers.ts'
import {fileSource} from '../../content/file-source.ts'
import {startServer, type RunningServer} from '../../server/server.ts'
import {createLimits} from '../../server/joining/limits.ts'
import type {PostedMessage} from '../../server/joining/post.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import {EXAMPLE, TODAY} from './newsroom-under-test.ts'

const SECRET = 'a secret of the tests'
const WEEK = 7 * 86_400_000

let store: Store
let subscribers: Subscribers
let tokens: Tokens
let server: RunningServer
let errors: unknown[]
const posted: PostedMessage[] = []

beforeAll(async () => {
  store = await openReadyStore()
  subscribers = openSubscribers(store, SECRET)
  tokens = createTokens(SECRET)
  errors = []
  const file = fileSource(EXAMPLE)
  const source = {
    name: 'example',
    now: () => file,
    onChange: () => {},
    refresh: async () => {},
    touch: async () => {},
    close: () => file.close(),
  }
  const onError = (error: unknown): void => {
    errors.push(error)
  }
  server = await startServer({
    newsroom: new Newsroom({source, today: TODAY, onProblem: onError}),
    joining: {
      newsroom: new Newsroom({source, today: TODAY, onProblem: onError}),
      subscribers,
      tokens,
      secret: SECRET,
      limits: createLimits(),
      post: async (message) => {
        posted.push(message)
      },
      onError,
    },
    port: 0,
    onError,
  })
})

afterAll(async () => {
  await server.close()
  await store.close()
})

let networkAddress = 0

const get = (path: string) => fetch(`${server.url}${path}`, {redirect: 'manual'})

const post = (
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  from = `192.0.2.${++networkAddress}`,
) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) body.append(name, each)
  }
  const headers = {'x-forwarded-for': `203.0.113.9, ${from}`}
  return fetch(`${server.url}${path}`, {method: 'POST', body, headers, redirect: 'manual'})
}

const subscriber = (address: string) =>
  subscribers.byAddress(address.includes('@') ? 'email' : 'sms', address)

const signUp = (address: string, more: Readonly<Record<string, string | string[]>> = {}) =>
  post('/subscribe/', {
    [address.includes('@') ? 'email' : 'phone']: address,
    country: 'US',
    ...more,
  })

const lastPosted = async (address: string): Promise<PostedMessage> => {
  const find = () => posted.findLast((message) => message.to.address === address)
  await expect.poll(find).toBeDefined()
  const message = find()
  if (message === undefined) throw new Error(`Nothing was posted to ${address}`)
  return message
}

const linkFor = async (purpose: 'confirm' | 'unsubscribe' | 'preferences', address: string) => {
  const {id = 0} = (await subscriber(address)) ?? {}
  const ticket = {subscriberId: id, deliveryId: 0, issuedAt: new Date()}
  return `/${purpose}/${tokens.link(purpose, ticket)}`
}

describe('signing up', () => {
  it('waits for the word of the address, and keeps what was consented to', async () => {
    const form = await get('/subscribe/')
    expect(form.status).toBe(200)
    expect(form.headers.get('set-cookie')).toBe(null)
    const page = await form.text()
    expect(page).toContain('href="tel:988"')
    const [, consent = ''] = /<p class="consent">([^<]+)<\/p>/.exec(page) ?? []

    const answer = await signUp('Ann@Example.org', {country: 'GB', topics: ['sleep', 'grief', '?']})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'sent/'])
    const {output, link: sent} = await lastPosted('Ann@Example.org')
    expect(sent?.purpose).toBe('confirm')
    expect(VerifiedOutput.is(output)).toBe(true)
    // the notice is that of the subscriber's country
    expect(output.output.audience).toEqual({country: 'GB', language: 'en'})
    const pending = await subscriber('ann@example.org')
    expect(pending).toMatchObject({
      state: 'pending',
      country: 'GB',
      topics: ['grief', 'sleep'],
      timeZone: 'Europe/London',
    })
    const [row] = await store.db.selectFrom('subscribers').selectAll().execute()
    expect(row?.consent_wording).toBe(consent)
    expect(row?.consent_ip_hash).toMatch(/^[0-9a-f]{64}$/)

    const link = await linkFor('confirm', 'ann@example.org')
    expect(await (await get(link)).text()).toContain('<button type="submit">Yes, sign me up')
    // opening the link is not enough: mail scanners do that
    expect((await subscriber('ann@example.org'))?.state).toBe('pending')
    expect((await post(link, {})).status).toBe(200)
    expect((await subscriber('ann@example.org'))?.state).toBe('active')
  })

  it('works by text message too', async () => {
    await signUp('+1 202 555 0143')
    const {output} = await lastPosted('+12025550143')
    expect(output.output.text).toMatch(/^Lantern: Call\/text 988 .*YES.*STOP/)
  })

  it('answers the same whether or not the address is known', async () => {
    const first = await signUp('bob@example.org')
    const firstBody = await (await get('/subscribe/sent/')).text()
    await lastPosted('bob@example.org')
    await post(await linkFor('confirm', 'bob@example.org'), {})
    const second = await signUp('bob@example.org')
    const secondBody = await (await get('/subscribe/sent/')).text()
    const seen = ({status, headers}: Response) => [status, headers.get('location')]
    expect(seen(second)).toEqual(seen(first))
    expect(secondBody).toBe(firstBody)
    await expect
      .poll(async () => (await lastPosted('bob@example.org')).link?.purpose)
      .toBe('preferences')
    expect((await subscriber('bob@example.org'))?.state).toBe('active')
  })

  it('says what an address looks like when there is none', async () => {
    for (const wrong of ['', 'ann', 'a@b', 'a@example.org\r\nBcc: b@example.org', '@example.org']) {
      const answer = await post('/subscribe/', {email: wrong, country: 'US'})
      expect([wrong, answer.status]).toEqual([wrong, 400])
      expect(await answer.text()).toContain('<p class="wrong">')
    }
    expect((await post('/subscribe/', {phone: '12', country: 'US'})).status).toBe(400)
    expect((await post('/subscribe/', {email: 'x'.repeat(100_000)})).status).toBe(413)
  })

  it('takes only so many attempts, and writes to one address only so often', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 22; attempt++) {
      const answer = await post(
        '/subscribe/',
        {email: 'carl@example.org', country: 'US'},
        '198.51.100.7',
      )
      statuses.push(answer.status)
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({length: 20}, () => 303))
    expect(statuses.slice(20)).toEqual([429, 429])
    await expect
      .poll(() => posted.filter(({to}) => to.address === 'carl@example.org').length)
      .toBe(3)
    expect((await signUp('dora@example.org')).status).toBe(303)
  })

  it('writes nothing to whoever called our mail spam', async () => {
    await signUp('eve@example.org')
    const {link} = await lastPosted('eve@example.org')
    await subscribers.leave(link?.subscriberId ?? 0, 'complained')
    const before = posted.length
    expect((await signUp('eve@example.org')).status).toBe(303)
    await signUp('frank@example.org')
    await lastPosted('frank@example.org')
    expect(posted.slice(before).map(({to}) => to.address)).toEqual(['frank@example.org'])
  })
})

describe('links', () => {
  it('let people leave with one POST, and only by their own link', async () => {
    await signUp('gil@example.org')
    await lastPosted('gil@example.org')
    await post(await linkFor('confirm', 'gil@example.org'), {})
    const link = await linkFor('unsubscribe', 'gil@example.org')
    expect(await (await get(link)).text()).toContain('<button type="submit">Unsubscribe')
    expect((await subscriber('gil@example.org'))?.state).toBe('active')
    const done = await post(link, {'List-Unsubscribe': 'One-Click'})
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('href="tel:988"')
    expect((await subscriber('gil@example.org'))?.state).toBe('unsubscribed')
    // again is harmless, and an old confirmation does not bring anybody back
    expect((await post(link, {})).status).toBe(200)
    expect((await post(await linkFor('confirm', 'gil@example.org'), {})).status).toBe(400)
    expect((await subscriber('gil@example.org'))?.state).toBe('unsubscribed')
  })

  it('are refused when they are forged, stale, or for another purpose', async () => {
    await signUp('hal@example.org')
    const {link} = await lastPosted('hal@example.org')
    const at = (issuedAt: Date) => ({
      subscriberId: link?.subscriberId ?? 0,
      deliveryId: 0,
      issuedAt,
    })
    const good = tokens.link('confirm', at(new Date()))
    const flipped = `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`
    const forged = createTokens('another secret altogether').link('confirm', at(new Date()))
    const stale = tokens.link('confirm', at(new Date(Date.now() - WEEK - 60_000)))
    const other = tokens.link('preferences', at(new Date()))
    for (const token of [flipped, forged, stale, other, 'x', '%00', '..%2f']) {
      expect([token, (await post(`/confirm/${token}`, {})).status]).toEqual([token, 400])
      expect((await get(`/unsubscribe/${token}`)).status).toBe(400)
      expect((await post(`/unsubscribe/${token}`, {})).status).toBe(400)
    }
    expect((await subscriber('hal@example.org'))?.state).toBe('pending')
    expect((await get('/preferences/')).status).toBe(400)
    expect((await post(`/confirm/${good}`, {})).status).toBe(200)
  })

  it('let people choose and pause', async () => {
    await signUp('ida@example.org', {topics: ['sleep']})
    await lastPosted('ida@example.org')
    await post(await linkFor('confirm', 'ida@example.org'), {})
    const link = await linkFor('preferences', 'ida@example.org')
    const page = await (await get(link)).text()
    expect(page).toContain('value="sleep" checked')
    expect(page).toContain('value="ar"')
    await post(link, {topics: ['grief', 'anxiety', 'nonsense'], language: 'es', pause: 'yes'})
    expect(await subscriber('ida@example.org')).toMatchObject({
      topics: ['anxiety', 'grief'],
      language: 'es',
      state: 'paused',
    })
    // a language without a notice in their country would stop everything
    await post(link, {language: 'fr'})
    expect(await subscriber('ida@example.org')).toMatchObject({
      topics: [],
      language: 'es',
      state: 'active',
    })
  })
})

it('nothing of all this went wrong behind the answers', () => {
  expect(errors).toEqual([])
})
