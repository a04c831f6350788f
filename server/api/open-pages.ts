/** What needs no key: the document, its reference page, health, metrics, and what browsers ask before scripts may. */
import type {IncomingMessage} from 'node:http'
import {isLoopback, senderAddress} from '../joining/network-address.ts'
import type {Edition} from '../site/edition.ts'
import type {Newsroom} from '../site/newsroom.ts'
import {apiDocument} from './document/document.ts'
import {type Finished, finishBody} from './finish.ts'
import type {Metrics} from './metrics.ts'
import {chooseEncoding} from './negotiate.ts'
import {Prepared} from './prepared.ts'
import {referenceOutput} from './reference/reference-page.ts'

export interface OpenPagesDesk {
  readonly newsroom: Newsroom
  readonly metrics: Metrics
  readonly origins: () => Promise<ReadonlySet<string>>
  readonly publicUrl: () => string
  readonly ready: () => Promise<void>
  readonly hasOpenMetrics?: boolean
  readonly onError: (error: unknown) => void
}

type Page = (request: IncomingMessage) => Promise<Finished>

const plain = (
  status: number,
  text: string,
  headers: readonly string[] = ['Content-Type', 'text/plain; charset=utf-8'],
): Finished => {
  const bytes = Buffer.from(text)
  return {
    status,
    headers: [...headers, 'Content-Length', String(bytes.length), 'Cache-Control', 'no-store'],
    bytes,
  }
}

const moved = (path: string): Finished => ({
  status: 308,
  headers: ['Location', path, 'Content-Length', '0', 'Cache-Control', 'public, max-age=3600'],
})

interface Made {
  readonly publicUrl: string
  readonly page: Promise<Prepared>
  readonly document: Prepared
}

const ALLOWED = 'Authorization, X-Api-Key, If-None-Match, If-Modified-Since'

/** Resolves to undefined for what needs a key. */
export const openPages = (
  desk: OpenPagesDesk,
): ((request: IncomingMessage, path: string) => Promise<Finished | undefined>) => {
  const {newsroom, metrics, onError} = desk
  const made = new WeakMap<Edition, Made>()

  const makePage = async (
    edition: Edition,
    document: ReturnType<typeof apiDocument>,
  ): Promise<Prepared> => {
    const {site} = edition
    const output = await edition.compose(site.defaultCountry, (publication) =>
      referenceOutput(publication, document),
    )
    return Prepared.verified(output, {
      type: 'text/html; charset=utf-8',
      surrogates: ['reference', 'site'],
      cacheControl: 'no-cache',
      isPage: true,
    })
  }

  const makeAll = (edition: Edition): Made => {
    const publicUrl = desk.publicUrl()
    const known = made.get(edition)
    if (known?.publicUrl === publicUrl) return known
    const document = apiDocument({siteName: edition.site.name, publicUrl})
    const now = {
      publicUrl,
      page: makePage(edition, document),
      document: new Prepared(JSON.stringify(document), {
        type: 'application/json',
        surrogates: ['reference', 'site'],
      }),
    }
    made.set(edition, now)
    now.page.catch(() => made.delete(edition))
    return now
  }

  const send = async ({headers}: IncomingMessage, prepared: Prepared): Promise<Finished> => {
    const accepted = headers['accept-encoding']
    const encoded = await prepared.encoded(
      chooseEncoding(Array.isArray(accepted) ? accepted.join() : accepted),
    )
    const conditions = {
      ifNoneMatch: headers['if-none-match'],
      ifModifiedSince: headers['if-modified-since'],
    }
    return finishBody(prepared, encoded, conditions, {})
  }

  const pages: ReadonlyMap<string, Page> = new Map<string, Page>([
    ['/healthz', async () => plain(200, 'ok\n')],
    [
      '/readyz',
      async () => {
        try {
          await newsroom.edition()
          await desk.ready()
          return plain(200, 'ready\n')
        } catch (error) {
          onError(error)
          return plain(503, 'not ready\n')
        }
      },
    ],
    [
      '/metrics',
      async (request) => {
        const isAllowed = desk.hasOpenMetrics === true || isLoopback(senderAddress(request))
        if (!isAllowed) return plain(403, 'Only this machine may read this.\n')
        return plain(200, await metrics.text(), ['Content-Type', metrics.contentType])
      },
    ],
    [
      '/api/v1/openapi.json',
      async (request) => {
        const finished = await send(request, makeAll(await newsroom.edition()).document)
        return {...finished, headers: [...finished.headers, 'Access-Control-Allow-Origin', '*']}
      },
    ],
    ['/api/v1/', async (request) => send(request, await makeAll(await newsroom.edition()).page)],
    ['/api', async () => moved('/api/v1/')],
    ['/api/', async () => moved('/api/v1/')],
    ['/api/v1', async () => moved('/api/v1/')],
    // `type` of a problem leads here, and browsers keep the fragment
    ['/api/v1/problems', async () => moved('/api/v1/')],
  ])

  /** Before a script may send a key (Fetch, "CORS-preflight request"); whose key it will be nobody knows yet. */
  const preflight = async ({headers: {origin}}: IncomingMessage): Promise<Finished> => {
    const isPartners = origin !== undefined && (await desk.origins()).has(origin)
    const headers = ['Allow', 'GET, HEAD, OPTIONS', 'Vary', 'Origin']
    const allowed = [
      'Access-Control-Allow-Origin',
      origin ?? '',
      'Access-Control-Allow-Methods',
      'GET, HEAD',
      'Access-Control-Allow-Headers',
      ALLOWED,
      'Access-Control-Max-Age',
      '600',
    ]
    return {status: 204, headers: isPartners ? [...headers, ...allowed] : headers}
  }

  return async (request, path) => {
    const {method} = request
    if (method === 'OPTIONS') return preflight(request)
    if (method !== 'GET' && method !== 'HEAD') return undefined
    return pages.get(path)?.(request)
  }
}
