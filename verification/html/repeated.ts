/** Whether the notice is there again, after all of the text. */
import {attribute, chainOf, type Element} from './dom.ts'
import {NOT_REPEATED} from './reading.ts'
import type {Whole} from './whole.ts'

/** Sections of the text: not the references, nor what stands in a footer. */
const isTextSection = (element: Element): boolean =>
  element.name === 'section' &&
  attribute(element, 'role') === undefined &&
  !chainOf(element).some(({name}) => name === 'footer')

/** On a page without sections once is enough. */
export const repeatReason = ({elements, found}: Whole): string | undefined => {
  const lastSection = elements.findLastIndex(isTextSection)
  // Stryker disable next-line EqualityOperator: a section is no notice
  const last = found.findLast(({element}) => elements.indexOf(element) > lastSection)
  return last === undefined ? NOT_REPEATED : last.reason
}
