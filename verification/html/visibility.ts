/** Why a reader would not see the notice, hear it, or could not use its links. */
import type {Expected} from '../expected.ts'
import {contrastReason} from './contrast.ts'
import {leavesVisible} from './declarations.ts'
import {attribute, chainOf, type Element, elementsOf} from './dom.ts'
import {labelReason, markupReason} from './markup.ts'
import type {Styled, Styles} from './styles.ts'

const styleReason = ({name}: Element, styled: readonly Styled[]): string | undefined => {
  const wrong = styled.find(
    ({property, value, pseudo}) => pseudo || !leavesVisible(property, value),
  )
  if (wrong === undefined) return undefined
  const where = [name, ...wrong.conditions].join(' ')
  return `${wrong.property}: ${wrong.value} on ${where} can hide it`
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** `dir` for a language. A table of the gate's own, so that no other table has to be right. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.toLowerCase().replace(/-.*/, '')) ? 'rtl' : 'ltr'

/** Marked by the nearest element that says so: how it is pronounced, and where a line begins. */
const languageReason = (notice: Element, language: string): string | undefined => {
  const nearest = (name: string): string | undefined =>
    chainOf(notice).flatMap((element) => attribute(element, name) ?? [])[0]
  if (nearest('lang') !== language) return `it is not marked as being in ${language}`
  const direction = directionOf(language)
  if (nearest('dir') !== direction) return `it does not run ${direction}`
  const turned = elementsOf(notice).find((element) =>
    [direction, 'auto', undefined].every((allowed) => attribute(element, 'dir') !== allowed),
  )
  return turned === undefined ? undefined : `<${turned.name}> in it runs the other way`
}

/** `undefined` when the whole of `notice` is there to see, to hear and to touch. */
export const reasonHidden = (
  notice: Element,
  {notice: {heading, language}}: Expected,
  styles: Styles,
): string | undefined => {
  const elements = [...chainOf(notice), ...elementsOf(notice)]
  const styled = new Map(elements.map((each) => [each, styles.of(each)]))
  for (const [element, says] of styled) {
    const reason =
      markupReason(element) ?? labelReason(element, notice, heading) ?? styleReason(element, says)
    if (reason !== undefined) return reason
  }
  for (const element of [notice, ...elementsOf(notice)]) {
    // It has the colours of what it stands in, which was asked before; a link does not.
    // Stryker disable next-line ConditionalExpression: it saves time only
    if (element !== notice && element.name !== 'a' && styled.get(element)?.length === 0) continue
    const reason = contrastReason(element, styled)
    if (reason !== undefined) return reason
  }
  return languageReason(notice, language)
}
