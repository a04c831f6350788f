/** Finding the notice in a parsed page: an element that reads as the notice and as nothing else. */
import type {Expected, Link} from '../expected.ts'
import {collapse} from '../text.ts'
import {attribute, type Document, type Element, elementsOf} from './dom.ts'
import type {Styles} from './styles.ts'
import {textIndex, textWithin} from './text.ts'
import {reasonHidden} from './visibility.ts'

export interface Found {
  readonly element: Element
  /** Why readers would not have it, if so. */
  readonly reason: string | undefined
}

/** White space between the words does not count against the length. */
const SLACK = 4000

/** One line a link, so that words and address are compared together. */
const linkLine = (text: string | undefined, href: string | undefined): string =>
  `"${collapse(String(text))}" is no link to ${href}`

const linkReason = (element: Element, links: readonly Link[]): string | undefined => {
  const found = elementsOf(element)
    .filter(({name}) => name === 'a')
    .map((link) => linkLine(textWithin(link, SLACK), attribute(link, 'href')))
  const wanted = links.map(({text, href}) => linkLine(text, href))
  const wrong = wanted.find((line, index) => found[index] !== line)
  if (wrong !== undefined) return wrong
  return found.length === wanted.length ? undefined : 'it holds a link that is not of the notice'
}

/** The innermost of `elements`, all those of `root`, that read exactly as the notice, in document order. */
export const findNotices = (
  root: Document,
  elements: readonly Element[],
  expected: Expected,
  styles: Styles,
): readonly Found[] => {
  const limit = expected.shown.length + SLACK
  const [firstWord = ''] = expected.shown.split(' ')
  const textOf = textIndex(root)
  const same = elements.filter((element) => {
    // Most elements are too short by far, or begin otherwise: to collapse the text of all of them
    // took a tenth of the gate's time.
    const text = textOf(element, expected.shown.length, limit)
    // Stryker disable next-line ConditionalExpression,MethodExpression: it saves time only
    const may = text?.trimStart().startsWith(firstWord) === true
    return may && collapse(text) === expected.shown
  })
  const outer = new Set<unknown>(same.map(({parent}) => parent))
  return same
    .filter((element) => !outer.has(element))
    .map((element) => ({
      element,
      reason: linkReason(element, expected.links) ?? reasonHidden(element, expected, styles),
    }))
}
