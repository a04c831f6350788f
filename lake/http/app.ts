/** The lake's whole face: every request passes the guard, then its route; every failure is Sanity's JSON. */
import {Hono} from 'hono'
import {answerTo, ApiError} from './api-error.ts'
import type {LakeContext} from './context.ts'
import type {Guard} from './guard.ts'
import {json} from './json-answer.ts'
import {ListenHosts} from './listen-hosts.ts'
import {assetRoutes} from './routes/assets.ts'
import {constantRoutes} from './routes/constants.ts'
import {exportRoutes} from './routes/export.ts'
import {historyRoutes} from './routes/history.ts'
import {listenRoutes} from './routes/listen.ts'
import {mutateRoutes} from './routes/mutate.ts'
import {queryRoutes} from './routes/query.ts'
import {userRoutes} from './routes/users.ts'

const METHODS = 'GET,HEAD,POST,PUT,DELETE,OPTIONS'

/** Assets are found by their content's hash alone, as on Sanity's own servers: no token. */
const isPublic = (path: string): boolean =>
  /^\/(?:images|files)\//.test(path) || /^\/[^/]+\/ping$/.test(path)

const allow = (headers: Headers, origin: string, request: Request): void => {
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-allow-credentials', 'true')
  headers.set('vary', 'Origin')
  if (request.method !== 'OPTIONS') return
  headers.set('access-control-allow-methods', METHODS)
  headers.set('access-control-max-age', '600')
  const asked = request.headers.get('access-control-request-headers')
  if (asked !== null) headers.set('access-control-allow-headers', asked)
  if (request.headers.get('access-control-request-private-network') === 'true') {
    headers.set('access-control-allow-private-network', 'true')
  }
}

export const createApp = (lake: LakeContext, guard: Guard): Hono => {
  const app = new Hono()
  const hosts = new ListenHosts()

  app.onError((error) => {
    const {status, body} = answerTo(error)
    return json(body, status)
  })

  // outside of all else, so that refusals can be read by the pages that cause them too
  app.use(async (c, next) => {
    const origin = c.req.header('origin')
    const ticket = hosts.isTicket(c.req.header('host') ?? null)
    await next()
    const allowed = ticket ? origin : guard.allowedOrigin(origin)
    if (allowed === undefined) return
    c.res = new Response(c.res.body, c.res)
    allow(c.res.headers, allowed, c.req.raw)
  })

  app.use(async (c, next) => {
    guard.checkHost(c.req.header('host'))
    const isListen = /^\/[^/]+\/data\/listen\//.test(c.req.path)
    const isTicket = isListen && hosts.isTicket(c.req.header('host') ?? null)
    if (!isTicket) guard.checkOrigin(c.req.header('origin'))
    if (c.req.method === 'OPTIONS') return new Response(null, {status: 204})
    if (!isTicket && !isPublic(c.req.path)) guard.checkToken(c.req.header('authorization'))
    return next()
  })

  app.use('/:version/data/:what/:dataset/*', async (c, next) => {
    const asked = c.req.param('dataset')
    if (c.req.param('what') !== 'ping' && asked !== lake.dataset) {
      throw new ApiError(
        404,
        'Not Found',
        `Dataset ${JSON.stringify(asked)} not found: this Content Lake holds ${JSON.stringify(lake.dataset)}`,
      )
    }
    await next()
  })

  const routes = [
    queryRoutes(lake),
    mutateRoutes(lake),
    listenRoutes(lake, hosts),
    historyRoutes(lake),
    exportRoutes(lake),
    assetRoutes(lake),
    userRoutes(lake),
    constantRoutes(lake),
  ]
  for (const route of routes) app.route('/', route)

  app.all('/:version/socket/:dataset', () => {
    throw new ApiError(501, 'Not Implemented', 'The local Content Lake knows no presence')
  })
  app.notFound((c) => {
    throw new ApiError(
      404,
      'Not Found',
      `The local Content Lake does not serve ${c.req.method} ${c.req.path}`,
    )
  })
  return app
}
