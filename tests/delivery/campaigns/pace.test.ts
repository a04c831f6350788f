import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {type RunOptions, runCampaign} from '../../../delivery/campaigns/run.ts'
import {campaignStatus} from '../../../delivery/campaigns/status.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {clear} from '../subscribers/support.ts'
import {
  ACCEPTED,
  freeze,
  postponed,
  scripted,
  type ScriptedWay,
  START,
  subscribe,
  subscribeTexts,
  testClock,
} from './support.ts'

describe.each(DATABASES)('the pace of a campaign, %s', (_name, start) => {
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

  it('slows down for a domain that asks for it, and not for others', async () => {
    await subscribe(store, 40)
    const {id} = await freeze(store, {settings: {slowFor: 30_000, slowRate: 2, attempts: 9}})
    const {clock, pass} = testClock()
    let isAngry = true
    const way = scripted((address) =>
      isAngry && address.endsWith('@odd.example') ? postponed({isThrottled: true}) : ACCEPTED,
    )
    expect((await run(id, way, {clock})).reason).toBe('waiting')
    const tried = way.sent.filter((address) => address.endsWith('@odd.example')).length
    expect(tried).toBeLessThan(12)
    expect(await counts(id)).toMatchObject({sent: 20, queued: 20})
    isAngry = false
    // nothing while it holds, then two a second
    pass(20_000)
    const before = way.sent.length
    await run(id, way, {clock})
    expect(way.sent.length - before).toBe(0)
    pass(10_500)
    await run(id, way, {clock})
    expect(way.sent.length - before).toBeLessThanOrEqual(2)
    for (let n = 0; n < 40; n++) {
      pass(1_000)
      await run(id, way, {clock})
    }
    expect(await counts(id)).toMatchObject({sent: 40})
    expect((await campaignStatus(store, id)).campaign.state).toBe('done')
  })

  it('keeps its rate, all workers together', async () => {
    await subscribe(store, 30)
    const {id} = await freeze(store, {settings: {perSecond: 5}})
    const {clock, pass} = testClock()
    const stop = new AbortController()
    const ways = [scripted(), scripted()]
    const total = () => ways.reduce((sum, {sent}) => sum + sent.length, 0)
    const runs = ways.map((way) => run(id, way, {clock, wait: true, signal: stop.signal}))
    const settled = async (): Promise<number> => {
      let [before, same] = [-1, 0]
      while (same < 8) {
        await new Promise((resolve) => setTimeout(resolve, 25))
        same = total() === before ? same + 1 : 0
        before = total()
      }
      return before
    }
    expect(await settled()).toBe(5)
    pass(1_000)
    await expect.poll(total).toBe(10)
    pass(400)
    await expect.poll(total).toBe(12)
    stop.abort()
    await Promise.all(runs)
  })

  it('begins at its time, and is given up when it is too old', async () => {
    await subscribe(store, 5)
    const later = new Date(START.getTime() + 3_600_000)
    const {id} = await freeze(store, {startsAt: later})
    const {clock, set} = testClock()
    const way = scripted(() => postponed())
    expect((await run(id, way, {clock})).reason).toBe('waiting')
    expect(way.sent).toEqual([])
    set(later)
    expect((await run(id, way, {clock})).reason).toBe('waiting')
    expect(way.sent).toHaveLength(5)
    set(new Date(later.getTime() + 86_400_000))
    expect((await run(id, way, {clock})).reason).toBe('done')
    expect(await counts(id)).toMatchObject({expired: 5})
  })

  it('does not text at night, wherever the subscriber is', async () => {
    await subscribeTexts(store, ['America/New_York', 'America/Los_Angeles', 'Asia/Tokyo'])
    const {id} = await freeze(store, {channel: 'sms'})
    // 07:00, 04:00 and 21:00
    const {clock, set} = testClock(START)
    const mail = scripted()
    const way = {...mail, way: {...mail.way, keepsQuietHours: true}}
    expect((await run(id, way, {clock})).reason).toBe('waiting')
    expect(way.sent).toEqual([])
    set(new Date('2026-11-23T13:00:00Z'))
    await run(id, way, {clock})
    expect(way.sent).toEqual(['+12125550000'])
    set(new Date('2026-11-23T16:00:00Z'))
    await run(id, way, {clock})
    expect(way.sent).toEqual(['+12125550000', '+12125550001'])
    set(new Date('2026-11-23T23:00:00Z'))
    expect((await run(id, way, {clock})).reason).toBe('done')
    expect(way.sent).toHaveLength(3)
  })
})
