/** Listeners, by @sanity/client and by what a browser sends. */
import {createRequire} from 'node:module'
import type {ListenEvent, MutationEvent, SanityClient} from '@sanity/client'
import {describe, expect, it, onTestFinished} from 'vitest'
import {AssetStore} from '../../lake/assets/asset-store.ts'
import {createApp} from '../../lake/http/app.ts'
import type {LakeContext} from '../../lake/http/context.ts'
import {Guard} from '../../lake/http/guard.ts'
import {Hub} from '../../lake/listen/hub.ts'
import {serve} from '../../lake/serve.ts'
import {Store} from '../../lake/store/store.ts'
import {KeyValues} from '../../lake/users/key-values.ts'
import {clientOf, folderForTest, lakeForTest, lakeWith} from './support.ts'

/** Mendoza as the Studio itself has it. */
const {applyPatch}: {applyPatch: (document: unknown, patch: unknown) => unknown} = createRequire(
  createRequire(import.meta.url).resolve('sanity/package.json'),
)('mendoza')

interface Source<T> {
  subscribe(observer: {next: (event: T) => void; error: () => void}): {unsubscribe(): void}
}

type Heard = {readonly type: string} & Record<string, unknown>

/** Everything an observable says, and a way to wait for so much of it. */
const hear = <T extends {readonly type: string}>(source: Source<T>) => {
  const heard: T[] = []
  const subscription = source.subscribe({
    next: (event) => heard.push(event),
    error: () => undefined,
  })
  onTestFinished(() => subscription.unsubscribe())
  const until = async (count: number): Promise<readonly T[]> => {
    await expect.poll(() => heard.length).toBeGreaterThanOrEqual(count)
    return heard
  }
  return {heard, until}
}

const EVENTS = ['welcome', 'mutation'] as const

const listenTo = async (client: SanityClient, query: string, options: object = {}) => {
  const source: Source<ListenEvent> = client.listen(
    query,
    {type: 'note'},
    {events: [...EVENTS], includeAllVersions: true, ...options},
  )
  const listening = hear(source)
  await listening.until(1)
  return listening
}

const mutationsOf = (events: readonly ListenEvent[]): readonly MutationEvent[] =>
  events.filter((event) => event.type === 'mutation')

