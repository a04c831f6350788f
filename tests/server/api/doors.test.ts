/** Keys, scopes, limits, origins, and what follows a change. */
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {partnersWhereabouts} from '../../../delivery/partners/whereabouts.ts'
import {type ApiUnderTest, openApiUnderTest} from './api-under-test.ts'
import {array, contractOf, jsonOf, object} from './contract.ts'

const A = '/api/v1/articles'

let api: ApiUnderTest

/** Opened once, but for tests that change what is published. */
beforeAll(async () => {
  api = await openApiUnderTest()
})

afterAll(() => api.close())

const bearer = (key: string) => ({headers: {authorization: `Bearer ${key}`}})

const codeOf = async (response: Response): Promise<unknown> => (await jsonOf(response))['code']

/** Asked again until the answer is as it should be: an edition follows within moments. */
const eventually = async (
  ask: () => Promise<Response>,
  isThere: (response: Response, text: string) => boolean,
): Promise<string> => {
  for (;;) {
    const response = await ask()
    const text = await response.text()
    if (isThere(response, text)) return text
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
}

describe('keys', () => {
  it('open by either header, and not when two differ', async () => {
    const [key, other] = [await api.key(), await api.key()]
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await api.ask(`${A}?limit=1`, {headers})).status
    expect(await status({authorization: `Bearer ${key}`})).toBe(200)
    expect(await status({authorization: `bearer  ${key}`})).toBe(200)
    expect(await status({'x-api-key': key})).toBe(200)
    expect(await status({'x-api-key': key, authorization: `Bearer ${key}`})).toBe(200)
    expect(await status({'x-api-key': key, authorization: `Bearer ${other}`})).toBe(401)
    expect(await status({authorization: key})).toBe(401)
    expect(await status({authorization: `Basic ${btoa(`x:${key}`)}`})).toBe(401)
    expect(await status({cookie: `key=${key}`})).toBe(401)
    expect((await api.ask(`${A}?key=${key}`)).status).toBe(401)
  })

  it('say how to log in, and give nothing away', async () => {
    const missing = await api.ask(`${A}/ketamine`)
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="api"')
    expect(missing.headers.get('cache-control')).toBe('no-store')
    const unknown = await api.ask(`${A}/nothing`)
    expect([missing.status, unknown.status]).toEqual([401, 401])
    expect(await codeOf(missing)).toBe('KEY_MISSING')
  })

  it('are dead within seconds once they are revoked', async () => {
    const key = await api.key({name: 'Leaving'})
    expect((await api.ask(A, bearer(key))).status).toBe(200)
    await api.partners.revoke('Leaving')
    const refused = await eventually(
      () => api.ask(A, bearer(key)),
      ({status}) => status === 401,
    )
    expect(refused).toContain('KEY_INVALID')
  })

  it('cannot be guessed for long from one address, and who was right lately is not kept out', async () => {
    const from = (address: string, key: string): Promise<Response> =>
      api.ask(A, {headers: {authorization: `Bearer ${key}`, 'x-forwarded-for': address}})
    const key = await api.key()
    expect((await from('203.0.113.7', key)).status).toBe(200)
    const guess = `tl_aaaaaaaaaaaa_${'A'.repeat(43)}`
    const statuses: number[] = []
    for (let each = 0; each < 25; each += 1)
      statuses.push((await from('203.0.113.7', guess)).status)
    expect(statuses).toEqual(Array.from({length: 25}, (_, index) => (index < 20 ? 401 : 429)))
    const limited = await from('203.0.113.7', guess)
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await codeOf(limited)).toBe('FAILURES_LIMITED')
    expect((await from('203.0.113.7', key)).status).toBe(200)
    expect((await from('203.0.113.8', guess)).status).toBe(401)
    // what somebody else wrote into the header counts for nothing
    expect((await from('203.0.113.9, 203.0.113.7', guess)).status).toBe(429)
  })
})

describe('a quota', () => {
  it('is told, and kept', async () => {
    const key = await api.key({perMinute: 3})
    const left: (string | null)[] = []
    for (let each = 0; each < 3; each += 1) {
      const response = await api.ask(`${A}?limit=1`, bearer(key))
      expect(response.headers.get('ratelimit-policy')).toBe('"minute";q=3;w=60')
      left.push(response.headers.get('ratelimit')?.replace(/t=\d+/, 't=N') ?? null)
    }
    expect(left).toEqual(['"minute";r=2;t=N', '"minute";r=1;t=N', '"minute";r=0;t=N'])
    const over = await api.ask(`${A}?limit=1`, bearer(key))
    expect(over.status).toBe(429)
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await codeOf(over)).toBe('RATE_LIMITED')
    expect((await api.get(`${A}?limit=1`)).status).toBe(200)
  })
})

