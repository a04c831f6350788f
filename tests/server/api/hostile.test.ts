import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type ApiUnderTest, openApiUnderTest, PUBLIC_URL} from './api-under-test.ts'
import {faultOf, rawRequest, sendRaw} from './fuzz.ts'

/** 50,000 in long/fuzz.ts. */
const RUNS = 2000

let api: ApiUnderTest
let key: string
let port: number

beforeAll(async () => {
  api = await openApiUnderTest()
  key = await api.key({origins: ['https://clinic.example']})
  port = Number(new URL(api.server.url).port)
})

afterAll(() => api.close())

const raw = (lines: readonly string[]) =>
  sendRaw(
    port,
    `${['GET /api/v1/articles/ketamine HTTP/1.1', 'Host: localhost', 'Connection: close', `Authorization: Bearer ${key}`, ...lines].join('\r\n')}\r\n\r\n`,
  )

describe('malformed requests', () => {
  it('are answered without a fault of ours, and with no text without its notice', async () => {
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(rawRequest(key), async (octets) => {
        const answer = await sendRaw(port, octets)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        expect([octets.slice(0, 400), faultOf(answer)]).toEqual([octets.slice(0, 400), undefined])
      }),
      {numRuns: RUNS},
    )
    expect(statuses.get(200)).toBeGreaterThan(RUNS / 50)
    expect(statuses.get(400)).toBeGreaterThan(RUNS / 50)
    expect((await api.ask('/healthz')).status).toBe(200)
    expect(api.problems).toEqual([])
  })

  it('are told apart from answers that would be a fault', () => {
    const answer = {status: 200, headers: 'HTTP/1.1 200 OK', body: ''}
    expect(faultOf({...answer, body: 'Ketamine can help.'})).toBe('text without a notice')
    expect(faultOf({...answer, status: 500})).toBe('status 500')
    expect(faultOf({...answer, headers: 'x\r\nset-cookie: a=b'})).toContain('a header')
    expect(faultOf({...answer, headers: 'Location: //evil.example'})).toContain('a header')
    expect(faultOf({...answer, body: 'Ketamine can help. "crisisNotice"'})).toBe(undefined)
  })

  it('with headers that are too large end at the door', async () => {
    const answer = await raw([`X-Large: ${'x'.repeat(20_000)}`])
    expect(answer.status).toBe(431)
    const many = await raw(Array.from({length: 1500}, (_, index) => `X-${index}: ${index}`))
    expect([200, 431]).toContain(many.status)
    expect((await api.ask('/healthz')).status).toBe(200)
  })

  it('that smuggle a second request get one answer and no other', async () => {
    const answer = await raw(['Content-Length: 5', 'Transfer-Encoding: chunked'])
    expect(answer.status).toBe(400)
    const twice = await sendRaw(
      port,
      'GET /api/v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\nGET /api/v1/ HTTP/1.1\r\n',
    )
    expect(twice.status).toBe(400)
  })
})

describe('headers that nobody keyed a cache by', () => {
  it('change no answer', async () => {
    const clean = await raw([])
    const body = clean.body
    expect(clean.status).toBe(200)
    expect(body.length).toBeGreaterThan(10_000)
    const tricks = [
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: ftp',
      'X-Forwarded-Port: 1',
      'X-Original-URL: /api/v1/helplines',
      'X-Rewrite-URL: /api/v1/helplines',
      'X-HTTP-Method-Override: DELETE',
      'Forwarded: host=evil.example',
      'Accept-Language: es',
      'Cookie: country=GB; language=es; fields=title',
      'CF-IPCountry: GB',
      'X-Country: GB',
      'User-Agent: Googlebot',
      'Range: bytes=0-10',
      'Content-Type: text/html',
      'Origin: https://evil.example',
    ]
    for (const trick of tricks) {
      const answer = await raw([trick])
      expect([trick, answer.status]).toEqual([trick, 200])
      expect(answer.body === body, trick).toBe(true)
    }
  })

  it('nor what others are told afterwards', async () => {
    const path = '/api/v1/articles?limit=1&fields=summary'
    await api.ask(path, {headers: {'x-api-key': key, 'x-forwarded-host': 'evil.example'}})
    const response = await api.get(path)
    expect(JSON.stringify([...response.headers, await response.text()])).not.toContain('evil')
    const page = await api.ask('/api/v1/', {headers: {'x-forwarded-host': 'evil.example'}})
    const html = await page.text()
    expect(html).toContain(PUBLIC_URL)
    expect(html).not.toContain('evil')
  })

  it('and every answer says what it depends on', async () => {
    const vary = 'Accept, Accept-Encoding, Authorization, X-Api-Key, Origin'
    for (const path of ['/api/v1/articles', '/api/v1/articles/nothing', '/api/v1/changes']) {
      expect((await api.get(path)).headers.get('vary')).toBe(vary)
    }
    expect((await api.ask('/api/v1/articles')).headers.get('vary')).toBe(vary)
  })
})

describe('paths', () => {
  it.each([
    '/api/v1/articles/..%2f..%2f..%2fetc%2fpasswd',
    '/api/v1/articles/%2e%2e',
    '/api/v1/articles/ketamine%00.json',
    '/api/v1/articles/ketamine/',
    '/api/v1/articles/KETAMINE',
    '/api/v1//articles',
    '/api/v2/articles',
    '/api/v1/articles/__proto__',
    '/api/v1/articles/constructor',
    '/api/v1/articles/%zz',
  ])('%s leads nowhere', async (path) => {
    const answer = await sendRaw(
      port,
      `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer ${key}\r\n\r\n`,
    )
    expect(answer.status).toBe(404)
    expect(answer.headers).toContain('application/problem+json')
  })

  it('out of the API lead to the site at most, never past the door', async () => {
    for (const path of ['/x/../api/v1/articles', '/./api/v1/articles', '/%61pi/v1/articles']) {
      const answer = await sendRaw(
        port,
        `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
      )
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.body).toContain('tel:988')
    }
    const inside = await sendRaw(
      port,
      'GET /api/v1/../../ketamine/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    )
    expect(inside.status).toBe(401)
  })
})

describe('fields', () => {
  it.each([
    'title,-crisisNotice',
    'title,!crisisNotice',
    '',
    ',',
    'title,',
    'TITLE',
    'crisisnotice',
    'title;crisisNotice',
    '*',
    'title%00',
    'crisisNotice.html',
    'constructor',
  ])('%j is refused', async (fields) => {
    const path = `/api/v1/articles/ketamine?fields=${fields}`
    const response = await api.get(path)
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('fields'),
    ])
  })

  it('drop the notice never, whatever is chosen', async () => {
    const some = ['title', 'html', 'text', 'summary', 'sections', 'id', 'crisisNotice']
    await fc.assert(
      fc.asyncProperty(fc.subarray(some, {minLength: 1}), async (chosen) => {
        const path = `/api/v1/articles/ketamine?fields=${chosen.join(',')}`
        const article: unknown = await (await api.get(path)).json()
        expect(article).toMatchObject({
          crisisNotice: {emergency: {dial: '911'}, text: expect.stringContaining('988')},
          attribution: expect.any(String),
        })
      }),
      {numRuns: 30},
    )
  })
})
