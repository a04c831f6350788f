/** The tree as parse5 would have made it, of what is said in order. */
import {html as standard} from 'parse5'
import {adapter} from 'parse5-htmlparser2-tree-adapter'
import type {Document, Element} from '../dom.ts'
import type {Attributes} from './tags.ts'

export interface Builder {
  readonly document: Document
  readonly open: (name: string, attributes?: Attributes) => void
  /** `end`: offset of the character after its end tag, if it has one. */
  readonly close: (end: number | null) => void
  readonly text: (data: string) => void
  readonly comment: (data: string) => void
}

/** None of ours has a namespace to be kept. */
export const elementOf = (name: string, attributes?: Attributes): Element => {
  const element = adapter.createElement(name, standard.NS.HTML, [])
  if (attributes !== undefined) {
    for (const [key, value] of attributes) element.attribs[key] = value
  }
  return element
}

export const createBuilder = ({doctype}: {readonly doctype: boolean}): Builder => {
  const document = adapter.createDocument()
  const {NO_QUIRKS, QUIRKS} = standard.DOCUMENT_MODE
  adapter.setDocumentMode(document, doctype ? NO_QUIRKS : QUIRKS)
  if (doctype) adapter.setDocumentType(document, 'html', '', '')
  const stack: Element[] = []
  const current = (): Document | Element => stack.at(-1) ?? document
  return {
    document,
    open: (name, attributes) => {
      const element = elementOf(name, attributes)
      adapter.appendChild(current(), element)
      stack.push(element)
    },
    close: (end) => {
      const element = stack.pop()
      if (element !== undefined) element.endIndex = end
    },
    text: (data) => {
      if (data !== '') adapter.insertText(current(), data)
    },
    comment: (data) => {
      adapter.appendChild(current(), adapter.createCommentNode(data))
    },
  }
}
