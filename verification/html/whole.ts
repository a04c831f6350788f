/** HTML read as its reader would, all of it: parsed to a tree, and every check made on every element. */
import type {Expected} from '../expected.ts'
import {beforeNotice} from './before.ts'
import {coverReason} from './covering.ts'
import {type Document, type Element, elementsOf, parseHtml} from './dom.ts'
import {forbiddenReason} from './forbidden.ts'
import type {Kind} from './kinds.ts'
import {findNotices, type Found} from './notice.ts'
import {type Styles, stylesOf} from './styles.ts'
import {UnreadableCss} from './stylesheet.ts'

export interface Whole {
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
): Whole | string => {
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

/** The notice where it belongs, or why it is not there. `parse`: for the tests, which compare parsers. */
export const readWhole = (
  html: string,
  expected: Expected,
  kind: Kind,
  parse = parseHtml,
): Whole | string => {
  const {document, repaired} = parse(html, kind)
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