describe('a listener', () => {
  it('is welcomed, and hears what matches: appearing, changing, disappearing', async () => {
    const {client} = await lakeWith([])
    const {until} = await listenTo(client, '*[_type == $type && n > 1]')
    await client.create({_id: 'a', _type: 'note', n: 1})
    await client.patch('a').set({n: 2}).commit()
    await client.patch('a').set({n: 3}).commit()
    await client.create({_id: 'b', _type: 'other', n: 9})
    await client.patch('a').set({n: 0}).commit()
    await client.patch('a').set({n: 5}).commit()
    await client.delete('a')
    const [welcome, ...events] = await until(6)
    expect(welcome).toMatchObject({type: 'welcome', listenerName: expect.any(String)})
    expect(mutationsOf(events).map(({documentId, transition}) => [documentId, transition])).toEqual(
      [
        ['a', 'appear'],
        ['a', 'update'],
        ['a', 'disappear'],
        ['a', 'appear'],
        ['a', 'disappear'],
      ],
    )
  })

  it('is given one event a document a transaction, revisions chained', async () => {
    const {client} = await lakeWith([{_id: 'a', _type: 'note', _rev: 'r0', n: 0}])
    const {until} = await listenTo(client, '*[_type == $type]')
    const {transactionId: first} = await client
      .transaction()
      .patch('a', {set: {n: 1}})
      .create({_id: 'b', _type: 'note'})
      .patch('a', {inc: {n: 1}})
      .commit()
    const {transactionId: second} = await client
      .transaction()
      .patch('a', {inc: {n: 1}})
      .commit()
    const {transactionId: third} = await client.transaction().delete('a').commit()
    const events = mutationsOf(await until(5))
    expect(events).toMatchObject([
      {
        documentId: 'a',
        eventId: `${first}#a`,
        transactionId: first,
        previousRev: 'r0',
        resultRev: first,
        transactionTotalEvents: 2,
        transactionCurrentEvent: 1,
        mutations: [{patch: {id: 'a', set: {n: 1}}}, {patch: {id: 'a', inc: {n: 1}}}],
      },
      {documentId: 'b', resultRev: first, transactionCurrentEvent: 2},
      {documentId: 'a', previousRev: first, resultRev: second},
      // the Studio loses a deletion that has no resultRev
      {documentId: 'a', previousRev: second, resultRev: third, mutations: [{delete: {id: 'a'}}]},
    ])
    expect(events[1]).not.toHaveProperty('previousRev')
  })

  it('is given results, former documents, mutations and effects as it asks', async () => {
    const {client} = await lakeWith([{_id: 'a', _type: 'note', title: 'old'}])
    const all = await listenTo(client, '*', {
      includeResult: true,
      includePreviousRevision: true,
      effectFormat: 'mendoza',
      visibility: 'query',
    })
    const none = await listenTo(client, '*', {includeResult: false, includeMutations: false})
    const before = await client.getDocument('a')
    await client.patch('a').set({title: 'new'}).commit()
    const after = await client.getDocument('a')
    const [event] = mutationsOf(await all.until(2))
    expect(event).toMatchObject({
      result: after,
      previous: before,
      visibility: 'query',
      effects: {apply: expect.any(Array), revert: expect.any(Array)},
    })
    const bare = mutationsOf(await none.until(2))[0]
    for (const name of ['result', 'previous', 'effects', 'mutations']) {
      expect(bare).not.toHaveProperty(name)
    }
  })

  it('is given effects that make the one document of the other', async () => {
    const {client} = await lakeWith([{_id: 'a', _type: 'note', title: 'old'}])
    const {until} = await listenTo(client, '*', {effectFormat: 'mendoza'})
    const {_rev: rev0, ...before} = (await client.getDocument('a')) ?? {}
    const {_rev: rev1, ...after} = await client.patch('a').set({title: 'new'}).commit()
    await client.delete('a')
    const [changed, deleted] = mutationsOf(await until(3))
    const effects = changed?.effects
    expect(applyPatch(before, effects?.apply ?? [])).toEqual(after)
    expect(applyPatch(after, effects?.revert ?? [])).toEqual(before)
    expect(applyPatch(after, deleted?.effects?.apply ?? [])).toBeNull()
    expect(rev0).not.toBe(rev1)
  })

  it('is given drafts and versions only when it asks for them', async () => {
    const {lake, client} = await lakeWith([])
    const published = await listenTo(client, '*', {includeAllVersions: false})
    const old = await listenTo(clientOf(lake, {apiVersion: '2021-06-07'}), '*', {
      includeAllVersions: false,
    })
    const all = await listenTo(client, '*')
    for (const _id of ['drafts.a', 'versions.r1.a', 'a']) await client.create({_id, _type: 'note'})
    const ids = (events: readonly ListenEvent[]) =>
      mutationsOf(events).map(({documentId}) => documentId)
    expect(ids(await all.until(4))).toEqual(['drafts.a', 'versions.r1.a', 'a'])
    expect(ids(await old.until(3))).toEqual(['drafts.a', 'a'])
    expect(ids(await published.until(2))).toEqual(['a'])
  })

  it('hears of a search by text, and of fields behind a reference', async () => {
    const {client} = await lakeWith([{_id: 'p', _type: 'parent', name: 'Ada'}])
    const byText = await listenTo(client, '*[text::query("sleeping")]')
    const byReference = await listenTo(client, '*[parent->name == "Ada"]')
    await client.create({_id: 'a', _type: 'note', title: 'Sleeping well'})
    await client.create({_id: 'b', _type: 'note', parent: {_type: 'reference', _ref: 'p'}})
    expect(mutationsOf(await byText.until(2))[0]?.documentId).toBe('a')
    expect(mutationsOf(await byReference.until(2))[0]?.documentId).toBe('b')
  })

  it('with a query that is none is refused', async () => {
    const {lake} = await lakeWith([])
    const answer = await fetch(`${lake.url}/v1/data/listen/production?query=*[`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({error: {type: 'queryParseError'}})
  })
})

/** A listener without a client: what was sent, event by event. */
const openStream = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const answer = await fetch(url, {headers, signal: abort.signal})
  const events: {readonly event: string; readonly id: string | undefined; readonly data: Heard}[] =
    []
  const read = async (): Promise<void> => {
    let rest = ''
    for await (const chunk of answer.body ?? []) {
      rest += new TextDecoder().decode(chunk)
      const parts = rest.split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts.filter((text) => !text.startsWith(':'))) {
        const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1]
        events.push({
          event: line('event') ?? '',
          id: line('id'),
          data: JSON.parse(line('data') ?? '{}'),
        })
      }
    }
  }
  read().catch(() => undefined)
  const until = async (count: number) => {
    await expect.poll(() => events.length).toBeGreaterThanOrEqual(count)
    return events
  }
  return {answer, until, stop: () => abort.abort()}
}

