/** Every operation, in every state that a partner can bring about, against the document that is served. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type ApiUnderTest, openApiUnderTest, PUBLIC_URL} from './api-under-test.ts'
import {array, type Contract, contractOf, jsonOf, object} from './contract.ts'

let api: ApiUnderTest
let contract: Contract

beforeAll(async () => {
  api = await openApiUnderTest()
  contract = contractOf(await jsonOf(await api.ask('/api/v1/openapi.json')))
})

afterAll(() => api.close())

const A = '/api/v1/articles'

const REQUESTS: readonly (readonly [
  operation: string,
  path: string,
  status: number,
  headers?: Readonly<Record<string, string>>,
])[] = [
  ['listArticles', A, 200],
  ['listArticles', `${A}?limit=2`, 200],
  ['listArticles', `${A}?limit=100&country=GB&language=en&topic=anxiety,sleep`, 200],
  ['listArticles', `${A}?fields=title,summary`, 200],
  ['listArticles', `${A}?modifiedSince=2999-01-01T00:00:00Z`, 200],
  ['listArticles', `${A}?limit=0`, 400],
  ['listArticles', `${A}?limit=101`, 400],
  ['listArticles', `${A}?limit=1e1`, 400],
  ['listArticles', `${A}?limit=2&limit=3`, 400],
  ['listArticles', `${A}?fields=title,secret`, 400],
  ['listArticles', `${A}?topic=nonsense`, 400],
  ['listArticles', `${A}?modifiedSince=yesterday`, 400],
  ['listArticles', `${A}?country=us`, 400],
  ['listArticles', `${A}?language=e`, 400],
  ['listArticles', `${A}?cursor=x`, 400],
  ['listArticles', `${A}?lang=en`, 400],
  ['listArticles', `${A}?country=ZZ`, 422],
  ['listArticles', A, 401, {authorization: ''}],
  ['listArticles', A, 401, {authorization: 'Bearer tl_x'}],
  ['readArticle', `${A}/ketamine`, 200],
  ['readArticle', `${A}/ketamine?fields=html`, 200],
  ['readArticle', `${A}/ketamine?country=GB&language=en`, 200],
  ['readArticle', `${A}/ketamine`, 200, {accept: 'text/html'}],
  ['readArticle', `${A}/ketamine`, 200, {accept: 'text/plain'}],
  ['readArticle', `${A}/ketamine`, 200, {accept: 'text/markdown'}],
  ['readArticle', `${A}/ketamine`, 406, {accept: 'image/png'}],
  ['readArticle', `${A}/ketamine?language=la`, 404],
  ['readArticle', `${A}/nothing`, 404],
  ['readArticle', `${A}/ketamine?country=ZZ`, 422],
  ['readArticle', `${A}/ketamine?fields=`, 400],
  ['readArticle', `${A}/ketamine`, 401, {authorization: ''}],
  ['listHelplines', '/api/v1/helplines', 200],
  ['listHelplines', '/api/v1/helplines?country=GB', 200],
  ['listHelplines', '/api/v1/helplines?country=ZZ', 422],
  ['listHelplines', '/api/v1/helplines?x=1', 400],
  ['readNotice', '/api/v1/notices/US/en', 200],
  ['readNotice', '/api/v1/notices/US/es-MX?topics=anxiety', 200],
  ['readNotice', '/api/v1/notices/ZZ/en', 422],
  ['readNotice', '/api/v1/notices/us/en', 400],
  ['readNotice', '/api/v1/notices/US/en?topics=x', 400],
  ['listChanges', '/api/v1/changes', 200],
  ['listChanges', '/api/v1/changes?limit=3', 200],
  ['listChanges', '/api/v1/changes?since=latest', 200],
  ['listChanges', '/api/v1/changes?since=c0', 200],
  ['listChanges', '/api/v1/changes?since=0', 400],
  ['listChanges', '/api/v1/changes?since=czzzz', 400],
  ['listChanges', '/api/v1/changes?limit=1001', 400],
]

describe('the contract', () => {
  it.each(
    REQUESTS.map(([operation, path, status, headers = {}]) => ({operation, path, status, headers})),
  )('$operation $path: $status $headers', async ({operation, path, status, headers}) => {
    const response = await api.get(path, headers)
    expect(response.status).toBe(status)
    expect(await contract(operation, response)).toEqual([])
    const again = await api.get(path, headers)
    expect(again.status).toBe(status)
    expect(await contract(operation, again)).toEqual([])
  })

  it('answers 304 to whoever has it, for each encoding on its own', async () => {
    const paths: readonly (readonly [string, string])[] = [
      ['listArticles', `${A}?limit=2`],
      ['readArticle', `${A}/ketamine`],
      ['listHelplines', '/api/v1/helplines'],
      ['readNotice', '/api/v1/notices/US/en'],
      ['listChanges', '/api/v1/changes'],
    ]
    for (const [operation, path] of paths) {
      const tags = new Set<string>()
      for (const encoding of ['br', 'gzip', 'identity']) {
        const asked = {'accept-encoding': encoding}
        const first = await api.get(path, asked)
        const etag = first.headers.get('etag') ?? ''
        expect(etag).toMatch(/^"[\w-]+"$/)
        tags.add(etag)
        const size = (await first.arrayBuffer()).byteLength
        expect(size).toBeGreaterThan(20)
        for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
          const second = await api.get(path, {...asked, 'if-none-match': known})
          expect([path, known, second.status]).toEqual([path, known, 304])
          expect(second.headers.get('etag')).toBe(etag)
          expect(second.headers.get('content-length')).toBe(null)
          expect(await contract(operation, second)).toEqual([])
        }
        expect((await api.get(path, {...asked, 'if-none-match': '"other"'})).status).toBe(200)
      }
      expect([path, tags.size]).toEqual([path, 3])
    }
  })

  it('has the same body in every encoding, and for HEAD all but the body', async () => {
    const bodies = new Set<string>()
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await api.get(`${A}/ketamine`, {'accept-encoding': encoding})
      expect(response.headers.get('content-encoding')).toBe(
        encoding === 'identity' ? null : encoding,
      )
      bodies.add(await response.text())
    }
    expect(bodies.size).toBe(1)
    const key = await api.key()
    const headers = {authorization: `Bearer ${key}`, 'accept-encoding': 'identity'}
    const head = await api.ask(`${A}/ketamine`, {method: 'HEAD', headers})
    const [body = ''] = bodies
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
    expect(await head.text()).toBe('')
  })

  it('goes through all articles page by page, each once', async () => {
    const ids: string[] = []
    let cursor = ''
    do {
      const page = await jsonOf(await api.get(`${A}?limit=3&fields=title${cursor}`))
      ids.push(...array(page['articles']).map((each) => String(object(each)['id'])))
      const {nextCursor} = page
      cursor = typeof nextCursor === 'string' ? `&cursor=${nextCursor}` : ''
    } while (cursor !== '')
    const whole = await jsonOf(await api.get(`${A}?limit=100`))
    const all = array(whole['articles']).map((each) => String(object(each)['id']))
    expect(ids).toEqual(all)
    const listed = (await api.edition()).summaries.filter(
      ({retraction}) => retraction === undefined,
    )
    expect(ids.toSorted()).toEqual(listed.map(({id}) => id).toSorted())
    expect(ids.length).toBeGreaterThan(10)
    expect(whole['refused']).toEqual([])
  })

  it('gives the notice of the asked country', async () => {
    for (const [country, number] of [
      ['US', 'tel:988'],
      ['GB', 'tel:116123'],
    ] as const) {
      const {html} = await jsonOf(await api.get(`${A}/ketamine?country=${country}`))
      expect(String(html)).toContain(number)
      const markdown = await api.get(`${A}/ketamine?country=${country}`, {accept: 'text/markdown'})
      expect(await markdown.text()).toContain(number)
    }
  })

  it('says what a problem is, with its own address whatever the request says', async () => {
    const response = await api.get(`${A}/nothing?language=en`, {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    })
    expect(await jsonOf(response)).toEqual({
      type: `${PUBLIC_URL}/api/v1/problems#ARTICLE_UNKNOWN`,
      title: 'There is no such article for this key',
      status: 404,
      detail: expect.stringContaining('There is no article "nothing" in en.'),
      code: 'ARTICLE_UNKNOWN',
      instance: '/api/v1/articles/nothing',
    })
  })

  it('needs no key for the document, the page, health and metrics', async () => {
    const page = await api.ask('/api/v1/')
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('href="tel:988"')
    expect(html).toContain('/api/v1/notices/{country}/{language}')
    expect(html).toContain('id="RATE_LIMITED"')
    expect((await api.ask('/healthz')).status).toBe(200)
    expect((await api.ask('/readyz')).status).toBe(200)
    const metrics = await api.ask('/metrics')
    expect(await metrics.text()).toContain(
      'throwline_api_requests_total{route="article",status="200"}',
    )
    const outside = await api.ask('/metrics', {headers: {'x-forwarded-for': '203.0.113.9'}})
    expect(outside.status).toBe(403)
    for (const path of ['/api', '/api/', '/api/v1', '/api/v1/problems']) {
      const moved = await api.ask(path)
      expect([path, moved.status, moved.headers.get('location')]).toEqual([path, 308, '/api/v1/'])
    }
  })

  it('would see an answer that breaks it', async () => {
    const whole = object(JSON.parse(await (await api.get(`${A}/ketamine`)).text()))
    const headers = new Headers((await api.get(`${A}/ketamine`)).headers)
    const {crisisNotice: _lost, ...without} = whole
    const spoilt: readonly Response[] = [
      new Response(JSON.stringify(without), {headers}),
      new Response(JSON.stringify({...whole, more: 1}), {headers}),
      new Response(JSON.stringify({...whole, publishedAt: 'yesterday'}), {headers}),
      new Response(JSON.stringify(whole), {headers: {'content-type': 'application/json'}}),
      new Response(JSON.stringify(whole), {headers, status: 201}),
      new Response('x', {headers: {...headers, 'content-type': 'image/png'}}),
    ]
    for (const each of spoilt) expect(await contract('readArticle', each)).not.toEqual([])
    expect(await contract('nothing', new Response())).not.toEqual([])
  })
})
