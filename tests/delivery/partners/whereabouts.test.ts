import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openPartners} from '../../../delivery/partners/partners.ts'
import {newestChange, partnersWhereabouts} from '../../../delivery/partners/whereabouts.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {endpointsOf, log} from '../webhooks/support.ts'

describe.each(DATABASES)('who has the newest change: %s', (_name, startDatabase) => {
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

  it('is told of each way, and of none where there is none', async () => {
    expect([await newestChange(store), await partnersWhereabouts(store)]).toEqual([undefined, []])
    await log(store, 2)
    const partners = openPartners(store)
    const {partner: mirror} = await partners.add({name: 'Mirror'})
    await partners.add({name: 'Silent'})
    const {partner: told} = await partners.add({name: 'Told'})
    await partners.add({name: 'Gone'})
    await partners.revoke('Gone')
    await partners.setPages('Told', ['https://told.example/sleep'])
    await endpointsOf(store).set('Told', {url: 'http://localhost:1/'})
    await log(store, 3, 'retracted')
    const newest = await newestChange(store)
    expect(newest).toMatchObject({kind: 'retracted', about: 'article-3'})
    const at = new Date('2026-11-23T08:00:00Z')
    await partners.saw(new Map([[mirror.id, {cursor: newest?.cursor ?? 0, at}]]))
    expect(await partnersWhereabouts(store)).toEqual([
      {id: mirror.id, name: 'Mirror', pages: [], api: {behind: 0, at}},
      {id: expect.any(String), name: 'Silent', pages: []},
      {
        id: told.id,
        name: 'Told',
        pages: ['https://told.example/sleep'],
        webhook: {state: 'active', behind: 3},
      },
    ])
    await log(store, 1)
    const [behind] = await partnersWhereabouts(store)
    expect(behind?.api).toEqual({behind: 1, at})
  })

  it('is the newest that was told: an older word changes nothing, and beginning anew does', async () => {
    const partners = openPartners(store)
    const {partner} = await partners.add({name: 'Again'})
    const sawAt = (cursor: number, minute: number) =>
      partners.saw(
        new Map([[partner.id, {cursor, at: new Date(Date.UTC(2026, 10, 23, 8, minute))}]]),
      )
    const seen = async () => (await partners.status('Again', 1)).partner.seen?.cursor
    await sawAt(5, 2)
    await sawAt(3, 1)
    expect(await seen()).toBe(5)
    await sawAt(0, 3)
    expect(await seen()).toBe(0)
  })
})