describe('a scope', () => {
  const idsOf = async (key: string, query = ''): Promise<readonly string[]> => {
    const page = await jsonOf(await api.ask(`${A}?limit=100&fields=topics${query}`, bearer(key)))
    return array(page['articles']).map((each) => String(object(each)['id']))
  }

  it('of topics and languages opens their articles alone', async () => {
    const {summaries} = await api.edition()
    const key = await api.key({topics: ['anxiety'], languages: ['en']})
    const open = summaries.filter(
      ({topics, language, retraction}) =>
        topics.includes('anxiety') && language === 'en' && retraction === undefined,
    )
    const ids = await idsOf(key)
    expect(open.length).toBeGreaterThan(0)
    expect(ids.toSorted()).toEqual(open.map(({id}) => id).toSorted())
    const closed = summaries.find(({id}) => !ids.includes(id))
    const refused = await api.ask(`${A}/${closed?.slug}?language=${closed?.language}`, bearer(key))
    expect([refused.status, await codeOf(refused)]).toEqual([404, 'ARTICLE_UNKNOWN'])
    const changes = await jsonOf(await api.ask('/api/v1/changes', bearer(key)))
    const told = array(changes['changes']).map((each) => object(each)['id'])
    expect(told.every((id) => ids.includes(String(id)))).toBe(true)
    expect(told).toHaveLength(ids.length)
    // and with that it has everything that is for it
    await api.usage.flush()
    const whereabouts = await partnersWhereabouts(api.store)
    expect(whereabouts.flatMap(({api: followed}) => followed?.behind ?? [])).toEqual([0])
  })

  it('of countries has readers there alone, the first where none is named', async () => {
    const key = await api.key({countries: ['GB']})
    const article = await jsonOf(await api.ask(`${A}/ketamine`, bearer(key)))
    expect(String(article['text'])).toContain('116 123')
    for (const path of [
      `${A}/ketamine?country=US`,
      `${A}?country=US`,
      '/api/v1/helplines?country=US',
      '/api/v1/notices/US/en',
    ]) {
      const closed = await api.ask(path, bearer(key))
      expect([path, closed.status]).toEqual([path, 403])
      expect(await jsonOf(closed)).toMatchObject({code: 'COUNTRY_CLOSED', countries: ['GB']})
    }
  })

  it('never leaks into the answers of another key', async () => {
    const path = `${A}/ketamine`
    const [all, none] = [await api.key(), await api.key({topics: ['caregiving']})]
    expect((await api.ask(path, bearer(all))).status).toBe(200)
    expect((await api.ask(path, bearer(none))).status).toBe(404)
    expect((await api.ask(path, bearer(all))).status).toBe(200)
  })
})

describe('origins', () => {
  it('of the partner may read by script, others may not', async () => {
    const origin = 'https://clinic.example'
    const key = await api.key({origins: [origin]})
    const allowed = async (from: string): Promise<string | null> => {
      const headers = {authorization: `Bearer ${key}`, origin: from}
      return (await api.ask(A, {headers})).headers.get('access-control-allow-origin')
    }
    expect(await allowed(origin)).toBe(origin)
    expect(await allowed('https://evil.example')).toBe(null)
    expect(await allowed('null')).toBe(null)
    const before = async (from: string): Promise<Response> =>
      api.ask(A, {
        method: 'OPTIONS',
        headers: {origin: from, 'access-control-request-method': 'GET'},
      })
    const preflight = await before(origin)
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
    expect((await before('https://evil.example')).headers.get('access-control-allow-origin')).toBe(
      null,
    )
  })
})

