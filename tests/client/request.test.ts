import {describe, expect, it} from 'vitest'
import {ApiProblem, ConnectionLost, RateLimited, UnexpectedAnswer} from '../../client/index.ts'
import {remembered} from '../../client/remembered.ts'
import {retryAfter, wait as waitFor} from '../../client/waiting.ts'
import {openScene} from './scene.ts'
import {cut, type Mishap, refuse, tear} from './test-api.ts'

const thrown = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )

/** Waits that were asked for, none of which is waited. */
const recorder = () => {
  const waits: number[] = []
  return {
    waits,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds)
    },
  }
}

const html: Mishap = (_request, response) => {
  response.writeHead(200, {'content-type': 'text/html'})
  response.end('<p>Please sign in to the network')
}

const never: Mishap = () => undefined

const FAILURES: readonly (readonly [string, Mishap])[] = [
  ['500', refuse(500, 'FAULT')],
  ['502', refuse(502, 'BAD_GATEWAY')],
  ['503', refuse(503, 'UNAVAILABLE')],
  ['a cut line', cut],
  ['half an answer', tear],
  ['the page of a gateway', html],
]

describe('a request', () => {
  for (const [what, mishap] of FAILURES) {
    it(`is made again after ${what}`, async () => {
      const {model, api, client} = await openScene()
      model.publish('a')
      api.mishaps.push(mishap, mishap)
      expect((await client.article('a')).id).toBe('a')
      expect(api.requests.length).toBe(3)
    })

    it(`is given up when there is nothing but ${what}`, async () => {
      const {model, api, clientWith} = await openScene()
      model.publish('a')
      api.mishaps.push(mishap, mishap, mishap)
      const error = await thrown(clientWith({retries: 2}).article('a'))
      expect(error instanceof ApiProblem || error instanceof ConnectionLost).toBe(true)
      expect(api.requests.length).toBe(3)
    })
  }

  it('is not made again when the answer would be the same', async () => {
    for (const [status, code] of [
      [400, 'PARAMETER_INVALID'],
      [401, 'KEY_INVALID'],
      [404, 'ARTICLE_UNKNOWN'],
      [422, 'NOTICE_MISSING'],
      [503, 'ARTICLE_REFUSED'],
    ] as const) {
      const {api, client} = await openScene()
      api.mishaps.push(refuse(status, code))
      expect(await thrown(client.article('a'))).toMatchObject({status, code})
      expect(api.requests.length).toBe(1)
    }
  })

  it('waits longer each time', async () => {
    const {api, clientWith} = await openScene()
    const {waits, wait} = recorder()
    api.mishaps.push(cut, cut, cut, cut, cut)
    await thrown(clientWith({wait, firstWait: 100}).article('a'))
    expect(waits.length).toBe(4)
    for (const [index, waited] of waits.entries()) {
      expect(waited).toBeGreaterThanOrEqual(50 * 2 ** index)
      expect(waited).toBeLessThanOrEqual(100 * 2 ** index)
    }
  })

  it('waits as long as it is asked to, as often as it is', async () => {
    const {model, api, clientWith} = await openScene()
    model.publish('a')
    const {waits, wait} = recorder()
    const limited = refuse(429, 'RATE_LIMITED', {'retry-after': '3'})
    api.mishaps.push(...Array.from({length: 9}, () => limited))
    expect((await clientWith({wait}).article('a')).id).toBe('a')
    expect(waits).toEqual(Array.from({length: 9}, () => 3000))
  })

  it('does not wait longer than maxWait', async () => {
    const {api, clientWith} = await openScene()
    const {waits, wait} = recorder()
    const limited = refuse(429, 'RATE_LIMITED', {'retry-after': '40'})
    api.mishaps.push(limited, limited)
    const error = await thrown(clientWith({wait}).article('a'))
    expect(error).toBeInstanceOf(RateLimited)
    expect(error).toMatchObject({status: 429, retryAfter: 40})
    expect(waits).toEqual([40_000])
  })

  it('does not ask without a pause when it is told to come again in 0 seconds', async () => {
    const {api, clientWith} = await openScene()
    const {waits, wait} = recorder()
    api.mishaps.push(...Array.from({length: 50}, () => refuse(429, 'X', {'retry-after': '0'})))
    expect(await thrown(clientWith({wait, firstWait: 100}).article('a'))).toBeInstanceOf(
      RateLimited,
    )
    expect(waits.length).toBeLessThan(20)
    expect(Math.min(...waits)).toBeGreaterThan(0)
  })

  it('has a limit for an answer that never comes', async () => {
    const {api, clientWith} = await openScene()
    api.mishaps.push(never, never)
    const error = await thrown(clientWith({timeout: 20, retries: 1}).article('a'))
    expect(error).toBeInstanceOf(ConnectionLost)
    expect(api.requests.length).toBe(2)
  })

  it('ends with the reason of its signal, while it asks and while it waits', async () => {
    const {api, client, clientWith} = await openScene()
    const asking = new AbortController()
    const waiting = new AbortController()
    const reason = new Error('the reader has left')
    api.mishaps.push(() => asking.abort(reason))
    expect(await thrown(client.article('a', {signal: asking.signal}))).toBe(reason)
    api.mishaps.push(refuse(503, 'UNAVAILABLE', {'retry-after': '30'}))
    const call = thrown(
      clientWith({
        wait: (milliseconds, signal) => {
          queueMicrotask(() => waiting.abort(reason))
          return waitFor(milliseconds, signal)
        },
      }).article('a', {signal: waiting.signal}),
    )
    expect(await call).toBe(reason)
    expect(await thrown(client.article('a', {signal: AbortSignal.abort(reason)}))).toBe(reason)
    expect(api.requests.length).toBe(2)
  })

  it('says which address did not answer', async () => {
    const {api, clientWith} = await openScene()
    await api.stop()
    const error = await thrown(clientWith({retries: 0}).article('a'))
    expect(error).toMatchObject({code: 'CONNECTION_LOST', url: `${api.url}/api/v1/articles/a`})
    await api.start()
    api.mishaps.push(html)
    const page = await thrown(clientWith({retries: 0}).article('a'))
    expect(page).toHaveProperty('cause', expect.any(UnexpectedAnswer))
  })
})

