/** Readers of addresses. */
import {refusesHidden} from './codes.ts'
import {type Reader, reportType} from './reader.ts'

/** Characters that no address holds unencoded (RFC 3986, appendix A), and the backslash, which browsers read as a slash. */
const UNSAFE = /["<>\\^`{|}]/

const parse = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

const isPlain = (url: URL): boolean =>
  url.hostname !== '' && url.username === '' && url.password === ''

/** As typed when it is ASCII, percent-encoded when not. */
const encoded = (text: string): string =>
  /^[\u{21}-\u{7e}]*$/u.test(text) ? text : (parse(text)?.href ?? text)

export const httpsUrl: Reader<string> = (value, place) => {
  if (typeof value !== 'string') {
    reportType(value, place, 'an https address')
    return ''
  }
  if (refusesHidden(value, place)) return ''
  const url = parse(value)
  if (url?.protocol === 'https:' && isPlain(url) && !UNSAFE.test(value)) return encoded(value)
  place.report(
    'INVALID_URL',
    `${JSON.stringify(value.slice(0, 120))} is not an https address. Enter one that starts with https://.`,
  )
  return ''
}

/** `https://health.example`, given back without a final slash. */
export const httpsOrigin: Reader<string> = (value, place) => {
  const url = parse(httpsUrl(value, place))
  if (url === undefined) return ''
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    place.report(
      'INVALID_URL',
      `${url.href.slice(0, 120)} is more than an origin. Enter only ${url.origin}.`,
    )
  }
  return url.origin
}

const hasHost = (url: URL): boolean => isPlain(url)

/** A header could be smuggled into the message that the link opens. */
const ENCODED_BREAK = /%0[ad]/i

/** Protocol → what else such a link must be. */
const LINKS: ReadonlyMap<string, (url: URL) => boolean> = new Map([
  ['https:', hasHost],
  ['http:', hasHost],
  ['mailto:', ({href, pathname}: URL) => pathname.includes('@') && !ENCODED_BREAK.test(href)],
  ['tel:', ({pathname}: URL) => /^\+?[\d().-]+$/.test(pathname)],
  ['sms:', ({href, pathname}: URL) => /^\+?[\d().-]+$/.test(pathname) && !ENCODED_BREAK.test(href)],
])

/** Characters of an address that need no thought after its host. */
const REST = String.raw`[!#-;=?-[\]_a-z~]*`

/**
 * A path of the site, or a named host and a path: what `linkHref` gives back as it is. A label that
 * begins with xn-- may be no name at all, and one of digits at the end is a number: neither is here.
 */
const PLAIN_HREF = new RegExp(
  String.raw`^(?:https?://(?:(?!xn--)[a-z0-9-]+\.)+(?!xn--)[a-z]{2,}/|/(?!/))${REST}$`,
)

/** Undefined for an address that has to be looked at, though most of those are as good. */
export const plainHref = (value: unknown): string | undefined =>
  typeof value === 'string' && PLAIN_HREF.test(value) ? value : undefined

const NOT_ASCII = /[^\u{21}-\u{7e}]+/gu

const isSitePath = (text: string): boolean => /^\/(?!\/)/.test(text)

/** https, http, mailto, tel, sms, or a path from `/`. */
export const linkHref: Reader<string> = (value, place) => {
  if (typeof value !== 'string') {
    reportType(value, place, 'an address')
    return ''
  }
  if (refusesHidden(value, place)) return ''
  if (isSitePath(value) && !UNSAFE.test(value)) return value.replace(NOT_ASCII, encodeURIComponent)
  const url = parse(value)
  if (url !== undefined && !UNSAFE.test(value)) {
    const valid = LINKS.get(url.protocol)
    if (valid?.(url) === true) return encoded(value)
    if (valid !== undefined) {
      place.report(
        'INVALID_URL',
        `${JSON.stringify(value.slice(0, 120))} is not a complete address. Enter it as you would type it into a browser or phone.`,
      )
      return ''
    }
  }
  place.report(
    'LINK_REFUSED',
    `${JSON.stringify(value.slice(0, 120))} is not a link that can be published. Link to an https, http, mailto, tel or sms address, or to a path that starts with /.`,
  )
  return ''
}
