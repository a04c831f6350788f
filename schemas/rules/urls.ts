/** Rules for addresses. */
import {advise, type Verdict} from '../verdict.ts'

/** Characters that no address holds unencoded (RFC 3986, appendix A), and invisible ones. */
const UNSAFE = /[\s"<>\\^`{|}\p{Cc}\p{Cf}]/u

const parse = (text: string): URL | undefined =>
  !UNSAFE.test(text) && URL.canParse(text) ? new URL(text) : undefined

const hasPlainHost = (url: URL): boolean =>
  url.hostname !== '' && url.username === '' && url.password === ''

export const httpsUrl = (text: string | undefined): Verdict => {
  if (text === undefined || text === '') return true
  const url = parse(text)
  return url?.protocol === 'https:' && hasPlainHost(url)
    ? true
    : advise('Copy the whole address from the browser; it starts with https:// and has no spaces.')
}

export const httpsOrigin = (text: string | undefined): Verdict => {
  if (text === undefined || text === '') return true
  const url = parse(text)
  const isOrigin =
    url?.protocol === 'https:' &&
    hasPlainHost(url) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  return isOrigin
    ? true
    : advise(
        'Write only the start of the address, such as https://health.example, and nothing after it.',
      )
}

/** A line break could smuggle a header into the message that the link opens. */
const ENCODED_BREAK = /%0[ad]/i

const isNumber = (url: URL): boolean => /^\+?[\d().-]+$/.test(url.pathname)

const LINKS: ReadonlyMap<string, (url: URL) => boolean> = new Map([
  ['https:', hasPlainHost],
  ['http:', hasPlainHost],
  ['mailto:', (url: URL) => url.pathname.includes('@') && !ENCODED_BREAK.test(url.href)],
  ['tel:', isNumber],
  ['sms:', (url: URL) => isNumber(url) && !ENCODED_BREAK.test(url.href)],
])

/** https, http, mailto, tel, sms, or a page of this site from `/`. */
export const linkTarget = (text: string | undefined): Verdict => {
  if (text === undefined || text === '') return true
  const isPage = /^\/(?!\/)/.test(text) && !UNSAFE.test(text)
  const url = parse(text)
  const isLink = url !== undefined && LINKS.get(url.protocol)?.(url) === true
  return isPage || isLink
    ? true
    : advise(
        'Link to an address that starts with https://, to mailto:, tel: or sms: and what follows, or to a page of this site that starts with /.',
      )
}
