/** The public site: what the newsroom has at an address. */
import {createHash} from 'node:crypto'
import {type Context, Hono} from 'hono'
import {ContentError, UnverifiedOutputError} from '../../errors.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import type {Newsroom} from './newsroom.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

const extensionOf = (path: string): string => /\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''

/** `/sleep/` is a folder; `/feed.xml` is a file. */
const artefactPath = (path: string): string =>
  `web${path.endsWith('/') ? `${path}index.html` : path}`

/** RFC 9110, section 13.1.2: compared weakly, since compressing makes a tag weak. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((each) => ['*', etag, `W/${etag}`].includes(each.trim()))

const send = (context: Context, output: VerifiedOutput, status: 200 | 404 | 503): Response => {
  if (!VerifiedOutput.is(output)) throw new UnverifiedOutputError()
  const {text, path} = output.output
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  context.header('content-type', TYPES[extensionOf(path)] ?? 'application/octet-stream')
  context.header('etag', etag)
  // asked for again each time, so that a new helpline is there at once; an unchanged page costs 304
  context.header('cache-control', 'no-cache')
  if (status === 200 && isKnown(context.req.header('if-none-match'), etag)) {
    return context.body(null, 304)
  }
  return context.body(text, status)
}

/** Somebody may have come to a wrong address for help: the answer carries the notice. */
const sendInstead = async (
  context: Context,
  newsroom: Newsroom,
  status: 404 | 503,
): Promise<Response> => {
  const page = await newsroom.find('web/404.html')
  if (page.kind === 'page') return send(context, page.output, status)
  return context.text('This page is not here.\n', status)
}

export const siteRoutes = (newsroom: Newsroom): Hono => {
  const routes = new Hono()

  routes.get('/assets/:name', async (context) => {
    const name = context.req.param('name')
    const type = IMAGE_TYPES[extensionOf(name)]
    const bytes = type === undefined ? undefined : await newsroom.asset(`assets/${name}`)
    if (bytes === undefined || type === undefined) return sendInstead(context, newsroom, 404)
    // the name is made of the content: another image has another name
    const headers = {'content-type': type, 'cache-control': 'public, max-age=31536000, immutable'}
    return context.body(Uint8Array.from(bytes), 200, headers)
  })

  routes.get('/*', async (context) => {
    const {path} = context.req
    const found = await newsroom.find(artefactPath(path))
    if (found.kind === 'page') return send(context, found.output, 200)
    if (found.kind === 'refused') return sendInstead(context, newsroom, 503)
    const folder = await newsroom.find(artefactPath(`${path}/`))
    if (folder.kind !== 'absent') return context.redirect(`${path}/`, 301)
    return sendInstead(context, newsroom, 404)
  })

  routes.onError((error, context) => {
    if (!(error instanceof ContentError)) throw error
    return context.text(`The site cannot be shown yet.\n\n${error.message}\n`, 503)
  })
  return routes
}
