/**
 * A rendered page never touches the network itself: every request of it goes the way of the audit's
 * own, with its limits and its refusal of private addresses.
 */
import type {BrowserContext, Page, Request, Route} from 'playwright-core'
import type {Fetched, Fetcher} from '../fetch/fetcher.ts'

/** Nothing in them tells whether words are seen. */
const UNNEEDED: readonly string[] = ['image', 'media', 'font', 'ping', 'cspviolationreport']

const MOST_REQUESTS = 200
const MOST_BYTES = 30_000_000

/** The browser must know them; the others speak of a connection that is not its own. */
const KEPT: readonly string[] = [
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'content-security-policy',
  'content-type',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
]

/** A proxy that is not there: what slips past the routes reaches nobody. */
export const NOWHERE = {server: 'http://127.0.0.1:9', bypass: '<-loopback>'} as const

const headersOf = ({headers}: Fetched): Record<string, string> =>
  Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

const fulfill = (route: Route, fetched: Fetched): Promise<void> =>
  route.fulfill({
    status: fetched.status,
    headers: headersOf(fetched),
    body: fetched.body,
  })

/** Not of a window that the page has opened; a navigation of one has no frame yet, and throws. */
const isOf = (page: Page, request: Request): boolean => {
  try {
    return request.frame().page() === page
  } catch {
    return false
  }
}

/** `first`: the page itself, which has been fetched. */
export const routeTraffic = async (
  context: BrowserContext,
  page: Page,
  fetcher: Fetcher,
  first: Fetched,
): Promise<void> => {
  let [requests, bytes] = [0, 0]
  const answer = async (route: Route): Promise<void> => {
    const request = route.request()
    const url = new URL(request.url())
    url.hash = ''
    const isFirst = request.isNavigationRequest() && url.href === first.url.href
    if (isFirst) return fulfill(route, first)
    const isAsked =
      request.method() === 'GET' &&
      !UNNEEDED.includes(request.resourceType()) &&
      isOf(page, request)
    if (!isAsked || ++requests > MOST_REQUESTS || bytes > MOST_BYTES) return route.abort()
    const {origin} = request.headers()
    const fetched = await fetcher.part(url, origin)
    bytes += fetched.body.length
    return fulfill(route, fetched)
  }
  await context.route('**/*', (route) =>
    // the page may be closed by the time its answer comes
    answer(route).catch(() => route.abort().catch(() => {})),
  )
  await context.routeWebSocket(/.*/, (socket) => socket.close())
}
