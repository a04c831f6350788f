/** The notice to look for, worked out from the book and checked against the raw helplines. */
import {lineText, noticeLines} from '../crisis-notice/lines.ts'
import type {CrisisNotice} from '../crisis-notice/notice.ts'
import type {NoticeBook} from '../crisis-notice/notice-book.ts'
import type {Expectation} from './expectation.ts'
import {collapse} from './html/text.ts'

export interface Expected {
  readonly notice: CrisisNotice
  /** The whole notice as an HTML page shows it, white space collapsed. */
  readonly shown: string
  /** The whole notice as plain text shows it, white space collapsed. */
  readonly text: string
  /** Addresses behind it, in order. */
  readonly hrefs: readonly string[]
}

/** RFC 3966, RFC 5724 and the chat address, straight from the documents. */
const hrefsOf = ({emergency, helplines}: CrisisNotice): readonly string[] => [
  `tel:${emergency.dial}`,
  ...helplines.flatMap(({phone, sms, chatUrl}) => [
    ...(phone === undefined ? [] : [`tel:${phone.dial}`]),
    ...(sms === undefined
      ? []
      : [
          sms.keyword === undefined
            ? `sms:${sms.number}`
            : `sms:${sms.number}?body=${encodeURIComponent(sms.keyword)}`,
        ]),
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

/**
 * Throws NoticeMissingError when the book has no notice for the audience, RangeError when the
 * wording has lost a fact of its own documents: then nothing may be published at all.
 */
export const expectedNotice = (
  book: NoticeBook,
  {audience, topics}: Pick<Expectation, 'audience' | 'topics'>,
): Expected => {
  const notice = book.notice(audience, topics)
  const lines = noticeLines(notice)
  const shown = collapse(lines.map(({runs}) => runs.map(({text}) => text).join('')).join('\n'))
  const text = collapse(lines.map(lineText).join('\n'))
  const lost = facts(notice).find((fact) => !shown.includes(collapse(fact)))
  if (lost !== undefined) throw new RangeError(`The wording of ${notice.id} has lost "${lost}"`)
  return {notice, shown, text, hrefs: hrefsOf(notice)}
}
