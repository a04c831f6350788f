/**
 * A Sanity project that reports by webhook to a server whose listener hears nothing: what the server then
 * shows, it knows by the reports alone.
 */
import {createServer, request as httpRequest} from 'node:http'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {encodeSignatureHeader} from '@sanity/webhook'
import fc from 'fast-check'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {type LiveSource, openLiveSource} from '../../content/live/live-source.ts'
import {openChangeLog} from '../../delivery/changes/log.ts'
import type {Store} from '../../delivery/store/store.ts'
import {type Lake, startLake} from '../../lake/server.ts'
import {type Recorder, startRecorder} from '../../server/changes/recorder.ts'
import {readIds} from '../../server/hooks/hook-routes.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {DATABASES, type DatabaseForTests} from '../delivery/support/databases.ts'
import {EXAMPLE, TODAY} from './newsroom-under-test.ts'

const SECRET = 'a secret of the project'
const LINE = 'helpline-us-988'

/** Passes everything on to the lake, but of its listener only the greeting. */
const startDeafProxy = async (lake: string) => {
  const server = createServer((message, response) => {
    const isListener = message.url?.includes('/listen/') ?? false
    const onward = httpRequest(
      new URL(message.url ?? '/', lake),
      {method: message.method, headers: {...message.headers, host: new URL(lake).host}},
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        if (!isListener) {
          answer.pipe(response)
          return
        }
        answer.on('data', (piece: Buffer) => {
          const text = piece.toString()
          if (text.includes('welcome') && !text.includes('mutation')) response.write(piece)
        })
      },
    )
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    message.pipe(onward)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

describe.each(DATABASES)('reports of a Sanity project: %s', (_name, startDatabase) => {
  let database: DatabaseForTests
  let store: Store
  let folder: string
  let lake: Lake
  let proxy: Awaited<ReturnType<typeof startDeafProxy>>
  let source: LiveSource
  let recorder: Recorder
  let server: RunningServer
  let editor: SanityClient
  let isAway = false
  const refusals: string[] = []
  const errors: unknown[] = []

  beforeAll(async () => {
    database = await startDatabase()
    store = await database.open()
    folder = await mkdtemp(join(tmpdir(), 'throwline-hooks-'))
    lake = await startLake({data: folder, dataset: EXAMPLE, port: 0})
    proxy = await startDeafProxy(lake.url)
    const project = {projectId: 'local', dataset: 'production'}
    source = await openLiveSource({
      ...project,
      apiHost: proxy.url,
      retry: {attempts: 1, wait: async () => {}},
    })
    editor = createClient({
      ...project,
      apiHost: lake.url,
      apiVersion: '2025-02-19',
      useCdn: false,
      useProjectHostname: false,
      token: 'editor',
    })
    const newsroom = new Newsroom({source, today: TODAY, onProblem: () => {}})
    recorder = startRecorder({
      store,
      source,
      newsroom,
      onChanges: () => {},
      onError: (error) => void errors.push(error),
    })
    server = await startServer({
      newsroom,
      hooks: {
        secret: SECRET,
        touch: async (ids) => {
          if (isAway) await proxy.close()
          await source.touch(ids)
        },
        onRefused: (line) => void refusals.push(line),
        onError: (error) => void errors.push(error),
      },
      port: 0,
      onError: (error) => void errors.push(error),
    })
    await recorder.settled()
  })

  afterAll(async () => {
    await server.close()
    await recorder.close()
    await source.close()
    await proxy.close()
    await lake.close()
    await store.close()
    await database.stop()
    await rm(folder, {recursive: true, force: true})
  })

  let latest = 0
  beforeEach(async () => {
    latest = await openChangeLog(store).latest()
  })

  const post = (body: string, signature: string) =>
    fetch(`${server.url}/hooks/sanity`, {
      method: 'POST',
      body,
      headers: {'sanity-webhook-signature': signature},
    })

  const report = async (body: unknown, at = Date.now()): Promise<number> => {
    const text = JSON.stringify(body)
    const {status} = await post(text, await encodeSignatureHeader(text, at, SECRET))
    return status
  }

  const logged = async (): Promise<readonly string[]> => {
    await recorder.settled()
    const {changes} = await openChangeLog(store).since(latest, 1000)
    return changes.map(({kind, documentId}) => `${kind} ${documentId}`)
  }

  const nameOf = async (): Promise<unknown> => {
    const document = await (await source.now().dataset()).read(LINE)
    return typeof document === 'object' && document !== null && 'name' in document
      ? document.name
      : undefined
  }

  it('are read again from the project, whatever the report says of them', async () => {
    await editor.patch(LINE).set({name: 'Lifeline, renamed'}).commit()
    // the listener is deaf: nothing is known of it
    expect([await nameOf(), await logged()]).toEqual([expect.not.stringContaining('renamed'), []])
    expect(await report({_id: LINE, name: 'Forged', phone: '+1 000'})).toBe(204)
    expect(await nameOf()).toBe('Lifeline, renamed')
    expect(await logged()).toContain(`helplineChanged ${LINE}`)
  })

  it('do nothing when they come again, late, or for what has not changed', async () => {
    const times = [0, 1, 2].map((day) => Date.now() - day * 86_400_000)
    for (const at of times) expect(await report({_id: LINE}, at)).toBe(204)
    expect(await report({ids: [LINE, 'no-such-document', 'article-ketamine']})).toBe(204)
    expect(await report({_id: `drafts.${LINE}`})).toBe(204)
    expect(await report({_id: 'not an id'})).toBe(204)
    expect(await logged()).toEqual([])
  })

  it('may come in any order, and together', async () => {
    await editor.patch(LINE).set({name: 'First'}).commit()
    await editor.patch(LINE).set({name: 'Second'}).commit()
    const ids = [[LINE], ['article-ketamine', LINE], ['article-ketamine'], [LINE]]
    const statuses = await Promise.all(ids.map((some) => report({ids: some})))
    expect(statuses).toEqual([204, 204, 204, 204])
    expect(await nameOf()).toBe('Second')
    const kinds = await logged()
    expect(kinds.filter((each) => each === `helplineChanged ${LINE}`)).toHaveLength(1)
  })

  it('tell of what is there no more', async () => {
    const free = '*[_type == "article" && count(*[references(^._id)]) == 0][0]._id'
    const id: string = await editor.fetch(free)
    await editor.delete(id)
    expect(await logged()).toEqual([])
    expect(await report({_id: id})).toBe(204)
    expect(await logged()).toEqual([`removed ${id}`])
  })

  it('are refused when they are forged', async () => {
    await editor.patch(LINE).set({name: 'Unheard'}).commit()
    const body = JSON.stringify({_id: LINE})
    const now = Date.now()
    const right = await encodeSignatureHeader(body, now, SECRET)
    const forged = [
      '',
      'v1=abc',
      `t=${now},v1=`,
      await encodeSignatureHeader(body, now, 'another secret, of nobody'),
      await encodeSignatureHeader(`${body} `, now, SECRET),
      right.replace(`t=${now}`, `t=${now + 1}`),
      right.slice(0, -1),
      't=1,v1=abc',
    ]
    for (const signature of forged) expect((await post(body, signature)).status).toBe(401)
    expect((await post('', right)).status).toBe(401)
    expect(await nameOf()).not.toBe('Unheard')
    expect(refusals.join('\n')).not.toContain(LINE)
    expect(refusals.length).toBeGreaterThan(0)
    // the very same, signed
    expect((await post(body, right)).status).toBe(204)
    expect(await nameOf()).toBe('Unheard')
  })

  it('say what is wrong with them, and are not endless', async () => {
    for (const body of [{}, [], 'text', {_id: 7}, {ids: [1]}, {ids: Array(1001).fill(LINE)}]) {
      expect(await report(body), JSON.stringify(body).slice(0, 40)).toBe(400)
    }
    const text = 'no JSON'
    expect((await post(text, await encodeSignatureHeader(text, Date.now(), SECRET))).status).toBe(
      400,
    )
    expect((await post('x'.repeat(4 * 1024 * 1024 + 1), 'x')).status).toBe(413)
    expect((await fetch(`${server.url}/hooks/sanity`)).status).toBe(404)
  })

  it('never make a fault of ours, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect([204, 400]).toContain(await report(value))
        const ids = readIds(JSON.stringify(value))
        expect(ids === undefined || ids.every((id) => typeof id === 'string')).toBe(true)
      }),
      {numRuns: 40},
    )
    expect(errors).toEqual([])
  })

  it('are to be told again while the project is away', async () => {
    isAway = true
    expect(await report({_id: LINE})).toBe(503)
    expect(errors.map(String).join()).toContain('local/production')
  })
})
