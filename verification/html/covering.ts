/** What may lie over the notice, or push it away, from elsewhere in the page. */
import {chainOf, type Element, isNotShown} from './dom.ts'
import type {Styled, Styles} from './styles.ts'
import {pixels} from './values.ts'

/** A picture is as high as it says; other things would run out of their own height. */
const isImageHeight = ({name}: Element, {property, value}: Styled): boolean =>
  name === 'img' && property === 'height' && (pixels(value) ?? -1) >= 0

/** It stays inside its parent, so it cannot reach a notice outside of that. */
const isStuckApart = (
  {parent}: Element,
  {property, value}: Styled,
  around: ReadonlySet<object>,
): boolean =>
  property === 'position' && value === 'sticky' && parent !== null && !around.has(parent)

const isFar = (value: string): boolean => (pixels(value) ?? 0) < -1000

/** The first thing in the page: out of sight until the keyboard reaches it. */
const isSkipLink = (element: Element, displacing: readonly Styled[]): boolean => {
  const {name, parent} = element
  const body = parent !== null && 'name' in parent ? parent : undefined
  const first = body?.children.find((child) => 'name' in child)
  return (
    name === 'a' &&
    body?.name === 'body' &&
    first === element &&
    displacing.length === 2 &&
    displacing.every(({conditions, pseudo}) => conditions.length === 0 && !pseudo) &&
    displacing.some(({property, value}) => property === 'position' && value === 'absolute') &&
    displacing.some(({property, value}) => property === 'inset-inline-start' && isFar(value))
  )
}

/** `notices`: every element that reads as the notice. */
export const coverReason = (
  elements: readonly Element[],
  notices: readonly Element[],
  styles: Styles,
): string | undefined => {
  const around = new Set<object>(notices.flatMap(chainOf))
  for (const element of elements) {
    const displacing = styles.displacing(element)
    const wrong = displacing.find(
      (styled) => !isImageHeight(element, styled) && !isStuckApart(element, styled, around),
    )
    if (wrong === undefined || isNotShown(element) || isSkipLink(element, displacing)) continue
    return `${wrong.property}: ${wrong.value} on <${element.name}> can cover it`
  }
  return undefined
}