describe('what changes', () => {
  let shared: ApiUnderTest

  beforeEach(async () => {
    shared = api
    api = await openApiUnderTest()
  })

  afterEach(async () => {
    await api.close()
    api = shared
  })

  it('a helpline is right in every kept answer with the next requests, under another tag', async () => {
    const paths = [`${A}/ketamine`, `${A}?limit=100`, '/api/v1/notices/US/en', '/api/v1/helplines']
    const tags = new Map<string, string>()
    for (const path of paths) tags.set(path, (await api.get(path)).headers.get('etag') ?? '')
    const latest = await jsonOf(await api.get('/api/v1/changes?since=latest'))
    const phone = {display: '989', dial: '989'}
    await api.editor.patch('helpline-us-988').set({phone}).commit()
    for (const path of paths) {
      await eventually(
        () => api.get(path, {'if-none-match': tags.get(path) ?? ''}),
        ({status}, text) => status === 200 && text.includes('tel:989') !== text.includes('tel:988'),
      )
    }
    const since = `/api/v1/changes?since=${String(latest['cursor'])}`
    const told = await eventually(
      () => api.get(since),
      (_, text) => text.includes('helpline-us-988'),
    )
    expect(told).toContain('"kind":"helplineChanged"')
  })

  it('a retracted article is gone with its notice, in every form, and listed no more', async () => {
    const contract = contractOf(await jsonOf(await api.ask('/api/v1/openapi.json')))
    const {summaries} = await api.edition()
    const id = summaries.find(({slug}) => slug === 'ketamine')?.id ?? ''
    const retraction = {_type: 'retraction', date: '2026-11-20', reason: 'The trial was made up.'}
    await api.editor.patch(id).set({retraction}).commit()
    await eventually(
      () => api.get(`${A}/ketamine`),
      ({status}) => status === 410,
    )
    for (const accept of ['application/json', 'text/html', 'text/plain', 'text/markdown']) {
      for (const query of ['', '?fields=title', '?country=GB']) {
        const response = await api.get(`${A}/ketamine${query}`, {accept})
        expect([accept, query, response.status]).toEqual([accept, query, 410])
        const text = await response.clone().text()
        expect(text).toContain(query === '?country=GB' ? '116 123' : '988')
        expect(text).toContain('The trial was made up.')
        expect(await contract('readArticle', response)).toEqual([])
      }
    }
    const page = await jsonOf(await api.get(`${A}?limit=100&fields=title`))
    expect(JSON.stringify(page)).not.toContain(id)
    await eventually(
      () => api.get('/api/v1/changes'),
      (_, text) => text.includes(`"kind":"retracted","id":"${id}"`),
    )
  })

  it('an article that cannot be shown is 503, named in lists, and the others stay', async () => {
    const {summaries} = await api.edition()
    const [first] = summaries
    if (first === undefined) throw new Error('There is no article')
    await api.editor.patch(first.id).set({authors: []}).commit()
    const path = `${A}/${first.slug}?language=${first.language}`
    await eventually(
      () => api.get(path),
      ({status}) => status === 503 || status === 404,
    )
    const page = await jsonOf(await api.get(`${A}?limit=100&fields=title`))
    expect(array(page['articles']).length).toBeGreaterThan(10)
  })
})

describe('an article of which not even a title can be read', () => {
  it('is named to whoever asks for everything, on the last page', async () => {
    const own = await openApiUnderTest()
    try {
      await own.editor.patch('article-sleep').set({title: 7}).commit()
      const ask = async (query: string) =>
        jsonOf(await own.get(`${A}?fields=title&limit=100${query}`))
      await eventually(
        () => own.get(`${A}?fields=title&limit=100`),
        (_response, text) => text.includes('{"id":"article-sleep","code":"CONTENT_INVALID"}'),
      )
      const first = await jsonOf(await own.get(`${A}?fields=title&limit=1`))
      expect(JSON.stringify(first['refused'])).not.toContain('article-sleep')
      expect(JSON.stringify((await ask('&language=en'))['refused'])).not.toContain('article-sleep')
      expect(own.problems.join('\n')).toContain('article-sleep')
    } finally {
      await own.close()
    }
  })
})

describe('what is kept of a request', () => {
  it('is partner, route, status, bytes and time: nothing of the reader', async () => {
    await api.get(`${A}/ketamine?fields=title`, {
      'user-agent': 'secret-agent',
      'x-forwarded-for': '203.0.113.9',
      referer: 'https://clinic.example/private',
    })
    const entry = api.accesses.at(-1)
    expect(Object.keys(entry ?? {})).toEqual(['at', 'partner', 'route', 'status', 'bytes', 'ms'])
    const text = JSON.stringify(api.accesses)
    for (const secret of ['203.0.113', 'secret-agent', 'clinic', 'ketamine', '127.0.0.1', '::1']) {
      expect(text).not.toContain(secret)
    }
  })

  it('is counted by day and status', async () => {
    const key = await api.key({name: 'Counting'})
    await api.ask(`${A}/ketamine`, bearer(key))
    await api.ask(`${A}/ketamine`, bearer(key))
    await api.ask(`${A}/nothing`, bearer(key))
    await api.usage.flush()
    const {usage, keys} = await api.partners.status('Counting', 2)
    expect(usage.map(({status, requests}) => [status, requests])).toEqual([
      [200, 2],
      [404, 1],
    ])
    expect(keys[0]?.lastUsedAt).toBeDefined()
  })
})
