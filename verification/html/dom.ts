/** The gate's own view of HTML: parse5's tree, walked without recursion. */
import {parse, type ParserError, type TreeAdapter} from 'parse5'
import {adapter, type Htmlparser2TreeAdapterMap} from 'parse5-htmlparser2-tree-adapter'
import {readStrictly} from './strict/read.ts'

export type Document = Htmlparser2TreeAdapterMap['document']
export type Element = Htmlparser2TreeAdapterMap['element']
export type Node = Htmlparser2TreeAdapterMap['childNode']

export const isElement = (node: object): node is Element => 'attribs' in node && 'name' in node

/** Comments are not text. */
export const isText = (node: Node): node is Node & {readonly data: string} =>
  'data' in node && node.nodeType === 3

export const attribute = (element: Element, name: string): string | undefined =>
  element.attribs[name]

/** A mail's preheader, for one: it takes no room. */
export const isNotShown = (element: Element): boolean =>
  // Stryker disable next-line StringLiteral: any other text says no more
  /(?:^|;)display:none(?:;|$)/.test(attribute(element, 'style') ?? '')

/** What browsers repair in ways that can swallow what follows. */
const DANGEROUS_ERRORS: ReadonlySet<string> = new Set([
  'abrupt-closing-of-empty-comment',
  'duplicate-attribute',
  'eof-in-comment',
  'eof-in-script-html-comment-like-text',
  'eof-in-tag',
  'incorrectly-closed-comment',
  'incorrectly-opened-comment',
  'missing-attribute-value',
  'missing-whitespace-between-attributes',
  'nested-comment',
  'null-character-reference',
  'unexpected-character-in-attribute-name',
  'unexpected-character-in-unquoted-attribute-value',
  'unexpected-null-character',
  'unexpected-question-mark-instead-of-tag-name',
])

/**
 * Of what closes an element only the end is kept, as its `endIndex`, which the mails' limit needs:
 * to keep all took a tenth of the parser's time.
 */
const treeAdapter: TreeAdapter<Htmlparser2TreeAdapterMap> = {
  ...adapter,
  updateNodeSourceCodeLocation: (node, {endOffset}) => {
    if (endOffset !== undefined) node.endIndex = endOffset
  },
}

export interface Parsed {
  readonly document: Document
  /** The first repair that a reader may see differently, if any. */
  readonly repaired: string | undefined
}

/** By the full algorithm of the standard. Never throws. */
export const parseFully = (html: string, {doctype}: {readonly doctype: boolean}): Parsed => {
  let repaired: string | undefined
  const document = parse<Htmlparser2TreeAdapterMap>(html, {
    treeAdapter,
    // It also makes parse5 say where each element ends.
    onParseError: (error: ParserError) => {
      const code: string = error.code
      const quirks = doctype && code === 'missing-doctype'
      if (quirks || DANGEROUS_ERRORS.has(code)) repaired ??= code
    },
  })
  return {document, repaired}
}

/** Never throws; a fragment becomes the body of a document, without a `doctype`. */
export const parseHtml = (html: string, kind: {readonly doctype: boolean}): Parsed => {
  const document = readStrictly(html, kind)
  // Stryker disable next-line ConditionalExpression: the tree is the same; it saves time only
  return document === undefined ? parseFully(html, kind) : {document, repaired: undefined}
}

/** Every element in document order. */
export const elementsOf = (root: Document | Element): readonly Element[] => {
  const found: Element[] = []
  const waiting: Node[] = root.children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue
    found.push(node)
    for (const child of node.children.toReversed()) waiting.push(child)
  }
  return found
}

/** The element itself, then its parents up to `html`. */
export const chainOf = (element: Element): readonly Element[] => {
  const chain: Element[] = []
  // Stryker disable next-line ConditionalExpression: the document comes before null; the type asks
  for (let node: object | null = element; node !== null && isElement(node); node = node.parent) {
    chain.push(node)
  }
  return chain
}
