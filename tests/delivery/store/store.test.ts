import {sql} from 'kysely'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fromKysely} from 'pg-boss'
import {recover} from '../../../delivery/campaigns/claim.ts'
import {openQueue} from '../../../delivery/store/queue.ts'
import {sweepSeats} from '../../../delivery/store/seat-rows.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {freeze, subscribe} from '../campaigns/support.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'

const mark = (store: Store, name: string) =>
  store.db.insertInto('settings').values({name, value: 'x'})

const names = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.db.selectFrom('settings').select('name').orderBy('name').execute()
  return rows.map(({name}) => name)
}

describe.each(DATABASES)('the store, %s', (_name, start) => {
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

  it('gives numbers, times and lists as JavaScript has them', async () => {
    const {rows} = await sql`
      select count(*) as count, 'a'::text as text, array['x', 'y'] as list,
        '2026-11-23T10:00:00Z'::timestamptz as time, '{"a": [1]}'::jsonb as json`.execute(store.db)
    expect(rows).toEqual([
      {
        count: 1,
        text: 'a',
        list: ['x', 'y'],
        time: new Date('2026-11-23T10:00:00Z'),
        json: {a: [1]},
      },
    ])
  })

  it('counts what a statement changed', async () => {
    await mark(store, 'counted').execute()
    const result = await store.db
      .deleteFrom('settings')
      .where('name', '=', 'counted')
      .executeTakeFirst()
    expect(result.numDeletedRows).toBe(1n)
  })

  it('undoes a transaction that fails, and keeps others out of it', async () => {
    const failing = store.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('settings').values({name: 'undone', value: ''}).execute()
      // what others write meanwhile waits, or has a connection of its own
      await new Promise((resolve) => setTimeout(resolve, 20))
      throw new Error('on purpose')
    })
    const beside = mark(store, 'beside').execute()
    await expect(failing).rejects.toThrow('on purpose')
    await beside
    expect(await names(store)).toContain('beside')
    expect(await names(store)).not.toContain('undone')
  })

  it('says that a transaction was rolled back when a failed statement in it was swallowed', async () => {
    const swallowing = store.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('settings').values({name: 'lost', value: ''}).execute()
      await sql`select 1 / 0`.execute(transaction).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow(/transaction/i)
    expect(await names(store)).not.toContain('lost')
  })

  it('names the rule that a statement broke', async () => {
    await mark(store, 'twice').execute()
    await expect(mark(store, 'twice').execute()).rejects.toMatchObject({
      code: '23505',
      constraint: 'settings_pkey',
    })
  })

  it('is as quick to fail as to answer when several statements come in one text', async () => {
    await expect(store.executeSql('begin; select 1 / 0; commit;')).rejects.toMatchObject({
      code: '22012',
    })
    expect((await store.executeSql('select 1 as a; select 2 as a;')).rows).toEqual([{a: 1}, {a: 2}])
  })

  it('tells seats that are held from seats that are not', async () => {
    const seat = await store.seats.take('one')
    const other = await store.seats.take('other')
    expect(await store.seats.dead([seat.id, other.id])).toEqual([])
    await other.leave()
    expect(await store.seats.dead([seat.id, other.id, 99_999])).toEqual([other.id, 99_999])
    expect(seat.lost.aborted).toBe(false)
    await seat.leave()
  })

  it('keeps no row of a seat that was left, or whose process was killed, but while a delivery names it', async () => {
    const rows = async () => {
      const all = await store.db.selectFrom('workers').select('about').orderBy('id').execute()
      return all.map(({about}) => about)
    }
    const [mine, other] = [await store.seats.take('mine'), await store.seats.take('other')]
    expect(await rows()).toEqual(['mine', 'other'])
    await other.leave()
    expect(await rows()).toEqual(['mine'])

    await subscribe(store, 1)
    const {id: campaignId} = await freeze(store)
    const naming = await store.seats.take('naming')
    const held = {worker: naming.id}
    await store.db.updateTable('deliveries').set(held).execute()
    await naming.leave()
    expect(await rows()).toEqual(['mine', 'naming'])
    await recover(store, campaignId)
    expect(await rows()).toEqual(['mine'])

    // what a killed process leaves that held nothing
    await store.db.insertInto('workers').values({about: 'killed'}).execute()
    const dead = (ids: readonly number[]) => store.seats.dead(ids)
    await sweepSeats(store.db, dead)
    expect(await rows()).toEqual(['mine'])
    await mine.leave()
    expect(await rows()).toEqual([])
  })

  it('runs a queue whose jobs are written with our own rows, or not at all', async () => {
    const faults: Error[] = []
    const boss = await openQueue(store, {onError: (error) => faults.push(error)})
    await boss.createQueue('things')
    const failing = store.db.transaction().execute(async (transaction) => {
      await boss.send('things', {n: 1}, {db: fromKysely(transaction)})
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    await store.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('settings').values({name: 'queued', value: ''}).execute()
      await boss.send('things', {n: 2}, {db: fromKysely(transaction)})
    })
    const jobs = await boss.fetch('things', {batchSize: 10})
    expect(jobs.map(({data}) => data)).toEqual([{n: 2}])
    expect(await names(store)).toContain('queued')
    await boss.stop({graceful: false})
    expect(faults).toEqual([])
  })
})
