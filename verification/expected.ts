/** The notice to look for, worked out from the book and checked against the raw helplines. */
import {lineText, noticeLines} from '../crisis-notice/lines.ts'
import type {CrisisNotice} from '../crisis-notice/notice.ts'
import type {NoticeBook} from '../crisis-notice/notice-book.ts'
import type {Expectation} from './expectation.ts'
import {collapse} from './text.ts'

/** A live run of the notice: its words, and where they lead. */
export interface Link {
  readonly text: string
  readonly href: string
}

export interface Expected {
  readonly notice: CrisisNotice
  /** The whole notice as an HTML page shows it, white space collapsed. */
  readonly shown: string
  /** The whole notice as plain text shows it, white space collapsed. */
  readonly text: string
  /** What is live in it, in order. */
  readonly links: readonly Link[]
}

const smsHref = ({number, keyword}: {readonly number: string; readonly keyword?: string}) =>
  keyword === undefined ? `sms:${number}` : `sms:${number}?body=${encodeURIComponent(keyword)}`

/** RFC 3966, RFC 5724 and the chat address, straight from the documents. */
const hrefsOf = ({emergency, helplines}: CrisisNotice): readonly string[] => [
  `tel:${emergency.dial}`,
  ...helplines.flatMap(({phone, sms, chatUrl}) => [
    ...(phone === undefined ? [] : [`tel:${phone.dial}`]),
    ...(sms === undefined ? [] : [smsHref(sms)]),
    ...(chatUrl === undefined ? [] : [chatUrl]),
  ]),
]

/** What no wording may lose. */
const facts = ({heading, lead, emergency, helplines}: CrisisNotice): readonly string[] => [
  heading,
  lead,
  emergency.display,
  ...helplines.flatMap(({name, phone, sms}) => [
    name,
    ...(phone === undefined ? [] : [phone.display]),
    ...(sms === undefined ? [] : [sms.number]),
    ...(sms?.keyword === undefined ? [] : [sms.keyword]),
  ]),
]

/** The first fact or address of the documents that the words lack. `words`: white space collapsed. */
export const lostFact = (
  notice: CrisisNotice,
  words: string,
  hrefs: readonly (string | undefined)[],
): string | undefined =>
  facts(notice).find((fact) => !words.includes(collapse(fact))) ??
  hrefsOf(notice).find((href, index) => hrefs[index] !== href)

const expectedOf = (notice: CrisisNotice): Expected => {
  const lines = noticeLines(notice)
  const shown = collapse(lines.map(({runs}) => runs.map(({text}) => text).join('')).join('\n'))
  const text = collapse(lines.map(lineText).join('\n'))
  const links = lines.flatMap(({runs}) =>
    runs.flatMap((run) => (run.href === undefined ? [] : [{text: run.text, href: run.href}])),
  )
  const lost = lostFact(
    notice,
    shown,
    links.map(({href}) => href),
  )
  if (lost !== undefined) throw new RangeError(`The wording of ${notice.id} has lost "${lost}"`)
  return Object.freeze({notice, shown, text, links: Object.freeze(links)})
}

const known = new WeakMap<CrisisNotice, Expected>()

/**
 * Throws NoticeMissingError when the book has no notice for the audience, RangeError when the
 * wording has lost a fact of its own documents: then nothing may be published at all.
 */
export const expectedNotice = (
  book: NoticeBook,
  {audience, topics}: Pick<Expectation, 'audience' | 'topics'>,
): Expected => {
  const notice = book.notice(audience, topics)
  const found = known.get(notice)
  if (found !== undefined) return found
  const expected = expectedOf(notice)
  known.set(notice, expected)
  return expected
}
