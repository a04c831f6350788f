/**
 * The partner API, health and metrics, in front of every framework: who asks, how much they asked, and, when
 * the very same was asked before and nothing has changed since, the bytes that answered then. Anything else
 * is for the routes.
 */
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {ChangeLog} from '../../delivery/changes/log.ts'
import type {KeyRing} from '../../delivery/partners/key-ring.ts'
import type {UsageCounter} from '../../delivery/partners/usage.ts'
import {ContentError} from '../../errors.ts'
import type {Newsroom} from '../site/newsroom.ts'
import {Doorman, type Visitor} from './doors/doorman.ts'
import {createQuotas} from './doors/quota.ts'
import {type Around, type Finished, finishBody, finishProblem} from './finish.ts'
import {HotAnswers} from './hot-answers.ts'
import {createMetrics} from './metrics.ts'
import {chooseEncoding} from './negotiate.ts'
import {openPages} from './open-pages.ts'
import type {Prepared} from './prepared.ts'
import {ApiProblem} from './problems.ts'
import {apiRoutes} from './routes.ts'

/** One answered request, without anything of who asked but the partner. */
export interface AccessEntry {
  readonly at: string
  readonly partner: string | null
  readonly route: string
  readonly status: number
  readonly bytes: number
  readonly ms: number
}

export interface ApiDesk {
  readonly newsroom: Newsroom
  readonly keys: KeyRing
  readonly usage: Pick<UsageCounter, 'add' | 'saw'>
  /** Without it there is no /changes. */
  readonly changes?: ChangeLog
  /** Origins whose pages may ask by script, of all partners. */
  readonly origins: () => Promise<ReadonlySet<string>>
  /** Where the server is reached, without a final slash. */
  readonly publicUrl: () => string
  /** Rejects when the database does not answer. */
  readonly ready: () => Promise<void>
  /** Lets others than this machine read /metrics. */
  readonly hasOpenMetrics?: boolean
  readonly onAccess?: (entry: AccessEntry) => void
  /** Called with what was asked for and could not be handed out, and why. */
  readonly onProblem: (problem: string) => void
  readonly onError: (error: unknown) => void
}

export interface Api {
  /** Whether the address is one of the API's. */
  owns(url: string | undefined): boolean
  handle(request: IncomingMessage, response: ServerResponse): void
}

const OWN = /^\/(?:api(?:[/?]|$)|(?:healthz|readyz|metrics)(?:\?|$))/

/** Letters of a path that a problem repeats. */
const URL_MAX = 1000

/** What metrics and the log call a path. */
const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1\/articles\/[^/?]+(?:\?|$)/, 'article'],
  [/^\/api\/v1\/articles(?:\?|$)/, 'articles'],
  [/^\/api\/v1\/helplines(?:\?|$)/, 'helplines'],
  [/^\/api\/v1\/notices\//, 'notice'],
  [/^\/api\/v1\/changes(?:\?|$)/, 'changes'],
]

const routeOf = (url: string): string =>
  ROUTES.find(([pattern]) => pattern.test(url))?.[1] ?? 'other'

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url

const one = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0]

/** Only these headers decide about a body, so only these are handed on. */
const HANDED_ON = [
  'accept',
  'accept-encoding',
  'if-none-match',
  'if-modified-since',
  'origin',
] as const

const requestOf = ({method = 'GET', headers}: IncomingMessage, url: string): Request => {
  const handed = HANDED_ON.flatMap((name): readonly [string, string][] => {
    const value = one(headers[name])
    return value === undefined ? [] : [[name, value]]
  })
  return new Request(`http://api.invalid${url}`, {method, headers: handed})
}

