/**
 * Malformed requests, and what must hold of every answer: no 5xx, no crash, no text of an article without its
 * notice. They go over a socket of our own, since no client of this machine would send some of them.
 */
import {connect} from 'node:net'
import fc from 'fast-check'

export interface RawAnswer {
  /** 0 when the connection ended without one. */
  readonly status: number
  readonly headers: string
  readonly body: string
}

/** Sends `octets` as they are and reads until the other side has ended. */
export const sendRaw = (port: number, octets: string): Promise<RawAnswer> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    const end = (): void => {
      socket.destroy()
      const text = Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')
      const [headers = '', ...rest] = text.split('\r\n\r\n')
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(headers) ?? []
      resolve({status: Number(status ?? 0), headers, body: rest.join('\r\n\r\n')})
    }
    socket.setTimeout(10_000, end)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', end)
    socket.on('close', end)
    socket.write(octets, 'latin1')
  })

const ODD = [
  '',
  ' ',
  '%',
  '%00',
  '%zz',
  '%2e%2e%2f',
  '../',
  '..%2f..%2fetc%2fpasswd',
  '%ff%fe',
  '\u00e9',
  '*',
  '{slug}',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e999',
  '9'.repeat(400),
  'a'.repeat(3000),
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '${7*7}',
  '%0d%0aset-cookie:%20a=b',
  'crisisNotice',
  'title',
  'US',
  'GB',
  'en',
  'es',
  'latest',
  'c1',
  'ketamine',
  '2026-11-01T00:00:00Z',
  '0000-00-00T00:00:00Z',
  'MjAyNi0xMS0wMVQwMDowMDowMFogYXJ0aWNsZS14',
] as const

/** As it may stand in a request line: no white space and no line break of its own. */
const wire = (text: string): string =>
  [...text]
    .map((each) =>
      /[\s\p{Cc}]|[^\p{ASCII}\p{Script=Latin}]/u.test(each) ? encodeURIComponent(each) : each,
    )
    .join('')

const piece = fc
  .oneof(
    {weight: 3, arbitrary: fc.constantFrom(...ODD)},
    {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 30})},
  )
  .map((text) => {
    try {
      return wire(text)
    } catch {
      // half a surrogate pair
      return '%ed%a0%80'
    }
  })

const PATHS = [
  '/api/v1/articles',
  '/api/v1/articles/ketamine',
  '/api/v1/helplines',
  '/api/v1/notices/US/en',
  '/api/v1/changes',
  '/api/v1/',
  '/api/v1/openapi.json',
  '/api',
  '/api/v1/../v1/articles',
  '//api/v1/articles',
  '/api//v1/articles/',
  '/healthz',
  '/readyz',
] as const

const path = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom(...PATHS)},
  {weight: 3, arbitrary: piece.map((each) => `/api/v1/articles/${each}`)},
  {weight: 2, arbitrary: fc.tuple(piece, piece).map(([a, b]) => `/api/v1/notices/${a}/${b}`)},
  {weight: 1, arbitrary: piece.map((each) => `/api/${each}`)},
  {weight: 1, arbitrary: piece.map((each) => `/${each}/api/v1/articles`)},
)

const NAMES = [
  'cursor',
  'limit',
  'modifiedSince',
  'topic',
  'topics',
  'language',
  'country',
  'fields',
  'since',
  'x',
  '',
  '__proto__',
  'fields[]',
] as const

/** Half of them as they should be: what is wrong with the others is then seen. */
const RIGHT = [
  'limit=5',
  'country=GB',
  'country=US',
  'language=en',
  'fields=title',
  'fields=html,text',
  'topic=anxiety',
  'modifiedSince=2026-01-01T00:00:00Z',
] as const

const parameter = fc.oneof(
  fc.constantFrom(...RIGHT),
  fc.tuple(fc.constantFrom(...NAMES), piece).map((pair) => pair.join('=')),
)

const query = fc.oneof(
  fc.constant(''),
  fc.array(parameter, {minLength: 1, maxLength: 3}).map((all) => `?${all.join('&')}`),
)

