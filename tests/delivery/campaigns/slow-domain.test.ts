import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {slowDown, take} from '../../../delivery/campaigns/buckets.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {testClock} from './support.ts'

const KEY = 'domain:odd.example'

describe.each(DATABASES)('a domain that asked for less, %s', (_name, start) => {
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

  it('gets twice as much each minute in which it does not ask again', async () => {
    const {clock, pass} = testClock()
    const rateNow = async (): Promise<number> =>
      (await take(store, new Map([[KEY, 0]]), clock)).get(KEY)?.rate ?? 0
    for (let asked = 0; asked < 4; asked += 1) {
      await slowDown(store, [KEY], {rate: 8, hold: 1000}, clock)
      pass(1001)
    }
    expect(await rateNow()).toBeCloseTo(1, 1)
    pass(60_000)
    expect(await rateNow()).toBeCloseTo(2, 1)
    pass(180_000)
    expect(await rateNow()).toBeCloseTo(16, 0)
    // what it has come to is halved, not what it once was
    await slowDown(store, [KEY], {rate: 8, hold: 1000}, clock)
    expect(await rateNow()).toBeCloseTo(8, 0)
  })
})
