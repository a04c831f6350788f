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

/** No choice of fields drops these. */
const KEPT_FIELDS = [
  'id',
  'slug',
  'language',
  'url',
  'revision',
  'crisisNotice',
  'attribution',
] as const

/** What is there of an article; `required` must be. */
export const articleFieldsReason = (
  article: unknown,
  expected: Expected,
  required: readonly string[] = KEPT_FIELDS,
): string | undefined => {
  if (!isRecord(article)) return 'it is not a JSON object'
  const missing = required.find((field) => !Object.hasOwn(article, field))
  if (missing !== undefined) return `the field ${missing} is missing`
  if (article['language'] !== expected.notice.audience.language) {
    return `the article says it is in ${String(article['language'])}`
  }
  const data = noticeDataReason(article['crisisNotice'], expected)
  if (data !== undefined) return data
  const {html, text} = article
  if (Object.hasOwn(article, 'text')) {
    if (typeof text !== 'string' || !beginsWith(text, expected.text)) {
      return 'the field text does not begin with it'
    }
  }
  if (!Object.hasOwn(article, 'html')) return undefined
  const reason = fragmentReason(html, expected)
  return reason === undefined ? undefined : `in the field html ${reason}`
}

export const partnerArticleReason = (json: string, expected: Expected): string | undefined =>
  articleFieldsReason(parseJson(json), expected, ARTICLE_FIELDS)

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

const recordsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined =>
  Array.isArray(value) ? value.map((entry: unknown) => (isRecord(entry) ? entry : {})) : undefined

type Fields = Readonly<Record<string, unknown>>

/** The notice that `key` stands for; a key that stands for two is of no use. */
const noticeByKey = (notices: readonly Fields[], key: unknown): Fields | undefined => {
  const found = notices.filter((notice) => notice['key'] === key)
  return found.length === 1 ? found[0] : undefined
}

const entryReason = (
  entry: Fields,
  expected: Expected,
  whole: (key: unknown) => string | undefined,
): string | undefined => {
  const {crisisNoticeText: text, crisisNoticeId: id, crisisNoticeKey: key} = entry
  if (typeof text !== 'string' || collapse(text) !== expected.text) return 'does not carry it'
  if (id !== expected.notice.id) return `names another notice than ${expected.notice.id}`
  const reason = whole(key)
  return reason === undefined ? undefined : `names ${String(key)}, and there ${reason}`
}

/** `articles.json`: every entry carries the text of its own notice, and names it whole by a key. */
export const partnerArticlesReason = (
  json: string,
  book: NoticeBook,
  {items = new Map()}: Expectation,
): string | undefined => {
  const value = parseJson(json)
  const fields = isRecord(value) ? value : {}
  const articles = recordsOf(fields['articles'])
  const notices = recordsOf(fields['crisisNotices'])
  if (articles === undefined) return 'it has no list of articles'
  if (notices === undefined) return 'it has no list of crisisNotices'
  // Thousands of entries share a few notices: each is read once.
  const read = new Map<string, string | undefined>()
  for (const entry of articles) {
    const id = String(entry['id'])
    const known = items.get(id)
    if (known === undefined) return `the entry ${id} is of no article of the dataset`
    const expected = expectedNotice(book, known)
    const reason = entryReason(entry, expected, (key) => {
      const pair = JSON.stringify([key, expected.text])
      // Stryker disable next-line ConditionalExpression: reading again says the same, more slowly
      if (!read.has(pair)) read.set(pair, noticeDataReason(noticeByKey(notices, key), expected))
      return read.get(pair)
    })
    if (reason !== undefined) return `the entry ${id} ${reason}`
  }
  return undefined
}
