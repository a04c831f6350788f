/** HTML read as its reader would: a page, a mail, or a fragment on somebody else's page. */
import type {Expected} from '../expected.ts'
import {beforeNotice} from './before.ts'
import {coverReason} from './covering.ts'
import {type Document, type Element, elementsOf, parseHtml} from './dom.ts'
import {forbiddenReason} from './forbidden.ts'
import {findNotices, type Found} from './notice.ts'
import {type Styles, stylesOf} from './styles.ts'
import {UnreadableCss} from './stylesheet.ts'

/** What the three differ in. */
export interface Kind {
  /** Only a page brings its doctype and its style sheet to all readers. */
  readonly doctype: boolean
  readonly sheets: boolean
  /** A page may tell the frame around it how high it is (height-script.ts). */
  readonly scripts: boolean
  /** What may stand before the notice: a page's masthead and title. */
  readonly words: number
  readonly elements: readonly string[]
}

export const PAGE: Kind = {
  doctype: true,
  sheets: true,
  scripts: true,
  words: 400,
  elements: ['a', 'div', 'h1', 'header', 'img', 'span'],
}
export const MAIL: Kind = {doctype: true, sheets: false, scripts: false, words: 0, elements: []}
export const FRAGMENT: Kind = {
  doctype: false,
  sheets: false,
  scripts: false,
  words: 0,
  elements: [],
}

export interface Read {
  readonly elements: readonly Element[]
  /** The first notice in it. */
  readonly notice: Element
  /** Every one, the first included. */
  readonly found: readonly Found[]
}

const placeReason = (document: Document, notice: Element, kind: Kind): string | undefined => {
  const {words, elements} = beforeNotice(document, notice)
  if (words.length > kind.words) return `"${words.slice(0, 40)}" stands before it`
  const other = elements.find((name) => !kind.elements.includes(name))
  return other === undefined ? undefined : `<${other}> stands before it`
}

const readStyled = (
  document: Document,
  elements: readonly Element[],
  expected: Expected,
  styles: Styles,
  kind: Kind,
): Read | string => {
  const found = findNotices(document, elements, expected, styles)
  const [first] = found
  if (first === undefined) return 'no element reads as the notice, whole and word for word'
  const notices = found.map(({element}) => element)
  const reason =
    first.reason ??
    placeReason(document, first.element, kind) ??
    coverReason(elements, notices, styles)
  return reason ?? {elements, notice: first.element, found}
}

/** The notice where it belongs, or why it is not there. */
export const readHtml = (html: string, expected: Expected, kind: Kind): Read | string => {
  const {document, repaired} = parseHtml(html, kind)
  if (repaired !== undefined) return `the HTML is broken (${repaired})`
  const elements = elementsOf(document)
  if (!kind.sheets && elements.some(({name}) => name === 'style')) {
    return 'it leans on <style>, which readers drop'
  }
  const forbidden = forbiddenReason(html, elements, kind)
  if (forbidden !== undefined) return forbidden
  try {
    return readStyled(document, elements, expected, stylesOf(elements), kind)
  } catch (error) {
    // Stryker disable next-line ConditionalExpression: nothing else is thrown here, as far as is known
    if (error instanceof UnreadableCss) return `its styles cannot be read: ${error.message}`
    throw error
  }
}

/** A fragment, first of all the notice. `undefined` when it is. */
export const fragmentReason = (html: unknown, expected: Expected): string | undefined => {
  // Stryker disable next-line StringLiteral: what is no text is no notice, and neither is any other
  const read = readHtml(typeof html === 'string' ? html : '', expected, FRAGMENT)
  return typeof read === 'string' ? read : undefined
}

const MOST_KNOWN = 100
const known = new Map<string, string | undefined>()

/** The same for what thousands of articles repeat, as the notice by itself: each is read once. */
export const repeatedFragmentReason = (html: unknown, expected: Expected): string | undefined => {
  const pair = JSON.stringify([html, expected])
  if (!known.has(pair)) {
    const reason = fragmentReason(html, expected)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(pair, reason)
  }
  return known.get(pair)
}
