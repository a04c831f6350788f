import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {begin, claim} from '../../../delivery/campaigns/claim.ts'
import {
  cancelCampaign,
  pauseCampaign,
  resumeCampaign,
  retryUnknown,
} from '../../../delivery/campaigns/control.ts'
import {recordReceipt, recordReturn} from '../../../delivery/campaigns/returns.ts'
import {type RunOptions, runCampaign} from '../../../delivery/campaigns/run.ts'
import {campaignStatus, deadLetters} from '../../../delivery/campaigns/status.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {addressOf, clear, subscribersOf} from '../subscribers/support.ts'
import {
  ACCEPTED,
  freeze,
  postponed,
  refused,
  scripted,
  type ScriptedWay,
  START,
  subscribe,
  subscribeTexts,
  testClock,
} from './support.ts'

describe.each(DATABASES)('a campaign, %s', (_name, start) => {
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

  const run = (campaignId: number, {way}: ScriptedWay, over: Partial<RunOptions> = {}) =>
    runCampaign({store, campaignId, way, clock: () => START, wait: false, every: 20, ...over})

  const counts = async (id: number) => (await campaignStatus(store, id)).counts

  it('reaches every subscriber once, and ends', async () => {
    await subscribe(store, 60)
    const {id, deliveries} = await freeze(store)
    expect(deliveries).toBe(60)
    const way = scripted()
    const {reason, status} = await run(id, way)
    expect(reason).toBe('done')
    expect(status.counts).toMatchObject({sent: 60, queued: 0, sending: 0})
    expect(new Set(way.sent).size).toBe(60)
    expect(way.sent).toHaveLength(60)
    // and has nothing to do when it is run again
    expect((await run(id, way)).reason).toBe('done')
    expect(way.sent).toHaveLength(60)
  })

  it('has the recipients that it began with, but for those who left since', async () => {
    await subscribe(store, 6)
    const subscribers = subscribersOf(store)
    await subscribers.suppress(addressOf('reader0@even.example'), 'manual')
    const {id} = await freeze(store)
    await subscribe(store, 2, 'late')
    await subscribers.suppress(addressOf('reader1@odd.example'), 'unsubscribed')
    await subscribers.forget(addressOf('reader2@even.example'))
    const paused = await subscribers.byAddress('email', 'reader3@odd.example')
    await subscribers.choose(paused?.id ?? 0, {paused: true})
    const way = scripted()
    await run(id, way)
    expect(way.sent.toSorted()).toEqual(['reader4@even.example', 'reader5@odd.example'])
    expect(await counts(id)).toMatchObject({sent: 2, suppressed: 3})
  })

  it('leaves out whoever leaves while it is being sent', async () => {
    await subscribe(store, 40)
    const {id} = await freeze(store, {settings: {concurrency: 2}})
    const way = scripted(async (address) => {
      if (address === 'reader0@even.example') {
        await subscribersOf(store).suppress(addressOf('reader30@even.example'), 'stopped')
      }
      return ACCEPTED
    })
    await run(id, way)
    expect(way.sent).not.toContain('reader30@even.example')
    expect(await counts(id)).toMatchObject({sent: 39, suppressed: 1})
  })

  it('is for those who chose its topics, and those who chose none', async () => {
    await subscribe(store, 3)
    const subscribers = subscribersOf(store)
    const choose = async (address: string, topics: readonly string[]) => {
      const found = await subscribers.byAddress('email', address)
      await subscribers.choose(found?.id ?? 0, {topics})
    }
    await choose('reader0@even.example', ['grief', 'sleep'])
    await choose('reader1@odd.example', ['anxiety'])
    const {deliveries} = await freeze(store, {topics: ['sleep']})
    expect(deliveries).toBe(2)
  })

  it('cannot be begun twice at a time', async () => {
    await subscribe(store, 1)
    const {id} = await freeze(store)
    await expect(freeze(store)).rejects.toMatchObject({code: 'CAMPAIGN_OPEN'})
    await run(id, scripted())
    expect((await freeze(store)).deliveries).toBe(1)
  })

  it('tries again what was put off, and gives up in the end', async () => {
    await subscribe(store, 4)
    const {id} = await freeze(store, {settings: {attempts: 3}})
    const {clock, pass} = testClock()
    const way = scripted((address, {attempts}) => {
      if (address === 'reader0@even.example') return postponed()
      return address === 'reader1@odd.example' && attempts < 3 ? postponed() : ACCEPTED
    })
    expect((await run(id, way, {clock})).reason).toBe('waiting')
    expect(await counts(id)).toMatchObject({sent: 2, queued: 2})
    pass(2_000)
    expect((await run(id, way, {clock})).reason).toBe('waiting')
    pass(2_000)
    expect((await run(id, way, {clock})).reason).toBe('done')
    expect(await counts(id)).toMatchObject({sent: 3, failed: 1})
    expect(way.sent.filter((address) => address === 'reader0@even.example')).toHaveLength(3)
    expect(await deadLetters(store, id, {limit: 9})).toMatchObject([
      {address: 'reader0@even.example', state: 'failed', attempts: 3, code: 'MAIL_POSTPONED'},
    ])
  })

  it('suppresses an address that is dead, and no other that was refused', async () => {
    await subscribe(store, 3)
    const {id} = await freeze(store)
    const way = scripted((address) => {
      if (address === 'reader0@even.example') return refused({isHardBounce: true})
      return address === 'reader1@odd.example' ? refused() : ACCEPTED
    })
    await run(id, way)
    expect(await counts(id)).toMatchObject({sent: 1, failed: 2})
    const states = await subscribersOf(store).list({limit: 9})
    expect(states.map(({address, state}) => [address, state])).toEqual([
      ['reader2@even.example', 'active'],
      ['reader1@odd.example', 'active'],
      ['reader0@even.example', 'bounced'],
    ])
  })

  it('leaves what is unknown, until it is told to send it again', async () => {
    await subscribe(store, 3)
    // the database says since when it waits to be sent again, so its clock is this campaign's too
    const {id} = await freeze(store, {startsAt: new Date()})
    const way = scripted((address, {attempts}) =>
      address === 'reader0@even.example' && attempts === 1
        ? {state: 'unknown', message: 'the connection ended'}
        : ACCEPTED,
    )
    const clock = () => new Date(Date.now() + 60_000)
    expect((await run(id, way, {clock})).reason).toBe('done')
    expect(await counts(id)).toMatchObject({sent: 2, unknown: 1})
    expect(await retryUnknown(store, id)).toBe(1)
    expect((await run(id, way, {clock})).status.counts.expired).toBe(0)
    expect(await counts(id)).toMatchObject({sent: 3, unknown: 0})
    const copies = way.messages.filter(({envelope}) => envelope.to === 'reader0@even.example')
    expect(copies).toHaveLength(2)
    expect(copies[0]?.raw).toEqual(copies[1]?.raw)
  })

  it('takes what a dead worker had begun for unknown, and claims the rest anew', async () => {
    await subscribe(store, 10)
    const {id} = await freeze(store)
    await resumeCampaign(store, id)
    const seat = await store.seats.take('one that dies')
    const clock = () => START
    const claims = await claim(store, {campaignId: id, worker: seat.id, limit: 6}, clock)
    const begun = await begin(
      store,
      seat.id,
      claims.slice(0, 2).map((each) => each.id),
    )
    expect(begun).toHaveLength(2)
    // while it lives, nobody takes what it has
    const other = scripted()
    const waiting = await run(id, other)
    expect([waiting.reason, other.sent.length]).toEqual(['waiting', 4])
    await seat.leave()
    const rest = scripted()
    const {reason, status} = await run(id, rest)
    expect([reason, status.counts]).toEqual([
      'done',
      expect.objectContaining({sent: 8, unknown: 2}),
    ])
    expect(rest.sent).toHaveLength(4)
  })

  it('gives no delivery to two workers', async () => {
    await subscribe(store, 300)
    const {id} = await freeze(store)
    const ways = [scripted(), scripted(), scripted()]
    await Promise.all(ways.map((way) => run(id, way, {wait: true})))
    const sent = ways.flatMap((way) => way.sent)
    expect(sent).toHaveLength(300)
    expect(new Set(sent).size).toBe(300)
  })

  it('pauses in the middle, goes on, and stops for good when it is cancelled', async () => {
    await subscribe(store, 40)
    const {id} = await freeze(store, {settings: {concurrency: 2}})
    const stopAfter = (count: number, stop: () => Promise<void>) => {
      let n = 0
      return scripted(async () => {
        n += 1
        if (n === count) await stop()
        return ACCEPTED
      })
    }
    const first = stopAfter(5, () => pauseCampaign(store, id, 'by hand'))
    expect((await run(id, first)).reason).toBe('paused')
    const sent = first.sent.length
    expect(sent).toBeLessThan(12)
    expect(await counts(id)).toMatchObject({sent, queued: 40 - sent, sending: 0})
    expect((await campaignStatus(store, id)).campaign.pauseReason).toBe('by hand')
    // a paused campaign sends nothing
    expect((await run(id, scripted())).reason).toBe('paused')
    await resumeCampaign(store, id)
    const second = stopAfter(5, () => cancelCampaign(store, id))
    expect((await run(id, second)).reason).toBe('cancelled')
    await expect(resumeCampaign(store, id)).rejects.toMatchObject({code: 'CAMPAIGN_STATE'})
    await expect(retryUnknown(store, id)).rejects.toMatchObject({code: 'CAMPAIGN_STATE'})
    const all = [...first.sent, ...second.sent]
    expect(new Set(all).size).toBe(all.length)
  })

  it('stops in order when it is asked to, and leaves nothing half done', async () => {
    await subscribe(store, 60)
    const {id} = await freeze(store, {settings: {concurrency: 3}})
    const stop = new AbortController()
    const way = scripted(async () => {
      if (way.sent.length === 7) stop.abort()
      await new Promise((resolve) => setTimeout(resolve, 2))
      return ACCEPTED
    })
    expect((await run(id, way, {signal: stop.signal})).reason).toBe('stopped')
    const {sent, queued, ...others} = await counts(id)
    expect(sent).toBe(way.sent.length)
    expect(sent + queued).toBe(60)
    expect(others).toEqual({sending: 0, failed: 0, unknown: 0, suppressed: 0, expired: 0})
    const claimed = await store.db
      .selectFrom('deliveries')
      .select('id')
      .where('worker', 'is not', null)
      .execute()
    expect(claimed).toEqual([])
    expect((await run(id, way)).reason).toBe('done')
    expect(new Set(way.sent).size).toBe(60)
    expect(way.sent).toHaveLength(60)
  })

  it('ends with an error when no message can be made, and loses nothing', async () => {
    await subscribe(store, 20)
    const {id} = await freeze(store)
    const broken = scripted()
    const way = {
      ...broken.way,
      send: () => Promise.reject(new Error('the notice is gone')),
    }
    await expect(
      runCampaign({store, campaignId: id, way, clock: () => START, wait: false}),
    ).rejects.toThrow('the notice is gone')
    expect(await counts(id)).toMatchObject({queued: 20, sending: 0, sent: 0})
  })

  it('pauses when too many are refused', async () => {
    await subscribe(store, 100)
    const {id} = await freeze(store, {settings: {pauseFrom: 20, concurrency: 2}})
    const way = scripted((_address, delivery) => (delivery.id % 4 === 0 ? refused() : ACCEPTED))
    expect((await run(id, way, {every: 0})).reason).toBe('paused')
    expect(way.sent.length).toBeLessThan(100)
    expect((await campaignStatus(store, id)).campaign.pauseReason).toContain('refused for good')
  })

  it('goes on when a person resumes it, and pauses again only for what happens since', async () => {
    await subscribe(store, 120)
    const {id} = await freeze(store, {settings: {pauseFrom: 20, concurrency: 2}})
    const bad = scripted(() => refused())
    expect((await run(id, bad, {every: 0})).reason).toBe('paused')
    // what it was paused for still stands in the counts
    await resumeCampaign(store, id)
    const good = scripted()
    expect((await run(id, good, {every: 0})).reason).toBe('done')
    expect(good.sent.length + bad.sent.length).toBe(120)
  })

  it('pauses when too many complain', async () => {
    await subscribe(store, 30)
    const {id} = await freeze(store, {settings: {pauseFrom: 20, concurrency: 2}})
    const way = scripted(async (_address, delivery) => {
      if (way.sent.length === 22) await recordReturn(store, delivery.id - 10, 'complained')
      return ACCEPTED
    })
    expect((await run(id, way, {every: 0})).reason).toBe('paused')
    expect((await campaignStatus(store, id)).returned.complained).toBe(1)
    const complained = await subscribersOf(store).list({limit: 9, state: 'complained'})
    expect(complained).toHaveLength(1)
  })

  it('hears by the provider’s id what became of a text', async () => {
    await subscribeTexts(store, ['America/New_York', 'America/New_York'])
    const {id} = await freeze(store, {channel: 'sms'})
    const {way} = scripted()
    const send: typeof way.send = async (delivery) => ({
      ...ACCEPTED,
      providerId: `p-${delivery.address}`,
    })
    await run(id, {...scripted(), way: {...way, send}})
    expect(await recordReceipt(store, 'p-+12125550000', 'undelivered')).toBe(true)
    expect(await recordReceipt(store, 'p-+12125550001', 'bounced')).toBe(true)
    expect(await recordReceipt(store, 'p-nobody', 'bounced')).toBe(false)
    expect((await campaignStatus(store, id)).returned).toMatchObject({undelivered: 1, bounced: 1})
    const list = await subscribersOf(store).list({limit: 9})
    expect(list.map(({state}) => state)).toEqual(['bounced', 'active'])
  })

  it('pauses when the way out takes nothing', async () => {
    await subscribe(store, 60)
    const {id} = await freeze(store, {settings: {pauseAfterRow: 10, attempts: 100}})
    const way = scripted(() => postponed({code: 'MAIL_UNREACHABLE'}))
    expect((await run(id, way, {every: 0})).reason).toBe('paused')
    expect(await counts(id)).toMatchObject({queued: 60})
    expect((await campaignStatus(store, id)).campaign.pauseReason).toContain('takes nothing')
  })
})
