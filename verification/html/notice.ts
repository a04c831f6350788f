/** Finding the notice in a parsed page: an element that reads as the notice and as nothing else. */
import type {Expected, Link} from '../expected.ts'
import {collapse} from '../text.ts'
import {attribute, type Element, elementsOf} from './dom.ts'
import type {Styles} from './styles.ts'
import {textWithin} from './text.ts'
import {reasonHidden} from './visibility.ts'

export interface Found {
  readonly element: Element
  /** Why readers would not have it, if so. */
  readonly reason: string | undefined
}

/** White space between the words does not count against the length. */
const SLACK = 4000

const linkReason = (element: Element, links: readonly Link[]): string | undefined => {
  const found = elementsOf(element)
    .filter(({name}) => name === 'a')
    .map((link) => ({href: attribute(link, 'href'), text: collapse(textWithin(link, SLACK) ?? '')}))
  const wrong = links.find(
    ({text, href}, index) => found[index]?.href !== href || found[index]?.text !== collapse(text),
  )
  if (wrong !== undefined) return `"${wrong.text}" is no link to ${wrong.href}`
  return found.length === links.length ? undefined : 'it holds a link that is not of the notice'
}

/** The innermost elements that read exactly as the notice, in document order. */
export const findNotices = (
  elements: readonly Element[],
  expected: Expected,
  styles: Styles,
): readonly Found[] => {
  const limit = expected.shown.length + SLACK
  const same = elements.filter((element) => {
    const text = textWithin(element, limit)
    // Most elements are too short by far: collapsing their text took a tenth of the gate's time.
    const isLongEnough = text !== undefined && text.length >= expected.shown.length
    return isLongEnough && collapse(text) === expected.shown
  })
  const outer = new Set<unknown>(same.map(({parent}) => parent))
  return same
    .filter((element) => !outer.has(element))
    .map((element) => ({
      element,
      reason: linkReason(element, expected.links) ?? reasonHidden(element, expected, styles),
    }))
}
