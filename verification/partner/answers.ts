/** What the partner API answers with. */
import type {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {expectedNotice, type Expected} from '../expected.ts'
import type {Expectation} from '../expectation.ts'
import {isRecord, parseJson} from '../json.ts'
import {noticeDataReason} from './notice-data.ts'
import {articleFieldsReason} from './partner.ts'

/** One article, some of its fields. */
export const partnerSelectionReason = (json: string, expected: Expected): string | undefined =>
  articleFieldsReason(parseJson(json), expected)

/** What may stand beside the articles: nothing of it is text for readers. */
const BESIDE: ReadonlySet<string> = new Set(['articles', 'nextCursor', 'refused'])

/** A page of articles, each with its own notice whole. */
export const partnerPageReason = (
  json: string,
  book: NoticeBook,
  {items = new Map()}: Expectation,
): string | undefined => {
  const page = parseJson(json)
  if (!isRecord(page) || !Array.isArray(page['articles'])) return 'it has no list of articles'
  const other = Object.keys(page).find((name) => !BESIDE.has(name))
  if (other !== undefined) return `${other} stands beside the articles`
  for (const entry of page['articles']) {
    const id = isRecord(entry) ? String(entry['id']) : ''
    const known = items.get(id)
    if (known === undefined) return `the entry ${id} is of no article of the dataset`
    const reason = articleFieldsReason(entry, expectedNotice(book, known))
    if (reason !== undefined) return `in the entry ${id} ${reason}`
  }
  return undefined
}

/** A notice by itself, for the audience it says. */
export const partnerNoticeReason = (json: string, expected: Expected): string | undefined => {
  const value = parseJson(json)
  if (!isRecord(value)) return 'it is not a JSON object'
  const {country, language} = expected.notice.audience
  if (value['country'] !== country || value['language'] !== language) {
    return `it says it is for ${String(value['country'])} in ${String(value['language'])}`
  }
  return noticeDataReason(value['crisisNotice'], expected)
}

/** Fields of RFC 9457, and those that say which article it was. */
const GONE: ReadonlySet<string> = new Set([
  'type',
  'title',
  'status',
  'detail',
  'code',
  'instance',
  'id',
  'slug',
  'language',
  'retraction',
  'crisisNotice',
])

/** In the place of a retracted article: nothing of its text. */
export const partnerGoneReason = (json: string, expected: Expected): string | undefined => {
  const value = parseJson(json)
  if (!isRecord(value) || value['status'] !== 410) return 'it does not say that the article is gone'
  const other = Object.keys(value).find((name) => !GONE.has(name))
  if (other !== undefined) return `it holds ${other}`
  return noticeDataReason(value['crisisNotice'], expected)
}
