/** What partner sites fetch. */
import type {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {expectedNotice, type Expected} from '../expected.ts'
import type {Expectation} from '../expectation.ts'
import {fragmentReason} from '../html/read.ts'
import {beginsWith, collapse} from '../text.ts'
import {isRecord, parseJson} from '../json.ts'
import {noticeDataReason} from './notice-data.ts'

/** contracts.md, "Partner article JSON". */
const ARTICLE_FIELDS = [
  'id',
  'slug',
  'language',
  'url',
  'title',
  'summary',
  'html',
  'text',
  'topics',
  'authors',
  'reviewer',
  'publishedAt',
  'updatedAt',
  'lastReviewed',
  'nextReview',
  'sections',
  'warnings',
  'sources',
  'crisisNotice',
  'attribution',
  'corrections',
  'revision',
] as const

export const partnerArticleReason = (json: string, expected: Expected): string | undefined => {
  const article = parseJson(json)
  if (!isRecord(article)) return 'it is not a JSON object'
  const missing = ARTICLE_FIELDS.find((field) => !Object.hasOwn(article, field))
  if (missing !== undefined) return `the field ${missing} is missing`
  if (article['language'] !== expected.notice.audience.language) {
    return `the article says it is in ${String(article['language'])}`
  }
  const data = noticeDataReason(article['crisisNotice'], expected)
  if (data !== undefined) return data
  const {html, text} = article
  if (typeof text !== 'string' || !beginsWith(text, expected.text)) {
    return 'the field text does not begin with it'
  }
  const reason = fragmentReason(html, expected)
  return reason === undefined ? undefined : `in the field html ${reason}`
}

/** `helplines.json`, `tombstones.json`: a list beside the notice. */
export const partnerListReason = (
  json: string,
  list: string,
  expected: Expected,
): string | undefined => {
  const value = parseJson(json)
  if (!isRecord(value) || !Array.isArray(value[list])) return `it has no list of ${list}`
  return noticeDataReason(value['crisisNotice'], expected)
}

const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** `articles.json`: every entry carries the text of its own notice. */
export const partnerArticlesReason = (
  json: string,
  book: NoticeBook,
  {items}: Expectation,
): string | undefined => {
  const value = parseJson(json)
  if (!isRecord(value) || !Array.isArray(value['articles'])) return 'it has no list of articles'
  for (const entry of entriesOf(value['articles'])) {
    const fields = isRecord(entry) ? entry : {}
    const id = String(fields['id'])
    const known = items?.get(id)
    if (known === undefined) return `the entry ${id} is of no article of the dataset`
    const expected = expectedNotice(book, known)
    const text = fields['crisisNoticeText']
    if (typeof text !== 'string' || collapse(text) !== expected.text) {
      return `the entry ${id} does not carry it`
    }
    if (fields['crisisNoticeId'] !== expected.notice.id) {
      return `the entry ${id} names another notice than ${expected.notice.id}`
    }
  }
  return undefined
}
