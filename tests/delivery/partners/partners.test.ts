import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {parseKey} from '../../../delivery/partners/key.ts'
import {createKeyRing} from '../../../delivery/partners/key-ring.ts'
import {openPartners, type Partners} from '../../../delivery/partners/partners.ts'
import {createUsageCounter} from '../../../delivery/partners/usage.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'

const today = (): string => new Date().toISOString().slice(0, 10)

describe.each(DATABASES)('partners, %s', (_name, start) => {
  let database: DatabaseForTests
  let store: Store
  let partners: Partners

  beforeAll(async () => {
    database = await start()
    store = await database.open()
    partners = openPartners(store)
  })

  afterAll(async () => {
    await store.close()
    await database.stop()
  })

  const opens = async (key: string): Promise<string | undefined> =>
    (await createKeyRing(partners).open(key))?.partner.name

  it('gives a key that opens, and keeps nothing it could be made of', async () => {
    const {key, keyId, partner} = await partners.add({
      name: 'Clinic North',
      contact: 'web@clinic.example',
      topics: ['sleep'],
      countries: ['GB', 'US'],
    })
    expect(key).toMatch(/^tl_[a-z2-7]{12}_[\w-]{43}$/)
    expect(parseKey(key)?.id).toBe(keyId)
    expect(await opens(key)).toBe('Clinic North')
    expect(partner.scope).toEqual({
      topics: ['sleep'],
      languages: [],
      countries: ['GB', 'US'],
      origins: [],
      perMinute: 600,
    })
    const rows = await store.db.selectFrom('partner_keys').selectAll().execute()
    const {secret = ''} = parseKey(key) ?? {}
    expect(secret).toHaveLength(43)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('opens to no other secret, no other id and nothing that is no key', async () => {
    const {key, keyId} = await partners.add({name: 'Clinic East'})
    const other = (await partners.add({name: 'Clinic West'})).key
    const {secret = ''} = parseKey(other) ?? {}
    const wrong = [
      `tl_${keyId}_${secret}`,
      `tl_aaaaaaaaaaaa_${secret}`,
      key.slice(0, -1),
      `${key}A`,
      key.toUpperCase(),
      ` ${key}`,
      '',
      'tl__',
      `tl_${keyId}_`,
      "tl_' or 1=1 --_x",
    ]
    for (const each of wrong) expect([each, await opens(each)]).toEqual([each, undefined])
    expect(await opens(key)).toBe('Clinic East')
  })

  it('takes a name once, whatever its case, and again after it was revoked', async () => {
    await partners.add({name: 'Charity'})
    await expect(partners.add({name: 'CHARITY'})).rejects.toThrow('There is a partner "CHARITY"')
    await partners.revoke('charity')
    await expect(partners.rotate('Charity')).rejects.toThrow('was revoked on')
    expect((await partners.add({name: 'Charity'})).partner.name).toBe('Charity')
    await expect(partners.revoke('nobody')).rejects.toThrow('No partner has the id or the name')
  })

  it('has two live keys while one is rotated, never three', async () => {
    const first = await partners.add({name: 'Rotating'})
    const second = await partners.rotate('rotating')
    expect(second.oldEndsAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
    expect([await opens(first.key), await opens(second.key)]).toEqual(['Rotating', 'Rotating'])
    const third = await partners.rotate(first.partner.id, 1)
    expect(await opens(first.key)).toBeUndefined()
    expect([await opens(second.key), await opens(third.key)]).toEqual(['Rotating', 'Rotating'])
    const {keys} = await partners.status('Rotating', 7)
    expect(keys.map(({id}) => id)).toEqual([third.keyId, second.keyId])
    const last = await partners.rotate('Rotating', 0)
    expect([await opens(second.key), await opens(third.key)]).toEqual([undefined, undefined])
    expect(await opens(last.key)).toBe('Rotating')
  })

  it('forgets a revoked key within two seconds, and asks the database no oftener', async () => {
    const {key} = await partners.add({name: 'Leaving'})
    let now = 0
    let asked = 0
    const ring = createKeyRing(
      {
        holder: (id) => {
          asked += 1
          return partners.holder(id)
        },
      },
      () => now,
    )
    for (let each = 0; each < 50; each += 1) expect(await ring.open(key)).toBeDefined()
    expect(asked).toBe(1)
    await partners.revoke('Leaving')
    expect(await ring.open(key)).toBeDefined()
    now = 2001
    expect(await ring.open(key)).toBeUndefined()
  })

  it('asks again at once when the database could not be asked', async () => {
    const {key} = await partners.add({name: 'Patient'})
    let isDown = true
    const ring = createKeyRing({
      holder: (id) => (isDown ? Promise.reject(new Error('down')) : partners.holder(id)),
    })
    await expect(ring.open(key)).rejects.toThrow('down')
    isDown = false
    expect((await ring.open(key))?.partner.name).toBe('Patient')
  })

  it('counts requests by day and status, in batches, and loses none to a failed write', async () => {
    const {partner, keyId} = await partners.add({name: 'Counted'})
    const failures: unknown[] = []
    let isDown = true
    const counter = createUsageCounter(
      {
        count: (counts) => (isDown ? Promise.reject(new Error('down')) : partners.count(counts)),
        saw: (positions) => (isDown ? Promise.reject(new Error('down')) : partners.saw(positions)),
      },
      (error) => failures.push(error),
    )
    const request = {partnerId: partner.id, keyId}
    counter.saw(partner.id, 3)
    for (let each = 0; each < 10; each += 1) counter.add({...request, status: 200})
    await counter.flush()
    expect(failures).toHaveLength(2)
    isDown = false
    counter.add({...request, status: 200})
    counter.add({...request, status: 404})
    counter.add({partnerId: 'gone', keyId: 'gone', status: 200})
    await counter.flush()
    counter.add({...request, status: 404})
    await counter.close()
    const {partner: counted, usage, keys} = await partners.status('Counted', 7)
    expect(counted.seen).toEqual({cursor: 3, at: expect.any(Date)})
    expect(usage).toEqual([
      {day: today(), status: 200, requests: 11},
      {day: today(), status: 404, requests: 2},
    ])
    expect(keys[0]?.lastUsedAt?.toISOString().slice(0, 10)).toBe(today())
  })
})
