/** Answers that are no page to read. */
import type {Fetched} from './fetch/fetcher.ts'
import type {Verdict} from './result.ts'

export interface NotPage {
  readonly verdict: Extract<Verdict, 'gone' | 'unreachable'>
  readonly message: string
}

const HOME = /^\/(?:index\.\w+|home)?$/i

const siteOf = ({hostname}: URL): string => hostname.replace(/^www\./, '')

/** Many sites answer so for a page that they have taken down. */
const isHome = (asked: URL, reached: URL): boolean =>
  !HOME.test(asked.pathname) && HOME.test(reached.pathname) && siteOf(asked) === siteOf(reached)

const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i

/** `undefined` when there is a page. */
export const notPage = (asked: URL, {url, status, headers}: Fetched): NotPage | undefined => {
  if (status === 404 || status === 410) {
    return {verdict: 'gone', message: `It answers ${status}: the page is no longer there`}
  }
  if (status < 200 || status >= 300) {
    return {verdict: 'unreachable', message: `It answers ${status}`}
  }
  if (isHome(asked, url)) {
    return {verdict: 'gone', message: `Its address leads to the home page, ${url.href}`}
  }
  const type = headers['content-type']
  if (type !== undefined && !HTML.test(type.trim())) {
    return {verdict: 'unreachable', message: `It is ${type.replace(/;.*/, '')}, not a web page`}
  }
  return undefined
}
