/**
 * Which elements and attributes the notice, what it stands in and what it holds may have. An
 * allow-list: whatever is not here may hide it, rename it or take its links from the keyboard.
 */
import {collapse} from '../text.ts'
import {type Element, elementsOf} from './dom.ts'
import {textWithin} from './text.ts'
import {anything, oneOf, type Test} from './values.ts'

type Attributes = Readonly<Record<string, Test>>

/** `style` is judged with all other CSS, `href` with the notice's links. */
const ANY_ELEMENT: Attributes = {
  class: anything,
  dir: oneOf('ltr', 'rtl', 'auto'),
  id: anything,
  lang: anything,
  style: anything,
}

const NOTE: Attributes = {role: oneOf('note'), 'aria-label': anything, 'aria-labelledby': anything}

const ROWS: Readonly<Record<string, Attributes>> = {
  // in a frame on somebody else's page a chat must open outside of it: most refuse to be framed
  a: {href: anything, target: oneOf('_blank')},
  article: {},
  aside: NOTE,
  bdi: {},
  body: {},
  div: NOTE,
  h2: {},
  html: {},
  li: {},
  main: {tabindex: oneOf('-1')},
  p: {},
  span: {},
  strong: {},
  table: {
    bgcolor: anything,
    border: oneOf('0'),
    cellpadding: oneOf('0'),
    cellspacing: oneOf('0'),
    role: oneOf('presentation'),
    width: oneOf('100%'),
  },
  tbody: {},
  td: {align: oneOf('left', 'center', 'right'), bgcolor: anything, role: oneOf('main')},
  tr: {},
  ul: {},
}

const ELEMENTS: ReadonlyMap<string, ReadonlyMap<string, Test>> = new Map(
  Object.entries(ROWS).map(([name, own]) => [
    name,
    new Map(Object.entries({...ANY_ELEMENT, ...own})),
  ]),
)

/** `undefined` when a reader gets what stands in the element as it is written. */
export const markupReason = ({name, attribs}: Element): string | undefined => {
  const allowed = ELEMENTS.get(name)
  if (allowed === undefined) return `it stands in <${name}>, or holds it`
  const wrong = Object.entries(attribs).find(([key, value]) => allowed.get(key)?.(value) !== true)
  return wrong === undefined ? undefined : `<${name} ${wrong[0]}="${wrong[1]}"> can take it away`
}

/** What a screen reader announces in place of the element: nothing but the notice's own heading. */
export const labelReason = (
  {attribs}: Element,
  notice: Element,
  heading: string,
): string | undefined => {
  const {'aria-label': label, 'aria-labelledby': id} = attribs
  if (label !== undefined && label !== heading) return `aria-label="${label}" renames it`
  if (id === undefined) return undefined
  const isHeading = (element: Element): boolean => {
    const words = textWithin(element, 2 * heading.length)
    return words !== undefined && collapse(words) === collapse(heading)
  }
  const named = elementsOf(notice).filter((element) => element.attribs['id'] === id)
  return named.some(isHeading) ? undefined : `aria-labelledby="${id}" renames it`
}
