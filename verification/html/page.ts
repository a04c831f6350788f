/** A web page, and any piece of HTML that stands for one. */
import {repeatsNotice} from '../../crisis-notice/policy.ts'
import type {Expected} from '../expected.ts'
import type {Expectation} from '../expectation.ts'
import {attribute, chainOf, type Document, type Element, elementsOf, parseHtml} from './dom.ts'
import {findNotices} from './notice.ts'
import {type Styles, stylesOf} from './styles.ts'

const baseOf = (language: string): string => language.split('-', 1).join('').toLowerCase()
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** What the gate cannot read, so that it cannot vouch for the page. */
const forbidden = (elements: readonly Element[]): string | undefined => {
  for (const element of elements) {
    const {name} = element
    const rel = attribute(element, 'rel')?.toLowerCase() ?? ''
    if (name === 'script' && attribute(element, 'type') !== 'application/ld+json') {
      return 'a script runs in it'
    }
    if (name === 'link' && /\b(?:stylesheet|import|preload)\b/.test(rel)) {
      return 'a style sheet comes from outside it'
    }
    if (name === 'base') return '<base> changes where its links lead'
    if (name === 'meta' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh') {
      return 'it sends readers elsewhere'
    }
    if (Object.keys(element.attribs).some((key) => key.toLowerCase().startsWith('on'))) {
      return `a script runs on <${name}>`
    }
  }
  return undefined
}

/** Something fixed or stretched over the page can cover the notice. */
const covering = (styles: Styles): string | undefined => {
  const found = styles.anywhere(
    ({property, value}) =>
      (property === 'position' && value === 'fixed') ||
      (property === 'inset' && /^0(?:px)?$/.test(value)),
  )
  return found === undefined ? undefined : `${found.property}: ${found.value} can cover it`
}

const startsSection = ({name}: Element): boolean => name === 'section' || name === 'h2'

/** Sections of the text: not the references, not the footer's. */
const isTextSection = (element: Element): boolean =>
  element.name === 'section' &&
  attribute(element, 'role') === undefined &&
  !chainOf(element).some(({name}) => name === 'footer' || name === 'nav')

/** In HTML that has no page around it: notice visible, before anything that starts a section. */
export const fragmentReason = (
  document: Document,
  expected: Expected,
  styles: Styles,
): string | undefined => {
  const elements = elementsOf(document)
  const trouble = styles.unreadable ?? forbidden(elements) ?? covering(styles)
  if (trouble !== undefined) return trouble
  const [first] = findNotices(document, expected, styles)
  if (first === undefined) return 'no element reads as the notice, whole and word for word'
  if (first.reason !== undefined) return first.reason
  const chain = new Set(chainOf(first.element))
  const place = elements.indexOf(first.element)
  const section = elements.findIndex((element) => startsSection(element) && !chain.has(element))
  if (section !== -1 && section < place) return 'a section stands before it'
  return undefined
}

export const htmlReason = (html: string, expected: Expected): string | undefined => {
  const {document, repaired} = parseHtml(html)
  if (repaired !== undefined) return `the HTML is broken (${repaired})`
  return fragmentReason(document, expected, stylesOf(document))
}

const repeatReason = (
  document: Document,
  expected: Expected,
  styles: Styles,
): string | undefined => {
  const found = findNotices(document, expected, styles)
  const last = found.at(-1)
  const elements = elementsOf(document)
  const sections = elements.filter(isTextSection)
  const lastSection = sections.at(-1)
  if (lastSection === undefined) return undefined
  if (last === undefined || elements.indexOf(last.element) < elements.indexOf(lastSection)) {
    return 'it is not there again after the last section'
  }
  return last.reason
}

/** A whole page (contracts.md, `out/web`). `undefined` when the notice is there. */
export const pageReason = (
  html: string,
  expected: Expected,
  {audience, topics}: Expectation,
): string | undefined => {
  const {document, repaired} = parseHtml(html)
  if (repaired !== undefined) return `the HTML is broken (${repaired})`
  const styles = stylesOf(document)
  const root = elementsOf(document).find(({name}) => name === 'html')
  const language = root === undefined ? undefined : attribute(root, 'lang')
  if (language !== audience.language) {
    return `the page says it is in ${language ?? 'no language'}, not in ${audience.language}`
  }
  const rtl = RIGHT_TO_LEFT.has(baseOf(audience.language))
  if (rtl && root !== undefined && attribute(root, 'dir') !== 'rtl') {
    return 'the page does not run from right to left'
  }
  return (
    fragmentReason(document, expected, styles) ??
    (repeatsNotice(topics) ? repeatReason(document, expected, styles) : undefined)
  )
}
