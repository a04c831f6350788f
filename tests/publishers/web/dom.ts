/** A page as tests ask it: by selector. parse5 reads it, as the gate and browsers do. */
import {selectAll} from 'css-select'
import {parse} from 'parse5'
import {adapter, type Htmlparser2TreeAdapterMap} from 'parse5-htmlparser2-tree-adapter'

type Document = Htmlparser2TreeAdapterMap['document']
type Node = Htmlparser2TreeAdapterMap['childNode']
export type Element = Htmlparser2TreeAdapterMap['element']

export interface Page {
  readonly all: (selector: string) => readonly Element[]
  /** The first; throws when there is none. */
  readonly one: (selector: string) => Element
}

const isElement = (node: Node): node is Element => 'attribs' in node

export const textOf = (element: Element): string =>
  element.children
    .map((child) => {
      if (isElement(child)) return textOf(child)
      return 'data' in child ? child.data : ''
    })
    .join('')

export const page = (html: string): Page => {
  const document: Document = parse<Htmlparser2TreeAdapterMap>(html, {treeAdapter: adapter})
  const all = (selector: string): readonly Element[] =>
    selectAll<Node, Element>(selector, document.children)
  return {
    all,
    one: (selector) => {
      const [found] = all(selector)
      if (found === undefined) throw new RangeError(`Nothing matches ${selector}`)
      return found
    },
  }
}

/** Its elements in document order, for comparing places. */
export const order = (found: Page, ...selectors: readonly string[]): readonly number[] => {
  const every = found.all('*')
  return selectors.map((selector) => every.indexOf(found.one(selector)))
}
