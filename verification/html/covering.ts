/** What may lie over the notice, or push it away, from elsewhere in the page. */
import {chainOf, type Element, isElement, isNotShown} from './dom.ts'
import type {Styled, Styles} from './styles.ts'
import {pixels} from './values.ts'

const parentOf = (element: Element): Element | undefined => chainOf(element)[1]

/** A picture is as high as it says; other things would run out of their own height. */
export const isImageHeight = ({name}: Element, {property, value}: Styled): boolean =>
  name === 'img' && property === 'height' && (pixels(value) ?? -1) >= 0

/** It stays inside its parent, so it cannot reach a notice outside of that. */
const isStuckApart = (
  element: Element,
  {property, value}: Styled,
  around: ReadonlySet<Element | undefined>,
): boolean => property === 'position' && value === 'sticky' && !around.has(parentOf(element))

const isFar = (value: string): boolean => (pixels(value) ?? 0) < -1000

/** The first thing in the page: out of sight until the keyboard reaches it. */
const isSkipLink = (element: Element, displacing: readonly Styled[]): boolean => {
  const body = parentOf(element)
  const said = new Map(displacing.map(({property, value}) => [property, value]))
  return (
    element.name === 'a' &&
    body?.name === 'body' &&
    body.children.find(isElement) === element &&
    said.size === 2 &&
    said.get('position') === 'absolute' &&
    isFar(said.get('inset-inline-start') ?? '') &&
    displacing.every(({conditions, pseudo}) => conditions.length === 0 && !pseudo)
  )
}

/** `notices`: every element that reads as the notice. */
export const coverReason = (
  elements: readonly Element[],
  notices: readonly Element[],
  styles: Styles,
): string | undefined => {
  const around = new Set<Element | undefined>(notices.flatMap(chainOf))
  for (const element of elements) {
    const displacing = styles.displacing(element)
    // Stryker disable next-line ConditionalExpression: it saves time only
    if (displacing.length === 0) continue
    const wrong = displacing.find(
      (styled) => !isImageHeight(element, styled) && !isStuckApart(element, styled, around),
    )
    if (wrong === undefined || isNotShown(element) || isSkipLink(element, displacing)) continue
    return `${wrong.property}: ${wrong.value} on <${element.name}> can cover it`
  }
  return undefined
}
