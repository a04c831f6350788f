import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {onceIn} from '../../../delivery/inbound/once.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'

describe.each(DATABASES)('events from outside, %s', (_name, start) => {
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

  it('are acted upon once, also when they come at once, and each source has ids of its own', async () => {
    const once = onceIn(store)
    let acts = 0
    const act = async (): Promise<void> => {
      acts += 1
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const event = {source: 'sms', id: 'SM1'}
    const news = await Promise.all(Array.from({length: 8}, () => once.act(event, act)))
    expect([news.filter(Boolean).length, acts]).toEqual([1, 1])
    // another process, or this one after a restart
    expect(await onceIn(store).act(event, act)).toBe(false)
    expect(await once.act({source: 'mail', id: 'SM1'}, act)).toBe(true)
    expect(await once.act({source: 'sms', id: 'SM2'}, act)).toBe(true)
    expect(acts).toBe(3)
  })

  it('are acted upon again after a failure, by whoever is told next', async () => {
    const once = onceIn(store)
    let tries = 0
    const act = async (): Promise<void> => {
      tries += 1
      if (tries < 3) throw new Error('away')
    }
    const event = {source: 'sms', id: 'SM3'}
    const ends = await Promise.allSettled(Array.from({length: 5}, () => once.act(event, act)))
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toEqual([
      'failed',
      'failed',
      true,
      false,
      false,
    ])
    expect(tries).toBe(3)
  })

  it('are forgotten after a year and more, and leave nothing that names anybody', async () => {
    const {db} = store
    const id = '+12025550143'
    await onceIn(store).act({source: 'sms', id}, async () => {})
    const rows = await db.selectFrom('inbound_events').selectAll().execute()
    expect(rows.every(({key}) => /^[\da-f]{64}$/.test(key))).toBe(true)
    expect(JSON.stringify(rows)).not.toContain('2025550143')
    const days = (count: number) => new Date(Date.now() - count * 86_400_000)
    await db
      .updateTable('inbound_events')
      .set({at: days(401)})
      .execute()
    await db
      .insertInto('inbound_events')
      .values({key: 'younger', at: days(399)})
      .execute()
    await onceIn(store).act({source: 'sms', id: 'SM4'}, async () => {})
    const left = await db.selectFrom('inbound_events').select('key').execute()
    expect(left).toHaveLength(2)
    expect(left).toContainEqual({key: 'younger'})
  })
})
