/** Who may speak to the lake, and how much they may send. */
import {request} from 'node:http'
import {describe, expect, it} from 'vitest'
import {LakeError} from '../../errors.ts'
import {type Lake, startLake} from '../../lake/server.ts'
import {clientOf, folderForTest, lakeForTest, lakeWith, refusalOf} from './support.ts'

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | readonly string[]>
  readonly body: string
}

const QUERY = '/v1/data/query/production?query=count(*)'
const MUTATE = '/v1/data/mutate/production'
const CREATE = JSON.stringify({mutations: [{create: {_id: 'evil', _type: 'note'}}]})

/** Any header at all, which fetch would not send. */
const send = ({port}: Lake, {method = 'GET', path = QUERY, headers = {}, body}: Sent) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request({host: '127.0.0.1', port, path, method, headers}, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () =>
        resolve({status: answer.statusCode ?? 0, headers: answer.headers, body: text}),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

describe('host names', () => {
  it.for(['localhost', 'local.localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])(
    '%s is this machine',
    async (host) => {
      const lake = await lakeForTest()
      const answer = await send(lake, {headers: {host: `${host}:${lake.port}`}})
      expect(answer.status).toBe(200)
    },
  )

  it.for([
    'evil.example',
    'localhost.evil.example',
    'notlocalhost',
    '127.0.0.1.nip.example',
    '10.0.0.7',
  ])('%s is not: a page may have pointed it here', async (host) => {
    const lake = await lakeForTest()
    const answer = await send(lake, {headers: {host: `${host}:${lake.port}`}})
    expect(answer.status).toBe(421)
    expect(answer.body).not.toContain('result')
  })
})

describe('pages', () => {
  it.for([
    'http://localhost:4000',
    'http://studio.localhost',
    'http://127.0.0.1:1234',
    'https://[::1]:1',
  ])('of this machine may read and write: %s', async (origin) => {
    const lake = await lakeForTest()
    const answer = await send(lake, {method: 'POST', path: MUTATE, body: CREATE, headers: {origin}})
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        vary: expect.stringContaining('Origin'),
      },
    })
  })

  it.for([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://evil.example:3900',
    'null',
    'file://',
    'http://localhost@evil.example',
  ])('of elsewhere may do neither: %s', async (origin) => {
    const lake = await lakeForTest()
    const answer = await send(lake, {method: 'POST', path: MUTATE, body: CREATE, headers: {origin}})
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(await clientOf(lake).fetch('count(*)')).toBe(0)
    const preflight = await send(lake, {method: 'OPTIONS', headers: {origin}})
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('are told what they may send', async () => {
    const lake = await lakeForTest()
    const answer = await send(lake, {
      method: 'OPTIONS',
      path: MUTATE,
      headers: {
        origin: 'http://localhost:4000',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(answer).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-methods': expect.stringContaining('POST'),
        'access-control-allow-headers': 'authorization,content-type',
      },
    })
  })

  it('read refusals too', async () => {
    const lake = await lakeForTest()
    const answer = await send(lake, {
      path: '/v1/data/query/production?query=*[',
      headers: {origin: 'http://localhost:4000'},
    })
    expect(answer).toMatchObject({
      status: 400,
      headers: {'access-control-allow-origin': 'http://localhost:4000'},
    })
  })
})

describe('a token', () => {
  it('is asked of everybody, assets aside', async () => {
    const {lake, client} = await lakeWith([], {token: 'secret'})
    const error = await refusalOf(client.fetch('count(*)'))
    expect(error).toMatchObject({statusCode: 401})
    const wrong = await refusalOf(client.withConfig({token: 'secreT'}).fetch('count(*)'))
    expect(wrong).toMatchObject({statusCode: 401})
    expect(await client.withConfig({token: 'secret'}).fetch('count(*)')).toBe(0)
    expect((await send(lake, {path: '/v1/ping'})).status).toBe(200)
    expect((await send(lake, {path: '/images/local/production/x.png'})).status).toBe(404)
    expect((await send(lake, {path: '/v1/users/me'})).status).toBe(401)
  })

  it('lets pages of elsewhere in, which can do nothing without it', async () => {
    const {lake} = await lakeWith([], {token: 'secret'})
    const origin = 'https://studio.example'
    expect((await send(lake, {headers: {origin}})).status).toBe(401)
    const headers = {origin, authorization: 'Bearer secret'}
    expect(await send(lake, {headers})).toMatchObject({
      status: 200,
      headers: {'access-control-allow-origin': origin},
    })
  })

  it('is needed to listen elsewhere than on this machine', async () => {
    const data = await folderForTest()
    const error = await refusalOf(startLake({data, host: '0.0.0.0'}))
    expect(error).toBeInstanceOf(LakeError)
    expect(error).toMatchObject({code: 'LAKE_TOKEN_NEEDED'})
    const lake = await lakeForTest({data, host: '0.0.0.0', token: 'secret'})
    const headers = {host: 'newsroom.example', authorization: 'Bearer secret'}
    expect((await send(lake, {headers})).status).toBe(200)
  })
})

describe('bodies', () => {
  it('have a bound, said before and found out', async () => {
    const {lake, client} = await lakeWith([], {limits: {json: 1000, asset: 2000}})
    const long = JSON.stringify({mutations: [{create: {_type: 'note', text: 'x'.repeat(1000)}}]})
    const said = await send(lake, {method: 'POST', path: MUTATE, body: long})
    expect(said.status).toBe(413)
    expect(JSON.parse(said.body)).toMatchObject({
      statusCode: 413,
      error: 'Request Entity Too Large',
    })
    const unsaid = await send(lake, {
      method: 'POST',
      path: MUTATE,
      body: long,
      headers: {'transfer-encoding': 'chunked'},
    })
    expect(unsaid.status).toBe(413)
    const error = await refusalOf(client.assets.upload('file', Buffer.alloc(2001)))
    expect(error).toMatchObject({statusCode: 413})
    await client.assets.upload('file', Buffer.alloc(2000))
    expect(await client.fetch('*._type')).toEqual(['sanity.fileAsset'])
  })

  it.for([
    ['', 'not JSON'],
    ['{', 'not JSON'],
    ['[]', 'not a JSON object'],
    ['{}', 'needs a list of mutations'],
    ['{"mutations":[{"create":{"_type":"a"},"delete":{"id":"b"}}]}', 'A mutation is one of'],
    ['{"mutations":[{"constructor":{}}]}', 'A mutation is one of'],
    ['{"mutations":[null]}', 'A mutation is one of'],
    ['{"mutations":[{"delete":{}}]}', 'Neither id nor query'],
  ] as const)('%j is refused: %s', async ([body, message]) => {
    const lake = await lakeForTest()
    const answer = await send(lake, {method: 'POST', path: MUTATE, body})
    expect(answer.status).toBe(400)
    expect(answer.body).toContain(message)
  })

  it('nested beyond all content are refused, and the lake goes on', async () => {
    const {lake, client} = await lakeWith([])
    const nested = (depth: number): string =>
      `{"mutations":[{"create":{"_type":"note","a":${'['.repeat(depth)}${']'.repeat(depth)}}}]}`
    for (const depth of [300, 100_000]) {
      const answer = await send(lake, {method: 'POST', path: MUTATE, body: nested(depth)})
      expect(answer).toMatchObject({
        status: 400,
        body: expect.stringContaining('nested too deeply'),
      })
    }
    expect((await send(lake, {method: 'POST', path: MUTATE, body: nested(150)})).status).toBe(200)
    expect(await client.fetch('count(*)')).toBe(1)
  })

  it('cannot reach the prototype of all objects', async () => {
    const {lake, client} = await lakeWith([])
    const body =
      '{"mutations":[{"create":{"_id":"a","_type":"note","__proto__":{"polluted":1}}},{"patch":{"id":"a","set":{"__proto__.polluted":1,"constructor.prototype.polluted":1}}}]}'
    await send(lake, {method: 'POST', path: MUTATE, body})
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(await client.fetch('count(*)')).toBeLessThanOrEqual(1)
  })
})

describe('what is not served', () => {
  it('is said as Sanity would', async () => {
    const lake = await lakeForTest()
    expect(await send(lake, {path: '/v1/nothing'})).toMatchObject({
      status: 404,
      body: expect.stringContaining('does not serve GET /v1/nothing'),
    })
    const socket = await send(lake, {
      path: '/v1/socket/production',
      headers: {connection: 'Upgrade', upgrade: 'websocket'},
    })
    expect(socket).toMatchObject({status: 501, body: expect.stringContaining('presence')})
  })
})
