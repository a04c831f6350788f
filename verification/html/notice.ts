/** Finding the notice in a parsed page: an element that reads as the notice and as nothing else. */
import type {Expected} from '../expected.ts'
import {attribute, type Document, type Element, elementsOf} from './dom.ts'
import type {Styles} from './styles.ts'
import {collapse, textWithin} from './text.ts'
import {reasonHidden} from './visibility.ts'

export interface Found {
  readonly element: Element
  /** Why readers would not have it, if so. */
  readonly reason: string | undefined
}

const linksOf = (element: Element): readonly (string | undefined)[] =>
  elementsOf(element)
    .filter(({name}) => name === 'a')
    .map((link) => attribute(link, 'href'))

const brokenLinks = (element: Element, hrefs: readonly string[]): string | undefined => {
  const found = linksOf(element)
  const wrong = hrefs.find((href, index) => found[index] !== href)
  if (wrong !== undefined) return `its link ${wrong} is not there or leads elsewhere`
  return found.length === hrefs.length ? undefined : 'it holds a link that is not of the notice'
}

/** White space between the words does not count against the length. */
const SLACK = 4000

/** The innermost elements that read exactly as the notice, in document order. */
export const findNotices = (
  root: Document,
  expected: Expected,
  styles: Styles,
): readonly Found[] => {
  const limit = expected.shown.length + SLACK
  const same = elementsOf(root).filter((element) => {
    const text = textWithin(element, limit)
    return text !== undefined && collapse(text) === expected.shown
  })
  const innermost = same.filter((element) => !same.some((other) => other.parent === element))
  return innermost.map((element) => ({
    element,
    reason: brokenLinks(element, expected.hrefs) ?? reasonHidden(element, styles),
  }))
}
