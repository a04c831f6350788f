import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {openStore, type Store} from '../../../delivery/store/store.ts'

let folder: string
let owner: Store
let borrower: Store

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throwline-lend-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

beforeEach(async () => {
  owner = await openStore({data: folder, lends: true})
  await owner.db.deleteFrom('settings').execute()
  borrower = await openStore({data: folder})
})
afterEach(async () => {
  await borrower.close()
  await owner.close()
})

const names = async (store: Store): Promise<readonly string[]> => {
  const rows = await store.db.selectFrom('settings').select('name').orderBy('name').execute()
  return rows.map(({name}) => name)
}

const write = (store: Store, name: string) =>
  store.db.insertInto('settings').values({name, value: ''}).execute()

/** Another process with the borrowed store; resolves when it has done `code` and stays. */
const another = async (code: string) => {
  const url = new URL('../../../delivery/store/store.ts', import.meta.url).href
  const script = `
    const {openStore} = await import(${JSON.stringify(url)})
    const store = await openStore({data: ${JSON.stringify(folder)}})
    ${code}
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  return {child, said: String(said).trim()}
}

describe('a lent database', () => {
  it('is one database to owner and borrower', async () => {
    await write(owner, 'a')
    await write(borrower, 'b')
    expect(await names(owner)).toEqual(['a', 'b'])
    expect(await names(borrower)).toEqual(['a', 'b'])
    const {rows} = await borrower.executeSql('select $1::int as n, now() as at', [5])
    expect(rows).toEqual([{n: 5, at: expect.any(Date)}])
  })

  it('keeps transactions of the two apart, and undoes what fails', async () => {
    const counted = async (store: Store): Promise<void> => {
      await store.db.transaction().execute(async (db) => {
        const rows = await db.selectFrom('settings').selectAll().execute()
        await db
          .insertInto('settings')
          .values({name: `n${rows.length}`, value: ''})
          .execute()
      })
    }
    await Promise.all([owner, borrower, owner, borrower, borrower].map(counted))
    expect(await names(owner)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4'])
    await expect(
      borrower.db.transaction().execute(async (db) => {
        await db.insertInto('settings').values({name: 'undone', value: ''}).execute()
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await names(borrower)).not.toContain('undone')
  })

  it('says what PostgreSQL says', async () => {
    await write(borrower, 'once')
    await expect(write(borrower, 'once')).rejects.toMatchObject({code: '23505'})
    await expect(borrower.executeSql('select nothing')).rejects.toMatchObject({code: '42703'})
    await write(borrower, 'twice')
  })

  it('gets back what a killed borrower held: its transaction undone, its seat free', async () => {
    const mine = await owner.seats.take('mine')
    const {child, said} = await another(`
      const seat = await store.seats.take('other')
      await store.db.startTransaction().execute().then((db) =>
        db.insertInto('settings').values({name: 'half', value: ''}).execute())
      console.log(seat.id)`)
    // the borrower sits in a transaction, so nobody else is served; killing it must free them
    const seen = names(owner)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await seen).toEqual([])
    await expect.poll(() => owner.seats.dead([Number(said), mine.id])).toEqual([Number(said)])
    expect(await borrower.seats.dead([mine.id])).toEqual([])
  })

  it('tells a borrower when its owner has gone', async () => {
    const seat = await borrower.seats.take('mine')
    await owner.close()
    await expect.poll(() => seat.lost.aborted).toBe(true)
    await expect(names(borrower)).rejects.toThrow('ENOENT')
    owner = await openStore({data: folder, lends: true})
    expect(await names(borrower)).toEqual([])
  })

  it('is nobody else’s where the owner does not lend', async () => {
    await owner.close()
    owner = await openStore({data: folder})
    await expect(openStore({data: folder})).rejects.toMatchObject({code: 'STORE_LOCKED'})
  })
})
