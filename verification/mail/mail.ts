/** A mail, from the bytes as sent. */
import PostalMime from 'postal-mime'
import type {Expected} from '../expected.ts'
import {chainOf, type Element, elementsOf, isElement, isText, parseHtml} from '../html/dom.ts'
import {findNotices} from '../html/notice.ts'
import {fragmentReason} from '../html/page.ts'
import {stylesOf, type Styles} from '../html/styles.ts'
import {collapse} from '../html/text.ts'
import {reasonHidden} from '../html/visibility.ts'

/** Gmail clips at about 102 KB; the notice must be far from there. Octets of decoded HTML. */
const NOTICE_WITHIN = 80 * 1024
/** Octets of the whole message as encoded. */
const MESSAGE_LIMIT = 100 * 1024
/** RFC 5322 section 2.1.1, without the CRLF. */
const LINE_LIMIT = 998

const ONCE = ['subject', 'from', 'to', 'date', 'message-id', 'mime-version', 'content-type']

const octets = (text: string): number => new TextEncoder().encode(text).length

const formReason = (message: string): string | undefined => {
  if (octets(message) > MESSAGE_LIMIT) return `the message is longer than ${MESSAGE_LIMIT} octets`
  if (/(?:^|[^\r])\n|\r(?!\n)/.test(message)) return 'a line does not end in CRLF'
  if (message.split('\r\n').some((line) => octets(line) > LINE_LIMIT)) {
    return `a line is longer than ${LINE_LIMIT} octets`
  }
  const [head = ''] = message.split('\r\n\r\n', 1)
  const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':', 1).join('').toLowerCase())
  const wrong = ONCE.find((name) => names.filter((each) => each === name).length !== 1)
  return wrong === undefined ? undefined : `the header ${wrong} is not there exactly once`
}

/** The first text a reader would see before the notice, if any. */
const textBefore = (
  elements: readonly Element[],
  notice: Element,
  styles: Styles,
): string | undefined => {
  const chain = new Set(chainOf(notice))
  for (const element of elements) {
    if (element === notice) return undefined
    if (element.name === 'img' && reasonHidden(element, styles) === undefined) return '<img>'
    for (const child of element.children) {
      const words = isText(child) ? child.data : ''
      if (
        chain.has(element) &&
        element.children.some((each) => isElement(each) && chain.has(each))
      ) {
        const before = element.children.findIndex((each) => isElement(each) && chain.has(each))
        if (element.children.indexOf(child) > before) continue
      }
      if (words.trim() !== '' && reasonHidden(element, styles) === undefined) return words.trim()
    }
  }
  return undefined
}

const htmlPartReason = (html: string, expected: Expected): string | undefined => {
  const {document, repaired} = parseHtml(html)
  if (repaired !== undefined) return `the HTML part is broken (${repaired})`
  const styles = stylesOf(document)
  const elements = elementsOf(document)
  if (elements.some(({name}) => name === 'style')) {
    return 'the HTML part leans on <style>, which mail clients drop'
  }
  const reason = fragmentReason(document, expected, styles)
  if (reason !== undefined) return `in the HTML part ${reason}`
  const [first] = findNotices(document, expected, styles)
  if (first === undefined) return 'it is not in the HTML part'
  const before = textBefore(elements, first.element, styles)
  if (before !== undefined) return `in the HTML part "${before.slice(0, 40)}" stands before it`
  const end = first.element.sourceCodeLocation?.endOffset ?? Number.POSITIVE_INFINITY
  if (end > html.length || octets(html.slice(0, end)) > NOTICE_WITHIN) {
    return `in the HTML part it ends beyond ${NOTICE_WITHIN} octets, where clients clip`
  }
  return undefined
}

/** `undefined` when both parts carry the notice. */
export const mailReason = async (
  message: string,
  expected: Expected,
): Promise<string | undefined> => {
  const form = formReason(message)
  if (form !== undefined) return form
  const {html, text, attachments} = await PostalMime.parse(new TextEncoder().encode(message))
  if (attachments.length > 0) return 'a part of it is an attachment'
  if (html === undefined || html.trim() === '') return 'it has no HTML part'
  if (text === undefined || text.trim() === '') return 'it has no text part'
  if (!collapse(text).startsWith(expected.text)) return 'the text part does not begin with it'
  return htmlPartReason(html, expected)
}
