/** Atom, JSON Feed and sitemap: every item is read on its own by somebody's reader. */
import type {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {expectedNotice} from '../expected.ts'
import type {Expectation} from '../expectation.ts'
import {fragmentReason} from '../html/read.ts'
import {beginsWith} from '../text.ts'
import {isRecord, parseJson} from '../json.ts'
import {parseXml, readXml, type XmlElement} from './xml.ts'

/** `undefined`: not there, or not in a form that every reader understands. */
interface Item {
  readonly url: string | undefined
  readonly content: string | undefined
  readonly summary: string | undefined
}

const itemReason = (
  {url, content, summary}: Item,
  book: NoticeBook,
  {items = new Map()}: Expectation,
): string | undefined => {
  // Stryker disable next-line ConditionalExpression: no map has an item of no address; the type asks
  const known = url === undefined ? undefined : items.get(url)
  if (known === undefined) return `the item ${url} is of no article of the dataset`
  const expected = expectedNotice(book, known)
  if (summary === undefined || !beginsWith(summary, expected.text)) {
    return `it is not in the summary of ${url}`
  }
  const reason = fragmentReason(content, expected)
  return reason === undefined ? undefined : `in the content of ${url}: ${reason}`
}

const firstReason = (
  items: readonly Item[],
  book: NoticeBook,
  expectation: Expectation,
): string | undefined => {
  for (const item of items) {
    const reason = itemReason(item, book, expectation)
    if (reason !== undefined) return reason
  }
  return undefined
}

const malformedReason = (error: unknown): string => `it is not well-formed: ${String(error)}`

const xmlOf = (xml: string): readonly XmlElement[] | string => {
  try {
    return parseXml(xml)
  } catch (error) {
    return malformedReason(error)
  }
}

const ATOM = '{http://www.w3.org/2005/Atom}'

/** RFC 4287 section 4.1.2 allows one of each: of two, readers choose differently. */
const atomItem = (children: readonly XmlElement[]): Item => {
  const textOf = (name: string, type: string): string | undefined => {
    const [child, ...more] = children.filter((each) => each.name === `${ATOM}${name}`)
    const isPlain = (child?.attributes['type'] ?? 'text') === type
    return isPlain && more.length === 0 ? child?.text : undefined
  }
  return {
    url: textOf('id', 'text'),
    content: textOf('content', 'html'),
    summary: textOf('summary', 'text'),
  }
}

const GONE = '{http://purl.org/atompub/tombstones/1.0}deleted-entry'

/** RFC 3339, with a time. */
const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text))

/**
 * RFC 6721: readers take an entry down by it. So it may name no article that the dataset still has, and it
 * says nothing, since it carries no notice.
 */
const goneReason = (
  {attributes, text}: XmlElement,
  children: readonly XmlElement[],
  {items = new Map()}: Expectation,
  origin: string,
): string | undefined => {
  const {ref = '', when = ''} = attributes
  if (!ref.startsWith(`${origin}/`)) return `it takes down ${ref}, which is not on ${origin}`
  if (items.has(ref)) return `it takes down ${ref}, which is an article of the dataset`
  if (!isTime(when)) return `it does not tell since when ${ref} is gone`
  return children.length > 0 || text.trim() !== ''
    ? `there are words in the end of ${ref}`
    : undefined
}

/** RFC 4287, with the tombstones of RFC 6721. `origin`: the site's, without a final slash. */
export const atomReason = (
  xml: string,
  book: NoticeBook,
  expectation: Expectation,
  origin: string,
): string | undefined => {
  const elements = xmlOf(xml)
  if (typeof elements === 'string') return elements
  // Stryker disable next-line OptionalChaining: what is well-formed has a root; the type asks
  if (elements[0]?.name !== `${ATOM}feed`) return 'it is not an Atom feed'
  const childrenOf = Map.groupBy(elements, ({parent}) => parent)
  const items = elements
    .filter(({name}) => name === `${ATOM}entry`)
    // Stryker disable next-line ArrayDeclaration: what is no element has no name to be found by
    .map((entry) => atomItem(childrenOf.get(entry) ?? []))
  for (const gone of elements.filter(({name}) => name === GONE)) {
    // Stryker disable next-line ArrayDeclaration: none is no element, whatever it is made of
    const reason = goneReason(gone, childrenOf.get(gone) ?? [], expectation, origin)
    if (reason !== undefined) return reason
  }
  return firstReason(items, book, expectation)
}

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** JSON Feed 1.1. */
export const jsonFeedReason = (
  json: string,
  book: NoticeBook,
  expectation: Expectation,
): string | undefined => {
  const feed = parseJson(json)
  if (!isRecord(feed) || !Array.isArray(feed['items'])) return 'it is not a JSON Feed'
  const items = feed['items'].map((item: unknown) => {
    const fields = isRecord(item) ? item : {}
    // Readers may prefer it to the HTML, and nobody reads it back.
    const other = fields['content_text'] !== undefined
    return {
      url: stringOf(fields['id']),
      content: other ? undefined : stringOf(fields['content_html']),
      summary: stringOf(fields['summary']),
    }
  })
  return firstReason(items, book, expectation)
}

const SITEMAP = '{http://www.sitemaps.org/schemas/sitemap/0.9}'
const SITEMAPS: readonly (string | undefined)[] = [`${SITEMAP}urlset`, `${SITEMAP}sitemapindex`]

/**
 * sitemaps.org 0.9, an index of them too: addresses only, so no notice, and none but our own. One of 50,000
 * addresses is read without keeping its elements, which take seven times its size.
 */
export const sitemapReason = (xml: string, origin: string): string | undefined => {
  let root: string | undefined
  let foreign: string | undefined
  try {
    readXml(xml, ({name, parent, text}) => {
      if (parent === undefined) root = name
      if (name === `${SITEMAP}loc` && !text.startsWith(`${origin}/`)) foreign ??= text
    })
  } catch (error) {
    return malformedReason(error)
  }
  if (!SITEMAPS.includes(root)) return 'it is not a sitemap'
  return foreign === undefined ? undefined : `${foreign} is not on ${origin}`
}
