/** Atom, JSON Feed and sitemap: every item is read on its own by somebody's reader. */
import type {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {expectedNotice} from '../expected.ts'
import type {Expectation} from '../expectation.ts'
import {fragmentReason} from '../html/read.ts'
import {beginsWith} from '../text.ts'
import {isRecord, parseJson} from '../json.ts'
import {parseXml, type XmlElement} from './xml.ts'

interface Item {
  readonly url: string
  readonly content: string
  readonly summary: string
}

const itemReason = (item: Item, book: NoticeBook, {items}: Expectation): string | undefined => {
  const known = items?.get(item.url)
  if (known === undefined) return `the item ${item.url} is of no article of the dataset`
  const expected = expectedNotice(book, known)
  if (!beginsWith(item.summary, expected.text)) return `it is not in the summary of ${item.url}`
  const reason = fragmentReason(item.content, expected)
  return reason === undefined ? undefined : `in the content of ${item.url}: ${reason}`
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

const xmlOf = (xml: string): readonly XmlElement[] | string => {
  try {
    return parseXml(xml)
  } catch (error) {
    return `it is not well-formed: ${error instanceof Error ? error.message : 'unknown'}`
  }
}

const ATOM = '{http://www.w3.org/2005/Atom}'

/** RFC 4287 section 4.1.2 allows one of each: of two, readers choose differently. */
const only = (children: readonly XmlElement[], name: string): XmlElement | undefined => {
  const found = children.filter((child) => child.name === `${ATOM}${name}`)
  return found.length === 1 ? found[0] : undefined
}

const atomItem = (children: readonly XmlElement[]): Item => {
  const textOf = (name: string, type: string): string => {
    const child = only(children, name)
    return (child?.attributes['type'] ?? 'text') === type ? (child?.text ?? '') : ''
  }
  return {
    url: textOf('id', 'text'),
    content: textOf('content', 'html'),
    summary: textOf('summary', 'text'),
  }
}

/** RFC 4287. */
export const atomReason = (
  xml: string,
  book: NoticeBook,
  expectation: Expectation,
): string | undefined => {
  const elements = xmlOf(xml)
  if (typeof elements === 'string') return elements
  if (elements[0]?.name !== `${ATOM}feed`) return 'it is not an Atom feed'
  const childrenOf = Map.groupBy(elements, ({parent}) => parent)
  const items = elements.flatMap(({name}, index) =>
    name === `${ATOM}entry` ? [atomItem(childrenOf.get(index) ?? [])] : [],
  )
  return firstReason(items, book, expectation)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

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
      url: textOf(fields['id']),
      content: other ? '' : textOf(fields['content_html']),
      summary: textOf(fields['summary']),
    }
  })
  return firstReason(items, book, expectation)
}

const SITEMAP = '{http://www.sitemaps.org/schemas/sitemap/0.9}'

/** sitemaps.org 0.9: addresses only, so no notice, and none but our own. */
export const sitemapReason = (xml: string, origin: string): string | undefined => {
  const elements = xmlOf(xml)
  if (typeof elements === 'string') return elements
  if (elements[0]?.name !== `${SITEMAP}urlset`) return 'it is not a sitemap'
  const foreign = elements.find(
    ({name, text}) => name === `${SITEMAP}loc` && !text.trim().startsWith(`${origin}/`),
  )
  return foreign === undefined ? undefined : `${foreign.text.trim()} is not on ${origin}`
}
