import {readdir} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {describe, expect, it, onTestFinished} from 'vitest'
import type {Retry} from '../../content/hosted/retry.ts'
import {sanitySource, type SanitySourceOptions} from '../../content/sanity-source.ts'
import type {ContentSource} from '../../content/source.ts'
import {SourceError} from '../../errors.ts'
import {dataset, section} from './documents.ts'
import {
  answer,
  dropAfter,
  type Fault,
  type SanityServer,
  sanityServer,
  sendInstead,
} from './sanity-server.ts'
import {testSource} from './source-contract.ts'

/** Waits that were asked for, in milliseconds; none of them is waited. */
const patience = (attempts = 3): {readonly waits: number[]; readonly retry: Retry} => {
  const waits: number[] = []
  const wait = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds)
  }
  return {waits, retry: {attempts, wait}}
}

const project = (server: SanityServer, over: Partial<SanitySourceOptions> = {}): ContentSource => {
  const source = sanitySource({
    projectId: 'abc123',
    dataset: 'health',
    apiHost: server.apiHost,
    retry: patience().retry,
    ...over,
  })
  onTestFinished(() => source.close())
  return source
}

testSource({
  name: 'a Sanity project',
  make: async (documents) => project(await sanityServer(documents)),
})

const failureOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof SourceError) return `${error.code}: ${error.message}`
    throw error
  }
}

describe('a Sanity project', () => {
  it('is asked with the token and the project id, for what is published', async () => {
    const draft = section({_id: 'drafts.section-a', heading: 'Not yet'})
    const version = section({_id: 'versions.r1.section-a', heading: 'Not yet'})
    const server = await sanityServer(dataset(draft, version))
    const source = project(server, {token: 'secret'})
    const set = await source.dataset()
    expect(set.problems).toEqual([])
    expect(set.ids('section')).toEqual(['section-a'])
    const few = await source.documents(['section-a', 'drafts.section-a'])
    expect([...few.keys()]).toEqual(['section-a'])
    expect(server.requests.map(({path}) => path)).toEqual([
      expect.stringMatching(/^\/v[\d-]+\/data\/export\/health$/),
      expect.stringMatching(/^\/v[\d-]+\/data\/query\/health$/),
    ])
    for (const {headers} of server.requests) {
      expect(headers.authorization).toBe('Bearer secret')
      expect(headers['x-sanity-project-id']).toBe('abc123')
    }
  })

  it('asks for many documents in several queries', async () => {
    const server = await sanityServer(dataset())
    const ids = Array.from({length: 250}, (_, index) => `nobody-${index}`)
    const found = await project(server).documents([...ids, 'site'])
    expect([...found.keys()]).toEqual(['site'])
    expect(server.requests).toHaveLength(3)
  })

  const FINAL: readonly (readonly [string, Fault, RegExp])[] = [
    [
      'an unknown project',
      answer(404, {message: 'Project not found'}),
      /^SOURCE_NOT_FOUND: .*abc123\/health.*Project not found.*SANITY_PROJECT_ID.*\.$/,
    ],
    [
      'no token',
      answer(401, {message: 'Unauthorized'}),
      /^SOURCE_UNAUTHORIZED: .*SANITY_API_TOKEN/,
    ],
    ['a token too weak', answer(403, {}), /^SOURCE_UNAUTHORIZED/],
    ['a bad request', answer(400, {}), /^SOURCE_REFUSED/],
    ['a pause that is too long', answer(429, {}, {'retry-after': '3600'}), /^SOURCE_RATE_LIMITED/],
  ]

  it.each(FINAL)('is not asked again after %s', async (_what, fault, expected) => {
    const server = await sanityServer(dataset())
    server.failNext(fault)
    const {waits, retry} = patience()
    const source = project(server, {retry})
    expect(await failureOf(source.dataset())).toMatch(expected)
    expect(waits).toEqual([])
    server.failNext(fault)
    expect(await failureOf(source.documents(['site']))).toMatch(expected)
    expect(server.requests).toHaveLength(2)
  })

  const PASSING: readonly (readonly [string, Fault, RegExp])[] = [
    ['too many requests', answer(429, {}), /^SOURCE_RATE_LIMITED: .*again/],
    ['an unavailable service', answer(503, {}), /^SOURCE_UNAVAILABLE/],
    ['a connection dropped midway', dropAfter(0.5), /^SOURCE_DISCONNECTED: .*Try again\.$/],
    ['a connection dropped at once', dropAfter(0), /^SOURCE_DISCONNECTED/],
    [
      'a line torn in good order',
      sendInstead((body) => body.slice(0, -20)),
      /^SOURCE_DISCONNECTED/,
    ],
    [
      'an error as the last line',
      sendInstead((body) => `${body}{"error":{"description":"timeout"},"statusCode":500}\n`),
      /^SOURCE_DISCONNECTED/,
    ],
    [
      'a body shorter than announced',
      sendInstead((body) => body.slice(0, body.indexOf('\n') + 1), {
        'content-length': '99999',
        connection: 'close',
      }),
      /^SOURCE_DISCONNECTED/,
    ],
  ]

  it.each(PASSING)('is asked again after %s, and then no more', async (_what, fault, expected) => {
    const documents = dataset()
    const server = await sanityServer(documents)
    server.failNext(fault)
    const once = project(server)
    expect((await once.dataset()).ids('section')).toEqual(['section-a'])
    expect(await (await once.dataset()).read('digest-a')).toEqual(documents.at(-1))

    server.failNext(fault, fault, fault)
    const {waits, retry} = patience(3)
    const source = project(server, {retry})
    expect(await failureOf(source.dataset())).toMatch(expected)
    expect(waits).toEqual([500, 1000])
  })

  it('waits as long as it is told', async () => {
    const server = await sanityServer(dataset())
    const soon = new Date(Date.now() + 20_000).toUTCString()
    server.failNext(answer(429, {}, {'retry-after': '7'}), answer(429, {}, {'retry-after': soon}))
    const {waits, retry} = patience()
    const source = project(server, {retry})
    await source.documents(['site'])
    expect(waits[0]).toBe(7000)
    expect(waits[1]).toBeGreaterThan(15_000)
    expect(waits[1]).toBeLessThanOrEqual(20_000)
  })

  it('leaves no spool behind, whatever happened', async () => {
    // of this process alone: other tests unpack and spool beside it
    const spools = async (): Promise<number> =>
      (await readdir(tmpdir())).filter((name) => name.includes(`.${process.pid}.`)).length
    const before = await spools()
    const server = await sanityServer(dataset())
    server.failNext(dropAfter(0.3), dropAfter(0.3), dropAfter(0.3))
    const source = project(server)
    expect(await failureOf(source.dataset())).toMatch(/^SOURCE_DISCONNECTED/)
    expect(await spools()).toBe(before)
    await source.dataset()
    expect(await spools()).toBe(before + 1)
    await source.close()
    expect(await spools()).toBe(before)
  })

  it('is named when nobody answers', async () => {
    const server = await sanityServer(dataset())
    await server.stop()
    const source = project(server)
    expect(await failureOf(source.dataset())).toMatch(/^SOURCE_UNREACHABLE: .*SANITY_API_HOST/)
    expect(await failureOf(source.documents(['site']))).toMatch(/^SOURCE_UNREACHABLE/)
  })

  it('is named when its id cannot be one', () => {
    const make = (): ContentSource => sanitySource({projectId: 'No Project!', dataset: 'health'})
    expect(make).toThrow(SourceError)
  })
})
