/**
 * The partner API over a PublisherModel, on a real port: what the contract says, and every way in which
 * a network is worse. The real one is held to the same mirror in mirror-newsroom.test.ts.
 */
import {createHash} from 'node:crypto'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {gzipSync} from 'node:zlib'
import type {PartnerArticle} from '../../client/index.ts'
import type {PublisherModel} from './publisher-model.ts'

export const KEY = 'tl_partner_secret'

/** What happens to a request instead of an answer; given once. */
export type Mishap = (request: IncomingMessage, response: ServerResponse) => void

export interface TestApi {
  readonly url: string
  /** Every request that came: method, path with query, headers. */
  readonly requests: readonly {
    readonly path: string
    readonly headers: NodeJS.Dict<string | string[]>
  }[]
  /** The next requests meet these, one each. */
  readonly mishaps: Mishap[]
  /** Called when a request comes, before it is answered. */
  onRequest: () => void
  /** Changes an answer after it was made. */
  spoil: (path: string, body: unknown) => unknown
  stop(): Promise<void>
  start(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

const ALWAYS = ['id', 'slug', 'language', 'url', 'revision', 'crisisNotice', 'attribution']

const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: {
    type: `https://health.example/api/v1/problems#${code}`,
    title: code,
    status,
    detail: 'Why.',
    code,
    ...more,
  },
})

const withFields = (article: PartnerArticle, fields: string | null): unknown => {
  const asked = new Set([...ALWAYS, ...(fields ?? '').split(',')])
  return fields === null
    ? article
    : Object.fromEntries(Object.entries(article).filter(([name]) => asked.has(name)))
}

export const refuse =
  (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Mishap =>
  (_request, response) => {
    response.writeHead(status, {'content-type': 'application/problem+json', ...headers})
    response.end(JSON.stringify(problem(status, code).body))
  }

export const cut: Mishap = (request) => {
  request.socket.destroy()
}

/** Half of an answer, then nothing. */
export const tear: Mishap = (_request, response) => {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': '5000'})
  response.write('{"articles": [')
  setTimeout(() => response.destroy(), 5)
}

const answer = (model: PublisherModel, url: URL): Answer => {
  const query = url.searchParams
  const country = query.get('country') ?? 'US'
  const [, , , kind = '', first = '', second = ''] = url.pathname.split('/')
  if (kind === 'changes') {
    const since = query.get('since')
    const newest = model.log.at(-1)?.cursor ?? '0'
    if (since === 'latest') return {status: 200, body: {changes: [], cursor: newest, isAll: true}}
    const at =
      since === null || since === '0' ? 0 : model.log.findIndex(({cursor}) => cursor === since) + 1
    if (at === 0 && since !== null && since !== '0') return problem(400, 'CURSOR_INVALID')
    const changes = model.log.slice(at, at + Number(query.get('limit') ?? 3))
    const isAll = at + changes.length === model.log.length
    return {status: 200, body: {changes, cursor: changes.at(-1)?.cursor ?? since ?? '0', isAll}}
  }
  if (!model.hasCountry(country)) return problem(422, 'NOTICE_MISSING')
  if (kind === 'helplines') {
    const crisisNotice = model.notice(country, 'en')
    const helplines = (crisisNotice?.helplines ?? []).map((line) => ({
      ...line,
      id: 'helpline-a',
      topics: ['suicide'],
      verifiedAt: '2026-11-01',
      sourceUrl: null,
    }))
    return {status: 200, body: {crisisNotice, helplines}}
  }
  if (kind === 'notices') {
    const crisisNotice = model.notice(first, second)
    if (crisisNotice === undefined) return problem(422, 'NOTICE_MISSING')
    return {status: 200, body: {crisisNotice, country: first, language: second, revision: 'r'}}
  }
  const language = query.get('language')
  if (first !== '') {
    const piece = [...model.pieces.values()].find(
      ({slug, language: own}) => slug === decodeURIComponent(first) && own === (language ?? 'en'),
    )
    if (piece === undefined) return problem(404, 'ARTICLE_UNKNOWN')
    const crisisNotice = model.notice(country, piece.language)
    if (crisisNotice === undefined) return problem(422, 'NOTICE_MISSING')
    if (piece.isRetracted) return problem(410, 'ARTICLE_RETRACTED', {crisisNotice})
    const article = model.article(piece, country)
    if (article === undefined) return problem(503, 'ARTICLE_REFUSED')
    return {status: 200, body: withFields(article, query.get('fields'))}
  }
  const topics = query.get('topic')?.split(',')
  const all = model
    .standing()
    .filter((piece) => language === null || piece.language === language)
    .filter((piece) => topics === undefined || topics.some((topic) => piece.topics.includes(topic)))
  const [time, id] = (query.get('cursor') ?? '').split(' ')
  const after = all.filter(
    (piece) =>
      id === undefined ||
      time === undefined ||
      piece.publishedAt < time ||
      (piece.publishedAt === time && piece.id > id),
  )
  // pages shorter than was asked for, so that a few articles make many
  const page = after.slice(0, Math.min(Number(query.get('limit') ?? 20), 7))
  const last = page.at(-1)
  const made = page.map((piece) => ({piece, article: model.article(piece, country)}))
  return {
    status: 200,
    body: {
      articles: made.flatMap(({article}) =>
        article === undefined ? [] : [withFields(article, query.get('fields'))],
      ),
      nextCursor:
        last === undefined || page.length === after.length
          ? null
          : `${last.publishedAt} ${last.id}`,
      refused: made
        .filter(({article}) => article === undefined)
        .map(({piece}) => ({
          id: piece.id,
          code: piece.isBroken ? 'CONTENT_INVALID' : 'NOTICE_MISSING',
        })),
    },
  }
}

export const startTestApi = async (model: PublisherModel): Promise<TestApi> => {
  const requests: {path: string; headers: NodeJS.Dict<string | string[]>}[] = []
  const mishaps: Mishap[] = []
  let port = 0
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? ''
    requests.push({path, headers: request.headers})
    api.onRequest()
    const mishap = mishaps.shift()
    if (mishap !== undefined) return mishap(request, response)
    if (request.headers.authorization !== `Bearer ${KEY}`) {
      return refuse(401, 'KEY_INVALID')(request, response)
    }
    const {status, body} = answer(model, new URL(path, 'http://localhost'))
    const text = JSON.stringify(api.spoil(path, body))
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
    if (status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304, {etag})
      response.end()
      return undefined
    }
    const type = status === 200 ? 'application/json' : 'application/problem+json'
    response.writeHead(status, {
      'content-type': type,
      'content-encoding': 'gzip',
      ...(status === 200 && {etag}),
    })
    response.end(gzipSync(text))
    return undefined
  }
  let server = createServer(handle)
  const api: TestApi = {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    requests,
    mishaps,
    onRequest: () => undefined,
    spoil: (_path, body) => body,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
    start: async () => {
      server = createServer(handle)
      await new Promise<void>((resolve) => {
        server.listen(port, '127.0.0.1', resolve)
      })
      const address: AddressInfo | string | null = server.address()
      port = typeof address === 'object' && address !== null ? address.port : port
    },
  }
  await api.start()
  return api
}
