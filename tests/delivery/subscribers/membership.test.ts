import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {addressOf, clear, HEADER, importing, row, subscribersOf} from './support.ts'

const ANA = addressOf('ana@mail.example')

const signUpOf = (text: string) => ({
  address: addressOf(text),
  country: 'US',
  language: 'en',
  timeZone: 'America/New_York',
  topics: ['sleep'],
  consent: {at: new Date('2026-11-20T10:00:00Z'), source: 'form', wording: 'Yes, write to me.'},
})

describe.each(DATABASES)('a subscription, %s', (_name, start) => {
  let database: DatabaseForTests
  let store: Store

  beforeAll(async () => {
    database = await start()
    store = await database.open()
  })

  afterAll(async () => {
    await store.close()
    await database.stop()
  })

  beforeEach(() => clear(store))

  it('counts once its address has answered', async () => {
    const subscribers = subscribersOf(store)
    const {outcome, subscriber} = await subscribers.signUp(signUpOf('ana@mail.example'))
    expect([outcome, subscriber?.state]).toEqual(['confirm', 'pending'])
    expect((await subscribers.signUp(signUpOf('Ana@mail.example'))).outcome).toBe('confirm')
    expect(await subscribers.confirm(subscriber?.id ?? 0)).toBe(true)
    expect((await subscribers.byId(subscriber?.id ?? 0))?.state).toBe('active')
    expect((await subscribers.signUp(signUpOf('ana@mail.example'))).outcome).toBe('already')
    expect(await subscribers.confirm(999_999)).toBe(false)
  })

  it('keeps the consent, and of the network address a hash', async () => {
    const subscribers = subscribersOf(store)
    const given = signUpOf('ana@mail.example')
    const ipHash = subscribers.networkHash('192.0.2.7')
    await subscribers.signUp({...given, consent: {...given.consent, ipHash}})
    const kept = await store.db.selectFrom('subscribers').selectAll().executeTakeFirst()
    expect(kept).toMatchObject({
      consent_at: given.consent.at,
      consent_source: 'form',
      consent_wording: 'Yes, write to me.',
      consent_ip_hash: ipHash,
    })
    expect(JSON.stringify(kept)).not.toContain('192.0.2.7')
    expect(subscribers.networkHash('192.0.2.8')).not.toBe(ipHash)
  })

  it('ends at once, and begins anew only by the person', async () => {
    const subscribers = subscribersOf(store)
    await importing(store, `${HEADER}\n${row('ana@mail.example')}\n`)
    const id = (await subscribers.byAddress('email', ANA.key))?.id ?? 0
    expect(await subscribers.leave(id, 'unsubscribed')).toBe(true)
    expect(await subscribers.leave(999_999, 'unsubscribed')).toBe(false)
    expect((await subscribers.byId(id))?.state).toBe('unsubscribed')
    // a link of an old mail is no consent
    expect(await subscribers.confirm(id)).toBe(false)
    expect((await subscribers.signUp(signUpOf('ana@mail.example'))).outcome).toBe('confirm')
    expect(await subscribers.confirm(id)).toBe(true)
    expect(await importing(store, `${HEADER}\n${row('ana@mail.example')}\n`)).toMatchObject({
      already: 1,
      refused: 0,
    })
  })

  it('of somebody who complained does not begin again by a form', async () => {
    const subscribers = subscribersOf(store)
    await subscribers.suppress(ANA, 'complained')
    expect((await subscribers.signUp(signUpOf('ana@mail.example'))).outcome).toBe('refused')
  })

  it('pauses, goes on, and changes what it brings', async () => {
    const subscribers = subscribersOf(store)
    await importing(store, `${HEADER}\n${row('ana@mail.example')}\n`)
    const id = (await subscribers.byAddress('email', ANA.key))?.id ?? 0
    expect(await subscribers.choose(id, {paused: true, language: 'es'})).toMatchObject({
      state: 'paused',
      language: 'es',
      topics: ['sleep'],
    })
    expect(await subscribers.choose(id, {paused: false, topics: []})).toMatchObject({
      state: 'active',
      topics: [],
    })
    await subscribers.leave(id, 'unsubscribed')
    expect(await subscribers.choose(id, {paused: false})).toMatchObject({state: 'unsubscribed'})
    expect(await subscribers.choose(999_999, {paused: true})).toBeUndefined()
  })

  it('that is forgotten leaves no trace of the address, and no way back by a file', async () => {
    const subscribers = subscribersOf(store)
    await importing(store, `${HEADER}\n${row('ana@mail.example')}\n${row('bo@mail.example')}\n`)
    expect(await subscribers.forget(ANA)).toBe(true)
    expect(await subscribers.forget(ANA)).toBe(false)
    const everything = JSON.stringify([
      await store.db.selectFrom('subscribers').selectAll().execute(),
      await store.db.selectFrom('suppressions').selectAll().execute(),
    ])
    expect(everything).not.toContain('ana@')
    expect(everything).toContain('bo@')
    expect(await importing(store, `${HEADER}\n${row('ana@mail.example')}\n`)).toMatchObject({
      refusals: ['line 2 email ADDRESS_SUPPRESSED'],
    })
  })

  it('is counted by channel, audience and state', async () => {
    await importing(
      store,
      `${HEADER}\n${row('a@mail.example')}\n${row('b@mail.example')}\nc@mail.example,,GB,en,,,2026-11-01,x\n`,
    )
    expect(await subscribersOf(store).counts()).toEqual([
      {channel: 'email', country: 'US', language: 'en', state: 'active', count: 2},
      {channel: 'email', country: 'GB', language: 'en', state: 'active', count: 1},
    ])
  })
})
