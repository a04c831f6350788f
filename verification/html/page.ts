/** A whole web page (contracts.md, `out/web`). */
import {repeatsNotice} from '../../crisis-notice/policy.ts'
import type {Expected} from '../expected.ts'
import type {Expectation} from '../expectation.ts'
import {attribute, chainOf, type Element} from './dom.ts'
import {PAGE, type Read, readHtml} from './read.ts'
import {directionOf} from './visibility.ts'

/** Sections of the text: not the references, nor what stands in a footer. */
const isTextSection = (element: Element): boolean =>
  element.name === 'section' &&
  attribute(element, 'role') === undefined &&
  !chainOf(element).some(({name}) => name === 'footer')

/** On a page without sections once is enough. */
const repeatReason = ({elements, found}: Read): string | undefined => {
  const lastSection = elements.findLastIndex(isTextSection)
  // Stryker disable next-line EqualityOperator: a section is no notice
  const last = found.findLast(({element}) => elements.indexOf(element) > lastSection)
  return last === undefined ? 'it is not there again after the last section' : last.reason
}

/** `undefined` when the notice is there, and again at the end where the topics ask for it. */
export const pageReason = (
  html: string,
  expected: Expected,
  {audience, topics}: Expectation,
): string | undefined => {
  const read = readHtml(html, expected, PAGE)
  if (typeof read === 'string') return read
  const {attribs} = chainOf(read.notice).at(-1) ?? read.notice
  if (attribs['lang'] !== audience.language) {
    return `the page says it is in ${attribs['lang']}, not in ${audience.language}`
  }
  if (attribs['dir'] !== directionOf(audience.language)) {
    return `the page does not run ${directionOf(audience.language)}`
  }
  return repeatsNotice(topics) ? repeatReason(read) : undefined
}
