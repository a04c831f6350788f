/** A mail, from the bytes as sent. */
import type {Expected} from '../expected.ts'
import {MAIL, readHtml} from '../html/read.ts'
import {beginsWith} from '../text.ts'
import {readFully} from './full.ts'
import {readStrictly} from './strict/read.ts'

/** Gmail clips at about 102 KB; the notice must be far from there. Octets of decoded HTML. */
const NOTICE_WITHIN = 80 * 1024

const octets = (text: string): number => new TextEncoder().encode(text).length

const htmlReason = (html: string, expected: Expected): string | undefined => {
  const read = readHtml(html, expected, MAIL)
  if (typeof read === 'string') return read
  // Stryker disable next-line LogicalOperator: an element that was parsed has an end; the type asks
  return octets(html.slice(0, read.notice.endIndex ?? html.length)) > NOTICE_WITHIN
    ? `it ends beyond ${NOTICE_WITHIN} octets, where clients clip`
    : undefined
}

/** `undefined` when both parts carry the notice. */
export const mailReason = async (
  message: string,
  expected: Expected,
): Promise<string | undefined> => {
  const parts = readStrictly(message) ?? (await readFully(message))
  if (typeof parts === 'string') return parts
  if (!beginsWith(parts.text, expected.text)) return 'the text part does not begin with it'
  const reason = htmlReason(parts.html, expected)
  return reason === undefined ? undefined : `in the HTML part ${reason}`
}
