/** Everything that answers on the one public port. */
import {createServer, type RequestListener} from 'node:http'
import {getRequestListener} from '@hono/node-server'
import {compress} from 'hono/compress'
import {HTTPException} from 'hono/http-exception'
import {Hono} from 'hono'
import {ListenError} from '../errors.ts'
import {type HookDesk, hookRoutes} from './hooks/hook-routes.ts'
import {type InboundDesk, inboundRoutes} from './inbound/inbound-routes.ts'
import {type ApiDesk, createApi} from './api/api.ts'
import {type EmbedDesk, embedRoutes} from './embed/embed-routes.ts'
import {type JoiningDesk, joiningRoutes} from './joining/joining-routes.ts'
import {type OutboxDesk, outboxRoutes} from './outbox/outbox-routes.ts'
import {endSilence, type Patience, PATIENCE, requestLimits} from './patience.ts'
import type {Newsroom} from './site/newsroom.ts'
import {siteRoutes} from './site/site-routes.ts'
import {type ServedStudio, studioRoutes} from './studio/studio-routes.ts'

export interface ServerOptions {
  readonly newsroom: Newsroom
  /** Without it there is no partner API. */
  readonly api?: Omit<ApiDesk, 'newsroom' | 'onError'>
  /** Without it nobody can sign up. */
  readonly joining?: JoiningDesk
  /** Without it nobody can report what became of a message. */
  readonly inbound?: InboundDesk
  /** Without it a Sanity project can report nothing. */
  readonly hooks?: HookDesk
  /** Where there is a real way out, there is no outbox. */
  readonly outbox?: OutboxDesk
  /** Without it there is no /studio. */
  readonly studio?: ServedStudio
  /** 0 takes any free port. */
  readonly port: number
  /** The loopback when absent. */
  readonly host?: string
  /** With slow clients. */
  readonly patience?: Patience
  /** Called with what should not have happened. */
  readonly onError: (error: unknown) => void
}

export interface RunningServer {
  /** `http://localhost:4000`, without a final slash. */
  readonly url: string
  /** Takes no new requests and lets those under way end. */
  close(): Promise<void>
}

/** Milliseconds for answers under way when the server closes. */
const GRACE = 1000

/** Where frames are found, and who is told of those that cannot be shown. */
const embedding = ({api, onError}: ServerOptions): Omit<EmbedDesk, 'newsroom'> => ({
  onProblem: api?.onProblem ?? onError,
  ...(api !== undefined && {publicUrl: api.publicUrl}),
})

const appOf = (options: ServerOptions): Hono => {
  const {newsroom, joining, inbound, hooks, outbox, studio, onError} = options
  const app = new Hono()
  app.use(compress())
  app.use(async (context, next) => {
    await next()
    context.header('x-content-type-options', 'nosniff')
    // the rest of a body that is too large is not read: nothing more can come on this connection
    if (context.res.status === 413) context.header('connection', 'close')
    context.header('referrer-policy', 'no-referrer')
  })
  if (studio !== undefined) {
    app.get('/studio', (context) => context.redirect('/studio/', 301))
    app.route('/studio', studioRoutes(studio))
  }
  if (outbox !== undefined) {
    app.get('/outbox', (context) => context.redirect('/outbox/', 301))
    app.route('/', outboxRoutes(outbox))
  }
  // before the forms, whose limit of a body is theirs alone
  if (inbound !== undefined) app.route('/', inboundRoutes(inbound))
  if (hooks !== undefined) app.route('/', hookRoutes(hooks))
  if (joining !== undefined) app.route('/', joiningRoutes(joining))
  app.route('/', embedRoutes({newsroom, ...embedding(options)}))
  app.route('/', siteRoutes(newsroom))
  app.all('/*', (context) =>
    context.text('Only GET and HEAD work here.\n', 405, {allow: 'GET, HEAD'}),
  )
  app.onError((error, context) => {
    // the visitor's fault, such as a form that is too large
    if (error instanceof HTTPException) return error.getResponse()
    onError(error)
    return context.text('Something went wrong on our side. Please try again.\n', 500)
  })
  return app
}

const listenerOf = (options: ServerOptions): RequestListener => {
  const {newsroom, onError} = options
  const rest = getRequestListener(appOf(options).fetch)
  if (options.api === undefined) return rest
  const api = createApi({...options.api, newsroom, onError})
  return (request, response) => {
    if (api.owns(request.url)) api.handle(request, response)
    else void rest(request, response)
  }
}

/** Throws ListenError when the port cannot be had. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const {port, host = '127.0.0.1', patience = PATIENCE} = options
  const server = createServer(requestLimits(patience), listenerOf(options))
  endSilence(server, patience)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new ListenError({host, port, cause: error})))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return Object.freeze({
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), GRACE).unref()
      }),
  })
}
