/** Articles in frames of other sites: the frame, the element that makes one, and oEmbed. No cookies. */
import {type Context, Hono} from 'hono'
import {chooseEncoding} from '../api/negotiate.ts'
import {finishBody, toResponse} from '../api/finish.ts'
import {Prepared} from '../api/prepared.ts'
import {ContentError} from '../../errors.ts'
import type {Newsroom} from '../site/newsroom.ts'
import {ELEMENT_SCRIPT, ELEMENT_VERSION} from './element.ts'
import {findEmbed} from './embeds.ts'
import {oembedAnswer, oembedXml} from './oembed.ts'

export interface EmbedDesk {
  readonly newsroom: Newsroom
  /** Where the server is reached, without a final slash; the site's own address when absent. */
  readonly publicUrl?: () => string
  /** Called with what was asked for and could not be shown, and why. */
  readonly onProblem: (problem: string) => void
}

const script = (cacheControl: string): Prepared =>
  new Prepared(ELEMENT_SCRIPT, {
    type: 'text/javascript; charset=utf-8',
    surrogates: ['embed-element'],
    cacheControl,
    isPage: true,
  })

const NEWEST = script('public, max-age=3600')
const THIS_VERSION = script('public, max-age=31536000, immutable')

const FOR_ANYBODY = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const

const send = async (
  {req}: Context,
  prepared: Prepared,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => {
  const encoded = await prepared.encoded(chooseEncoding(req.header('accept-encoding')))
  const conditions = {
    ifNoneMatch: req.header('if-none-match'),
    ifModifiedSince: req.header('if-modified-since'),
  }
  const response = toResponse(finishBody(prepared, encoded, conditions, {}))
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  // the same for everybody: no key, no origin and no other kind of it is asked for
  response.headers.set('vary', 'Accept-Encoding')
  return response
}

const plain = (text: string, status: 404 | 501 | 503): Response =>
  new Response(text, {
    status,
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache'},
  })

export const embedRoutes = ({newsroom, publicUrl, onProblem}: EmbedDesk): Hono => {
  const routes = new Hono()

  routes.get('/embed/element.js', (context) => {
    const isThis = context.req.query('v') === ELEMENT_VERSION
    return send(context, isThis ? THIS_VERSION : NEWEST, FOR_ANYBODY)
  })

  routes.get('/embed/:slug', async (context) => {
    const {req} = context
    const request = {
      slug: req.param('slug'),
      country: req.query('country'),
      language: req.query('language'),
      theme: req.query('theme'),
    }
    const edition = await newsroom.edition()
    return send(context, await findEmbed(edition, request, onProblem), {
      // the rest of the policy stands in the page; this part is read in a header alone
      'content-security-policy': 'frame-ancestors *',
      'x-robots-tag': 'noindex',
    })
  })

  routes.get('/oembed', async ({req}) => {
    const format = req.query('format') ?? 'json'
    if (format !== 'json' && format !== 'xml') return plain('json and xml are there.\n', 501)
    const edition = await newsroom.edition()
    const request = {
      url: req.query('url') ?? '',
      maxWidth: req.query('maxwidth'),
      maxHeight: req.query('maxheight'),
      country: req.query('country'),
      theme: req.query('theme'),
    }
    const answer = oembedAnswer(edition, request, publicUrl?.() ?? edition.site.url)
    if (answer === undefined) return plain('No article of this site is at the url.\n', 404)
    const [type, body] =
      format === 'json'
        ? ['application/json; charset=utf-8', JSON.stringify(answer)]
        : ['text/xml; charset=utf-8', oembedXml(answer)]
    const headers = {...FOR_ANYBODY, 'content-type': type, 'cache-control': 'public, max-age=300'}
    return new Response(body, {headers})
  })

  routes.onError((error) => {
    if (!(error instanceof ContentError)) throw error
    return plain('The site cannot be shown yet.\n', 503)
  })
  return routes
}