describe('a listener that comes back', () => {
  const query = '/v2025-02-19/data/listen/production?query=*&includeAllVersions=true'

  it('is given what it missed, once', async () => {
    const {lake, client} = await lakeWith([])
    const url = `${lake.url}${query}&enableResume=true`
    const first = await openStream(url)
    await client.create({_id: 'a', _type: 'note'})
    const heard = await first.until(2)
    const last = heard.at(-1)?.id ?? ''
    expect(last).toMatch(/#a$/)
    first.stop()
    await client
      .transaction()
      .create({_id: 'b', _type: 'note'})
      .create({_id: 'c', _type: 'note'})
      .commit()
    const second = await openStream(url, {'last-event-id': last})
    await client.create({_id: 'd', _type: 'note'})
    const later = await second.until(4)
    expect(later.map(({event, data}) => [event, data['documentId']])).toEqual([
      ['welcomeback', undefined],
      ['mutation', 'b'],
      ['mutation', 'c'],
      ['mutation', 'd'],
    ])
    // in the middle of a transaction too
    const third = await openStream(url, {'last-event-id': later[1]?.id ?? ''})
    const rest = await third.until(3)
    expect(rest.map(({data}) => data['documentId'])).toEqual([undefined, 'c', 'd'])
  })

  it('before it heard anything is given all since its welcome', async () => {
    const {lake, client} = await lakeWith([])
    const url = `${lake.url}${query}&enableResume=true`
    const first = await openStream(url)
    const [welcome] = await first.until(1)
    first.stop()
    await client.create({_id: 'a', _type: 'note'})
    const second = await openStream(url, {'last-event-id': welcome?.id ?? ''})
    expect((await second.until(2)).map(({event}) => event)).toEqual(['welcomeback', 'mutation'])
  })

  it('too late, or to another lake, is told to begin anew', async () => {
    const {lake} = await lakeWith([])
    const resumed = await openStream(`${lake.url}${query}&enableResume=true`, {
      'last-event-id': 'unknown#a',
    })
    expect((await resumed.until(1))[0]).toMatchObject({event: 'reset'})
    const plain = await openStream(`${lake.url}${query}`, {'last-event-id': 'unknown#a'})
    expect((await plain.until(1))[0]).toMatchObject({event: 'welcome'})
  })

  it('after a restart goes on where it was', async () => {
    const data = await folderForTest()
    const before = await lakeForTest({data})
    await clientOf(before).create({_id: 'a', _type: 'note'})
    const {_rev} = await clientOf(before).create({_id: 'b', _type: 'note'})
    await before.close()
    const after = await lakeForTest({data})
    await clientOf(after).create({_id: 'c', _type: 'note'})
    const resumed = await openStream(`${after.url}${query}&enableResume=true`, {
      'last-event-id': `${_rev}#b`,
    })
    expect((await resumed.until(2)).map(({data: {documentId}}) => documentId)).toEqual([
      undefined,
      'c',
    ])
  })
})

describe('a listener that leaves', () => {
  it('is forgotten', async () => {
    const folder = await folderForTest()
    const store = await Store.open({folder, onNotice: () => undefined})
    const hub = new Hub(store)
    const lake: LakeContext = {
      store,
      hub,
      assets: await AssetStore.open(folder),
      keyValues: await KeyValues.open(folder),
      projectId: 'local',
      dataset: 'production',
      origin: () => '',
      limits: {json: 1000, asset: 1000},
    }
    const guard = new Guard({token: undefined, anyHost: false})
    const serving = await serve(createApp(lake, guard), '127.0.0.1', 0)
    onTestFinished(async () => {
      hub.close()
      await serving.close()
      await store.close()
    })
    const url = `http://127.0.0.1:${serving.port}/v1/data/listen/production?query=*`
    const streams = await Promise.all([openStream(url), openStream(url), openStream(url)])
    for (const {until} of streams) await until(1)
    expect(hub.size).toBe(3)
    for (const {stop} of streams.slice(1)) stop()
    await expect.poll(() => hub.size).toBe(1)
  })
})

describe('a listener in a browser', () => {
  const path = '/v1/data/listen/production?query=*'
  /** What a browser sends; fetch would not let a test say so. */
  const ask = async (port: number, headers: Readonly<Record<string, string>>) => {
    const {request} = await import('node:http')
    return new Promise<{readonly status: number; readonly headers: NodeJS.Dict<string | string[]>}>(
      (resolve, reject) => {
        const sent = request({host: '127.0.0.1', port, path, headers}, (answer) => {
          resolve({status: answer.statusCode ?? 0, headers: answer.headers})
          answer.destroy()
        })
        sent.on('error', reject)
        sent.end()
      },
    )
  }
  const origin = 'http://localhost:4000'

  it('is sent to a host name of its own, which needs no origin', async () => {
    const {port} = await lakeForTest()
    const sent = await ask(port, {host: `local.localhost:${port}`, origin})
    expect(sent).toMatchObject({
      status: 307,
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
      },
    })
    const location = new URL(String(sent.headers['location']))
    expect(location.host).toMatch(new RegExp(`^listen-[0-9a-f]{32}\\.localhost:${port}$`))
    expect(location.pathname + location.search).toBe(path)
    // after a redirect across origins a browser says "null"
    const moved = await ask(port, {host: location.host, origin: 'null'})
    expect(moved).toMatchObject({
      status: 200,
      headers: {'access-control-allow-origin': 'null', 'content-type': /event-stream/},
    })
  })

  it('cannot make up such a name', async () => {
    const {port} = await lakeForTest()
    const host = `listen-${'0'.repeat(32)}.localhost:${port}`
    expect(await ask(port, {host, origin: 'null'})).toMatchObject({status: 403})
  })

  it('only in a browser, and only below localhost', async () => {
    const {port} = await lakeForTest()
    expect(await ask(port, {host: `local.localhost:${port}`})).toMatchObject({status: 200})
    expect(await ask(port, {host: `localhost:${port}`, origin})).toMatchObject({status: 200})
    expect(await ask(port, {host: `127.0.0.1:${port}`, origin})).toMatchObject({status: 200})
  })
})