export const createApi = (desk: ApiDesk): Api => {
  const {newsroom, usage, publicUrl, onAccess, onError} = desk
  const routes = apiRoutes(desk.changes)
  const metrics = createMetrics()
  const doorman = new Doorman(desk.keys, createQuotas())
  const pages = openPages({...desk, metrics})
  let hot: HotAnswers | undefined

  const log = (
    route: string,
    {status, bytes}: Finished,
    began: number,
    visitor: Visitor | undefined,
  ): void => {
    const ms = performance.now() - began
    metrics.count(route, status, ms)
    if (visitor !== undefined) {
      usage.add({partnerId: visitor.partner.id, keyId: visitor.keyId, status})
    }
    onAccess?.({
      at: new Date().toISOString(),
      partner: visitor?.partner.id ?? null,
      route,
      status,
      bytes: bytes?.length ?? 0,
      ms: Math.round(ms * 1000) / 1000,
    })
  }

  const write = (
    {method}: IncomingMessage,
    response: ServerResponse,
    {status, headers, bytes}: Finished,
  ): void => {
    response.writeHead(status, headers)
    if (bytes === undefined || method === 'HEAD') response.end()
    else response.end(bytes)
  }

  const answerOf = async (
    request: IncomingMessage,
    url: string,
    visitor: Visitor,
  ): Promise<Finished> => {
    const {headers} = request
    const {partner, standing} = visitor
    const around: Around = {standing, scope: partner.scope, origin: one(headers.origin)}
    if (standing.isOver) {
      const problem = new ApiProblem('RATE_LIMITED', '', {
        headers: {'Retry-After': String(standing.reset)},
      })
      return finishProblem(problem, {publicUrl: publicUrl(), path: pathOf(url)}, around)
    }
    const edition = await newsroom.edition()
    if (hot?.edition !== edition) hot = new HotAnswers(edition)
    const own = hot
    const {accept = ''} = headers
    const known = own.get(visitor, accept, url)?.prepared
    if (known !== undefined) {
      const encoding = chooseEncoding(one(headers['accept-encoding']))
      const encoded = known.ready(encoding) ?? (await known.encoded(encoding))
      const conditions = {
        ifNoneMatch: headers['if-none-match'],
        ifModifiedSince: headers['if-modified-since'],
      }
      return finishBody(known, encoded, conditions, around)
    }
    const response = await routes.fetch(requestOf(request, url), {
      visitor,
      asking: {
        edition,
        scope: partner.scope,
        publicUrl: publicUrl(),
        onSeen: (cursor: number) => usage.saw(partner.id, cursor),
        onRefused: (id: string, error: Error) => {
          metrics.refused()
          // once an edition: whoever asks again and again fills no log
          if (own.isNews(id)) desk.onProblem(`${id}: ${error.message}`)
        },
      },
      onBody: (prepared: Prepared) => {
        own.set(visitor, accept, url, {prepared, route: routeOf(url)})
      },
      onFault: onError,
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    return {
      status: response.status,
      headers: [...response.headers].flat(),
      ...(bytes.length > 0 && {bytes}),
    }
  }

  /**
   * Without waiting for anything: who asks, the edition and the body are all known. On a loopback each await
   * that this saves is a hundredth of what the server answers in a second (bench/server.ts).
   */
  const answerAtOnce = (request: IncomingMessage, response: ServerResponse): boolean => {
    const {method, url, headers} = request
    if (url === undefined || (method !== 'GET' && method !== 'HEAD')) return false
    const edition = newsroom.standing()
    if (edition === undefined || hot?.edition !== edition || headers.origin !== undefined) {
      return false
    }
    const began = performance.now()
    const key = doorman.recall(request)
    if (key === undefined) return false
    const known = hot.get(key, headers.accept ?? '', url)
    const encoded = known?.prepared.ready(chooseEncoding(one(headers['accept-encoding'])))
    if (known === undefined || encoded === undefined) return false
    const conditions = {
      ifNoneMatch: headers['if-none-match'],
      ifModifiedSince: headers['if-modified-since'],
    }
    const visitor = doorman.welcome(key)
    const {standing} = visitor
    if (standing.isOver) return false
    const finished = finishBody(known.prepared, encoded, conditions, {standing})
    write(request, response, finished)
    log(known.route, finished, began, visitor)
    return true
  }

  const refusal = (error: unknown): ApiProblem => {
    if (error instanceof ApiProblem) return error
    onError(error)
    if (error instanceof ContentError) {
      return new ApiProblem('UNAVAILABLE', 'The site cannot be read.')
    }
    return new ApiProblem('UNAVAILABLE', '')
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const began = performance.now()
    const {url = '/', method = 'GET'} = request
    let visitor: Visitor | undefined
    let finished: Finished
    try {
      const open = await pages(request, pathOf(url))
      if (open !== undefined) finished = open
      else if (method !== 'GET' && method !== 'HEAD') {
        throw new ApiProblem('METHOD_UNKNOWN', '', {headers: {Allow: 'GET, HEAD, OPTIONS'}})
      } else {
        visitor = await doorman.admit(request)
        finished = await answerOf(request, url, visitor)
      }
    } catch (error) {
      const where = {publicUrl: publicUrl(), path: pathOf(url).slice(0, URL_MAX)}
      finished = finishProblem(refusal(error), where, {})
    }
    write(request, response, finished)
    log(routeOf(url), finished, began, visitor)
  }

  return Object.freeze({
    owns: (url: string | undefined) => url !== undefined && OWN.test(url),
    handle: (request: IncomingMessage, response: ServerResponse) => {
      if (answerAtOnce(request, response)) return
      answer(request, response).catch((error: unknown) => {
        onError(error)
        response.destroy()
      })
    },
  })
}