describe('an answer that was had before', () => {
  it('is asked for by its ETag, and comes as a 304', async () => {
    const {model, api, client} = await openScene()
    model.publish('a')
    const first = await client.article('a')
    const second = await client.article('a')
    expect(second).toEqual(first)
    expect(second).not.toBe(first)
    expect(api.requests[0]?.headers['if-none-match']).toBeUndefined()
    expect(api.requests[1]?.headers['if-none-match']).toMatch(/^"/)
  })

  it('is never given without asking', async () => {
    const {model, client} = await openScene()
    model.publish('a')
    await client.article('a')
    model.edit('a', {title: 'Better'}, 'corrected')
    expect((await client.article('a')).title).toBe('Better')
  })
})

describe('remembered', () => {
  it('forgets what was not used for longest', () => {
    const answers = remembered(10)
    for (const name of ['a', 'b']) answers.set(name, {etag: name, body: '12345'})
    answers.get('a')
    answers.set('c', {etag: 'c', body: '12345'})
    expect(['a', 'b', 'c'].map((name) => answers.get(name)?.etag)).toEqual(['a', undefined, 'c'])
  })

  it('keeps one answer an address, and none that is larger than all of it', () => {
    const answers = remembered(10)
    for (let time = 0; time < 5; time += 1) answers.set('a', {etag: `${time}`, body: '1234567'})
    expect(answers.get('a')?.etag).toBe('4')
    answers.set('b', {etag: 'b', body: '12345678901'})
    expect(answers.get('b')).toBeUndefined()
    expect(answers.get('a')?.etag).toBe('4')
  })
})

describe('Retry-After', () => {
  const read = (value: string) =>
    retryAfter(new Headers({'retry-after': value}), Date.UTC(2026, 0, 1))
  it('is seconds or a date', () => {
    expect(read('120')).toBe(120_000)
    expect(read('Thu, 01 Jan 2026 00:00:30 GMT')).toBe(30_000)
    expect(read('Wed, 31 Dec 2025 00:00:00 GMT')).toBe(0)
    expect(read('soon')).toBeUndefined()
    expect(retryAfter(new Headers(), 0)).toBeUndefined()
  })
})