const HEADERS = [
  'Accept',
  'Accept-Encoding',
  'If-None-Match',
  'If-Modified-Since',
  'Origin',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Original-URL',
  'X-Rewrite-URL',
  'X-HTTP-Method-Override',
  'Range',
  'Cookie',
  'Forwarded',
  'Accept-Language',
] as const

/** With these the parser of node:http has the first word. */
const FRAMING = ['Content-Length', 'Transfer-Encoding', 'Expect'] as const

const VALUES = [
  '*/*',
  'text/html',
  'text/plain;q=1, */*;q=0',
  'text/markdown',
  'image/png',
  'gzip',
  'br;q=1, *;q=0',
  'identity;q=0',
  '*;q=0',
  ';;;q=q,,,',
  '"x", W/"y", *',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'not a date',
  'https://evil.example',
  'null',
  '/admin',
  '0',
  '5',
  '-1',
  'chunked',
  '100-continue',
  'bytes=0-1',
  'DELETE',
  'x'.repeat(5000),
] as const

const headerName = fc.oneof(
  {weight: 30, arbitrary: fc.constantFrom(...HEADERS)},
  {weight: 1, arbitrary: fc.constantFrom(...FRAMING)},
)

const headers = fc.array(fc.tuple(headerName, fc.constantFrom(...VALUES)), {maxLength: 3})

const ODD_METHODS = [
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'get',
  'FOO',
] as const

const method = fc.oneof(
  {weight: 5, arbitrary: fc.constant('GET')},
  {weight: 1, arbitrary: fc.constantFrom(...ODD_METHODS)},
)

const keys = (key: string) =>
  fc.oneof(
    {weight: 8, arbitrary: fc.constant([['Authorization', `Bearer ${key}`]])},
    {weight: 2, arbitrary: fc.constant([['X-Api-Key', key]])},
    {weight: 1, arbitrary: fc.constant([])},
    {weight: 1, arbitrary: piece.map((each) => [['Authorization', `Bearer ${each}`]])},
    {weight: 1, arbitrary: piece.map((each) => [['X-Api-Key', `${key}${each}`]])},
  )

const bodies = fc.constantFrom('', '', '', '', '', '', '{"a":', 'x'.repeat(2000), '\u0000\u0001')

/** Requests as they go over the wire. Each comes from an address of its own: too many wrong keys would be 429 alone. */
export const rawRequest = (key: string): fc.Arbitrary<string> =>
  fc
    .tuple(method, path, query, headers, keys(key), bodies, fc.integer({min: 0, max: 2 ** 31}))
    .map(([verb, where, asked, others, own, body, from]) =>
      [
        `${verb} ${where}${asked} HTTP/1.1`,
        'Host: localhost',
        'Connection: close',
        `X-Forwarded-For: 10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`,
        ...own.map(([name, value]) => `${name}: ${value}`),
        ...others.map(([name, value]) => `${name}: ${value}`),
        ...(body === '' ? [] : [`Content-Length: ${body.length}`]),
        '',
        body,
      ].join('\r\n'),
    )

/** Words of the example's articles that stand nowhere else. */
const WORDS = /ketamine (?:can|is|may|was)|esketamine/i
const NOTICE = /"crisisNotice"|tel:|988|116 123|112|911|999/

/** What is wrong with an answer; undefined when nothing is. */
export const faultOf = ({status, headers: head, body}: RawAnswer): string | undefined => {
  if (status >= 500) return `status ${status}`
  if (/^set-cookie:|^location: *(?:https?:)?\/\//im.test(head)) return `a header: ${head}`
  if (/evil\.example/.test(head.replace(/^access-control-allow-origin.*$/gim, ''))) {
    return `somebody else's address: ${head}`
  }
  const isPlain = !/^content-encoding:/im.test(head)
  if (isPlain && WORDS.test(body) && !NOTICE.test(body)) return 'text without a notice'
  return undefined
}
