import {describe, expect, it} from 'vitest'
import {changeCursor} from '../../../delivery/changes/cursor.ts'
import {pageCursor, readChangeCursor, readPageCursor} from '../../../server/api/answers/cursor.ts'
import {isUnchanged} from '../../../server/api/conditional.ts'
import {createQuotas} from '../../../server/api/doors/quota.ts'
import {createMetrics} from '../../../server/api/metrics.ts'
import {chooseEncoding, chooseMedia} from '../../../server/api/negotiate.ts'
import {Prepared} from '../../../server/api/prepared.ts'

describe('Accept', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/*', 'text/html'],
    ['text/markdown', 'text/markdown'],
    ['TEXT/PLAIN', 'text/plain'],
    ['text/html;q=0.5, text/plain;q=0.6', 'text/plain'],
    ['text/html, application/json', 'application/json'],
    ['application/json;q=0, */*', 'text/html'],
    ['text/html;q=2', undefined],
    ['image/png', undefined],
    ['*/*;q=0', undefined],
    [';,;q', undefined],
  ])('%s is %s', (header, media) => {
    expect(chooseMedia(header)).toBe(media)
  })
})

describe('Accept-Encoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.6', 'gzip'],
    ['*', 'br'],
    ['identity', 'identity'],
    ['identity;q=1, br;q=0.5', 'identity'],
    ['identity;q=0', 'identity'],
    ['gzip;q=x', 'identity'],
  ])('%s is %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding)
    expect(chooseEncoding(header)).toBe(encoding)
  })
})

describe('cursors', () => {
  it('come back as they went', () => {
    const cursor = {publishedAt: '2026-11-01T00:00:00Z', id: 'article-x.y_z'}
    expect(readPageCursor(pageCursor(cursor))).toEqual(cursor)
    expect(readChangeCursor(changeCursor(41), 41)).toBe(41)
    expect(readChangeCursor(changeCursor(0), 0)).toBe(0)
  })

  it.each(['', 'x', 'c1', `${pageCursor({publishedAt: '2026-11-01T00:00:00Z', id: 'a'})}=`])(
    'of pages: %j is none',
    (text) => {
      expect(() => readPageCursor(text)).toThrow('not one of ours')
    },
  )

  it.each(['', '1', 'c', 'c01', 'C1', 'c-1', 'c1.5', 'c2', 'czzzzzzzzzzzz'])(
    'of changes: %j is none',
    (text) => {
      expect(() => readChangeCursor(text, 1)).toThrow('not one of ours')
    },
  )
})

describe('a prepared body', () => {
  const facts = {type: 'application/json', surrogates: ['article-x', 'a b\r\nc']}
  const long = JSON.stringify('word '.repeat(1000))

  it('has a tag for each encoding, and no line break in a header', async () => {
    const prepared = new Prepared(long, facts)
    expect(prepared.ready('br')).toBe(undefined)
    const all = await Promise.all(
      (['br', 'gzip', 'identity'] as const).map((encoding) => prepared.encoded(encoding)),
    )
    expect(new Set(all.map(({etag}) => etag)).size).toBe(3)
    expect(prepared.ready('br')).toBe(all[0])
    const headers = all[0]?.headers ?? []
    expect(headers.join()).not.toMatch(/[\r\n]/)
    expect(headers[headers.indexOf('Surrogate-Key') + 1]).toBe('article-x a_b__c')
  })

  it('that is short is not compressed', async () => {
    const {headers} = await new Prepared('{}', facts).encoded('br')
    expect(headers).not.toContain('Content-Encoding')
  })

  it('is unchanged since a time only when nothing else was there within its second', async () => {
    const prepared = new Prepared(long, facts)
    const encoded = await prepared.encoded('identity')
    const since = (ifModifiedSince: string): boolean =>
      isUnchanged({ifNoneMatch: undefined, ifModifiedSince}, prepared, encoded)
    const second = Math.floor(prepared.madeAt / 1000) * 1000
    expect(since(new Date(second - 1000).toUTCString())).toBe(false)
    expect(since('yesterday')).toBe(false)
    expect(since(new Date(second + 1e9).toUTCString())).toBe(false)
    const shown = Date.parse(prepared.lastModified(prepared.madeAt))
    expect(shown).toBeLessThanOrEqual(prepared.madeAt)
    const later = Date.parse(prepared.lastModified(prepared.madeAt + 5000))
    expect(later).toBeGreaterThanOrEqual(prepared.madeAt)
    // a tag that differs counts for more than a time
    const conditions = {ifNoneMatch: '"x"', ifModifiedSince: new Date(later).toUTCString()}
    expect(isUnchanged(conditions, prepared, encoded)).toBe(false)
  })
})

describe('a quota', () => {
  it('begins anew with each minute, for each partner on its own', () => {
    let now = 0
    const quotas = createQuotas(() => now)
    expect(quotas.take('a', 2)).toMatchObject({isOver: false, limit: '"minute";r=1;t=60'})
    now = 59_500
    expect(quotas.take('a', 2)).toMatchObject({isOver: false, limit: '"minute";r=0;t=1'})
    expect(quotas.take('a', 2)).toMatchObject({isOver: true, reset: 1})
    expect(quotas.take('b', 2).isOver).toBe(false)
    now = 60_000
    expect(quotas.take('a', 2).isOver).toBe(false)
  })
})

describe('metrics', () => {
  it('are what Prometheus reads: buckets that grow, and a sum', async () => {
    const metrics = createMetrics()
    metrics.count('article', 200, 0.4)
    metrics.count('article', 304, 3)
    metrics.count('article', 200, 9999)
    metrics.refused()
    const text = await metrics.text()
    for (const line of [
      'throwline_api_requests_total{route="article",status="200"} 2',
      'throwline_api_requests_total{route="article",status="304"} 1',
      'throwline_api_request_seconds_bucket{route="article",le="0.0005"} 1',
      'throwline_api_request_seconds_bucket{route="article",le="0.005"} 2',
      'throwline_api_request_seconds_bucket{route="article",le="+Inf"} 3',
      'throwline_api_request_seconds_count{route="article"} 3',
      'throwline_api_articles_refused_total 1',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    expect(text).toContain('process_cpu_user_seconds_total')
  })
})
