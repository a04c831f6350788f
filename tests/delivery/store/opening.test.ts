import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {holdToSecret, keptSecret} from '../../../delivery/store/secret.ts'
import {openStore} from '../../../delivery/store/store.ts'
import {type PostgresForTests, startPostgres} from '../support/postgres.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throwline-store-'))
})

afterAll(() => rm(folder, {recursive: true, force: true}))

describe('a folder', () => {
  it('keeps what was written, and is one process’s at a time', async () => {
    const data = join(folder, 'kept')
    const first = await openStore({data})
    await first.db.insertInto('settings').values({name: 'kept', value: 'yes'}).execute()
    await expect(openStore({data})).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining(`process ${process.pid}`),
    })
    await first.close()
    const second = await openStore({data})
    expect(await second.db.selectFrom('settings').selectAll().execute()).toEqual([
      {name: 'kept', value: 'yes'},
    ])
    await second.close()
  })

  it('is taken over from a process that was killed, with all it had committed', async () => {
    const data = join(folder, 'killed')
    const code = `
      const {openStore} = await import(${JSON.stringify(
        new URL('../../../delivery/store/store.ts', import.meta.url).href,
      )})
      const store = await openStore({data: ${JSON.stringify(data)}})
      await store.db.insertInto('settings').values({name: 'committed', value: ''}).execute()
      console.log('ready')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    await expect(openStore({data})).rejects.toThrow(`process ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const store = await openStore({data})
    expect(await store.db.selectFrom('settings').select('name').execute()).toEqual([
      {name: 'committed'},
    ])
    await store.close()
  })

  it('that cannot be made is named', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openStore({data: join(folder, 'file')})).rejects.toMatchObject({
      code: 'STORE_FOLDER_UNWRITABLE',
    })
  })

  it('refuses a database that a newer version made', async () => {
    const data = join(folder, 'newer')
    const store = await openStore({data})
    await store.executeSql(
      "insert into throwline_migration (name, timestamp) values ('9999-later', '2030-01-01')",
    )
    await store.close()
    await expect(openStore({data})).rejects.toMatchObject({code: 'STORE_NEWER'})
    // and let the folder go
    await expect(openStore({data})).rejects.toMatchObject({code: 'STORE_NEWER'})
  })
})

describe('the secret', () => {
  it('is made once, and only this user may read it', async () => {
    const data = join(folder, 'secret')
    const secret = await keptSecret(data)
    expect(await keptSecret(data)).toBe(secret)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600)
  })

  it('cannot be changed under a database', async () => {
    const store = await openStore({})
    await holdToSecret(store, 'one')
    await holdToSecret(store, 'one')
    await expect(holdToSecret(store, 'two')).rejects.toMatchObject({code: 'STORE_SECRET_CHANGED'})
    await store.close()
  })
})

describe('a server', () => {
  let postgres: PostgresForTests

  beforeAll(async () => {
    postgres = await startPostgres()
  })

  afterAll(() => postgres.stop())

  it('that does not answer is named without its password', async () => {
    const opening = openStore({databaseUrl: 'postgres://me:hidden@127.0.0.1:1/db'})
    await expect(opening).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringMatching(/^postgres:\/\/127\.0\.0\.1:1\/db does not answer/),
    })
    await expect(opening).rejects.not.toThrow('hidden')
  })

  it('is brought up to date by whoever comes first', async () => {
    const databaseUrl = await postgres.url()
    const stores = await Promise.all([1, 2, 3].map(() => openStore({databaseUrl})))
    for (const store of stores) {
      expect(await store.db.selectFrom('settings').selectAll().execute()).toEqual([])
      await store.close()
    }
  })

  it('is brought up to date from where an older version left it', async () => {
    const databaseUrl = await postgres.url()
    const old = await openStore({databaseUrl})
    await old.executeSql(
      `delete from throwline_migration where name = '0011-whereabouts';
       alter table article_states drop column topics;
       alter table changes drop column topics;
       alter table partners drop column seen_cursor, drop column seen_at, drop column pages`,
    )
    await old.close()
    const store = await openStore({databaseUrl})
    expect(await store.db.selectFrom('partners').select('pages').execute()).toEqual([])
    await store.close()
  })
})
