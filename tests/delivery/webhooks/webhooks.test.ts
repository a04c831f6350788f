import {sql} from 'kysely'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {changeCursor} from '../../../delivery/changes/cursor.ts'
import {openPartners} from '../../../delivery/partners/partners.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {claimEndpoints, settle} from '../../../delivery/webhooks/claim.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {type Received, startReceiver, verified} from './receiver.ts'
import {
  addPartner,
  clear,
  endLeases,
  endpointsOf,
  eventually,
  letPass,
  log,
  startServerPart,
} from './support.ts'

const DAY = 86_400
const idsOf = (messages: readonly Received[]): readonly string[] =>
  messages.map(({headers}) => headers['webhook-id'] ?? '')

describe.each(DATABASES)('webhooks: %s', (_name, startDatabase) => {
  let database: DatabaseForTests
  let store: Store

  beforeAll(async () => {
    database = await startDatabase()
    store = await database.open()
  })

  afterAll(async () => {
    await store.close()
    await database.stop()
  })

  beforeEach(() => clear(store))

  const stateOf = async (name: string) => endpointsOf(store).find(name)

  it('tell a partner what changes from then on, signed', async () => {
    await log(store, 3)
    const receiver = await startReceiver()
    const secret = await addPartner(store, 'clinic', receiver.url)
    const server = await startServerPart(store)
    await log(store, 2, 'retracted')
    server.wake()
    await eventually(() => receiver.received.length > 0)
    await eventually(async () => (await stateOf('clinic')).behind === 0)
    expect(receiver.received).toHaveLength(1)
    const [message] = receiver.received
    if (message === undefined) throw new Error('nothing came')
    const read = verified(message, secret)
    expect(read).toEqual({
      type: 'content.changed',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        cursor: expect.stringMatching(/^c[\da-z]+$/),
        changes: [1, 2].map((number) => ({
          cursor: expect.stringMatching(/^c/),
          at: expect.stringMatching(/Z$/),
          kind: 'retracted',
          id: `retracted-${number}`,
          slug: `article-${number}`,
          language: 'en',
          revision: 'r1',
        })),
      },
    })
    // the check can fail
    expect(() => verified({...message, body: message.body.replace('-1', '-9')}, secret)).toThrow(
      /signature/i,
    )
    const {cursor, deliveredAt, failingSince} = await stateOf('clinic')
    expect(changeCursor(cursor)).toBe(read.data.cursor)
    expect([deliveredAt instanceof Date, failingSince]).toEqual([true, undefined])
    expect(server.errors).toEqual([])
  })

  it('keep the order, a hundred changes at a time, whatever is refused in between', async () => {
    let refusals = 0
    const receiver = await startReceiver((_request, response) => {
      const isRefused = refusals++ % 2 === 0
      response.writeHead(isRefused ? 503 : 200).end()
    })
    const secret = await addPartner(store, 'clinic', receiver.url)
    await log(store, 250)
    await startServerPart(store)
    await eventually(async () => {
      await letPass(store, 3600)
      return (await stateOf('clinic')).behind === 0
    })
    const ids = idsOf(receiver.received)
    const [first = '', second = '', third = ''] = new Set(ids)
    // each refused once, and the same message until it is taken
    expect(ids).toEqual([first, first, second, second, third, third])
    const bodies = receiver.received.map(({body}) => body)
    expect(bodies[1]).toBe(bodies[0])
    const taken = receiver.received.filter((_each, index) => index % 2 === 1)
    const sizes = taken.map((each) => verified(each, secret).data.changes.length)
    expect(sizes).toEqual([100, 100, 50])
    const told = taken.flatMap((each) => verified(each, secret).data.changes.map(({id}) => id))
    expect(told).toEqual(Array.from({length: 250}, (_, index) => `helplineChanged-${index + 1}`))
  })

  it('stay the same message though more has changed meanwhile', async () => {
    let status = 500
    const receiver = await startReceiver((_request, response) => response.writeHead(status).end())
    await addPartner(store, 'clinic', receiver.url)
    await log(store)
    await startServerPart(store)
    await eventually(async () => (await stateOf('clinic')).failure === 'HTTP 500')
    await log(store, 2)
    status = 200
    await eventually(async () => {
      await letPass(store, 3600)
      return (await stateOf('clinic')).behind === 0
    })
    const [first, again, next] = receiver.received
    expect([again?.body, again?.headers['webhook-id']]).toEqual([
      first?.body,
      first?.headers['webhook-id'],
    ])
    expect(next?.headers['webhook-id']).not.toBe(first?.headers['webhook-id'])
  })

  it('are tried again later and later, and after three days no more', async () => {
    const receiver = await startReceiver((_request, response) => response.writeHead(500).end())
    await addPartner(store, 'clinic', receiver.url)
    await log(store)
    const server = await startServerPart(store)
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 7; attempt++) {
      await eventually(async () => {
        const {rows} = await sql<{attempts: number; pause: number}>`
          select attempts, extract(epoch from due_at - now())::float8 as pause
          from webhook_endpoints where lease is null`.execute(store.db)
        const [row] = rows
        if (row?.attempts !== attempt) return false
        pauses.push(row.pause)
        return true
      })
      await letPass(store, 4400)
    }
    const wanted = [5, 30, 120, 600, 1800, 3600, 3600]
    for (const [index, pause] of pauses.entries()) {
      const about = wanted[index] ?? 0
      expect(pause).toBeGreaterThan(about * 0.8 - 5)
      expect(pause).toBeLessThan(about * 1.2 + 1)
    }
    expect(receiver.received.length).toBeLessThanOrEqual(8)
    expect(server.told).toEqual([])
    await letPass(store, 3 * DAY)
    await eventually(() => server.told.length > 0)
    expect(server.told[0]).toMatchObject({
      partnerName: 'clinic',
      url: receiver.url,
      contact: 'clinic@partner.example',
      failure: 'HTTP 500',
    })
    expect((await stateOf('clinic')).state).toBe('disabled')
    const tried = receiver.received.length
    await letPass(store, DAY)
    await log(store)
    server.wake()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([receiver.received.length, server.told.length]).toEqual([tried, 1])
  })

  it('tell the contact again when the mail could not be handed on', async () => {
    const receiver = await startReceiver((_request, response) => response.writeHead(410).end())
    await addPartner(store, 'clinic', receiver.url)
    await log(store)
    let tries = 0
    const {errors} = await startServerPart(store, {
      tell: async () => {
        tries += 1
        if (tries === 1) throw new Error('the mail server is away')
      },
    })
    // 410 says at once that nothing is to come any more
    await eventually(async () => {
      if (tries === 1) await endLeases(store)
      return tries === 2
    })
    expect(errors.map(String)).toEqual(['Error: the mail server is away'])
    await endLeases(store)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(tries).toBe(2)
  })

  it('are active again once they are set, and have missed nothing', async () => {
    const broken = await startReceiver((_request, response) => response.writeHead(410).end())
    const secret = await addPartner(store, 'clinic', broken.url)
    await log(store, 2)
    await startServerPart(store)
    await eventually(async () => (await stateOf('clinic')).state === 'disabled')
    await log(store)
    const whole = await startReceiver()
    const set = await endpointsOf(store).set('clinic', {url: whole.url})
    expect([set.secret, set.endpoint.state]).toEqual([undefined, 'active'])
    await eventually(async () => (await stateOf('clinic')).behind === 0)
    const told = whole.received.flatMap((each) => verified(each, secret).data.changes)
    expect(told.map(({id}) => id)).toEqual([
      'helplineChanged-1',
      'helplineChanged-2',
      'helplineChanged-1',
    ])
    const renewed = await endpointsOf(store).set('clinic', {url: whole.url, hasNewSecret: true})
    await log(store)
    await eventually(async () => (await stateOf('clinic')).behind === 0)
    const last = whole.received.at(-1)
    if (last === undefined) throw new Error('nothing came')
    expect(verified(last, renewed.secret ?? '').data.changes).toHaveLength(1)
    expect(() => verified(last, secret)).toThrow('signature')
  })

  it('can be told again from any cursor, as other messages', async () => {
    const receiver = await startReceiver()
    await addPartner(store, 'clinic', receiver.url)
    await startServerPart(store)
    await log(store, 3)
    await eventually(async () => (await stateOf('clinic')).behind === 0)
    await endpointsOf(store).replay('clinic', 'c0')
    await eventually(async () => (await stateOf('clinic')).behind === 0)
    const ids = idsOf(receiver.received)
    expect(new Set(ids).size).toBe(ids.length)
    const told: unknown = JSON.parse(receiver.received.at(-1)?.body ?? '')
    expect(told).toMatchObject({data: {changes: [{}, {}, {}]}})
    const replay = (cursor: string) => endpointsOf(store).replay('clinic', cursor)
    const {cursor} = await stateOf('clinic')
    await expect(replay(changeCursor(cursor + 1))).rejects.toThrow('has no cursor')
    await expect(replay('0')).rejects.toThrow('has no cursor')
    await expect(endpointsOf(store).replay('nobody', 'c0')).rejects.toThrow('No partner')
  })

  it('leave a replay in place though an older message is taken meanwhile', async () => {
    await addPartner(store, 'clinic', 'http://localhost:1/')
    await log(store, 3)
    const {id} = await stateOf('clinic')
    const [claim] = await claimEndpoints(store, [id], 'ours')
    if (claim === undefined) throw new Error('it was due')
    await endpointsOf(store).replay('clinic', 'c0')
    expect(await settle(store, claim)).toBe(false)
    expect((await stateOf('clinic')).cursor).toBe(0)
  })

  it('are nobody else’s while somebody is at them, and anybody’s when that one has died', async () => {
    await addPartner(store, 'clinic', 'http://localhost:1/')
    await log(store)
    const {id} = await stateOf('clinic')
    const claims = await Promise.all(
      ['one', 'two', 'three'].map((lease) => claimEndpoints(store, [id], lease)),
    )
    expect(claims.flat()).toHaveLength(1)
    await endLeases(store)
    expect(await claimEndpoints(store, [id], 'four')).toHaveLength(1)
  })

  it('go out though their job was lost', async () => {
    const receiver = await startReceiver()
    await addPartner(store, 'clinic', receiver.url)
    const server = await startServerPart(store, {every: 100})
    await log(store)
    // the queue is emptied again and again: only what the sweep brings back is left
    for (let round = 0; round < 3; round++) {
      await store.executeSql("delete from throwline_queue.job where state < 'active'")
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await eventually(() => receiver.received.length > 0)
    expect(server.errors).toEqual([])
  })

  it('are told to two servers’ partners once, in order', async () => {
    const receivers = await Promise.all(Array.from({length: 6}, () => startReceiver()))
    const secrets: string[] = []
    for (const [index, {url}] of receivers.entries()) {
      secrets.push(await addPartner(store, `clinic ${index}`, url))
    }
    const servers = [await startServerPart(store), await startServerPart(store)]
    for (let round = 0; round < 10; round++) {
      await log(store, 3)
      for (const server of servers) server.wake()
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    await eventually(async () =>
      (await endpointsOf(store).list()).every((each) => each.behind === 0),
    )
    for (const [index, {received}] of receivers.entries()) {
      const ids = idsOf(received)
      expect(new Set(ids).size).toBe(ids.length)
      const told = received.flatMap(
        (each) => verified(each, secrets[index] ?? '').data.changes.length,
      )
      expect(told.reduce((sum, each) => sum + each, 0)).toBe(30)
    }
    expect(servers.flatMap(({errors}) => errors)).toEqual([])
  })

  it('do not wait for those that are down', async () => {
    const receiver = await startReceiver()
    const silent = await startReceiver(() => {})
    for (let index = 0; index < 40; index++) {
      const url = index % 10 === 0 ? silent.url : `${receiver.url}${index}`
      await addPartner(store, `clinic ${index}`, url)
    }
    await log(store)
    const server = await startServerPart(store, {time: 60_000})
    await eventually(() => receiver.received.length === 36)
    expect(new Set(receiver.received.map(({path}) => path)).size).toBe(36)
    await eventually(() => silent.received.length === 4)
    await eventually(async () => {
      const all = await endpointsOf(store).list()
      return all.filter(({behind}) => behind === 0).length === 36
    })
    // broken off when the server stops, given back at once, and not counted as a failure
    await server.close()
    const behind = (await endpointsOf(store).list()).filter((each) => each.behind > 0)
    expect(behind.map(({failure}) => failure)).toEqual([undefined, undefined, undefined, undefined])
    const {rows} = await sql`select id from webhook_endpoints where lease is not null`.execute(
      store.db,
    )
    expect(rows).toEqual([])
  })

  it('tell only what a key opens, and revoked partners nothing', async () => {
    const [narrow, revoked] = [await startReceiver(), await startReceiver()]
    const secret = await addPartner(store, 'narrow', narrow.url, ['sleep'])
    await addPartner(store, 'revoked', revoked.url)
    await openPartners(store).revoke('revoked')
    await log(store, 2, 'updated')
    const scopes: unknown[] = []
    await startServerPart(store, {
      teller: async (scope) => {
        scopes.push(scope)
        return (change) => (change.documentId === 'updated-2' ? change : undefined)
      },
    })
    await eventually(() => narrow.received.length > 0)
    const [message] = narrow.received
    if (message === undefined) throw new Error('nothing came')
    expect(verified(message, secret).data.changes.map(({id}) => id)).toEqual(['updated-2'])
    expect(scopes).toEqual([{topics: ['sleep'], languages: []}])
    // what it may not see moves it on, without a message
    await eventually(async () => (await stateOf('narrow')).behind === 0)
    await log(store, 1, 'updated')
    await eventually(async () => (await stateOf('narrow')).behind === 0)
    expect([narrow.received.length, revoked.received.length]).toEqual([1, 0])
    await expect(endpointsOf(store).find('revoked')).rejects.toThrow('was revoked')
  })
})
