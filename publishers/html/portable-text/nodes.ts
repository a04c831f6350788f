/**
 * What a node of Portable Text is, told as @portabletext/toolkit tells it: a text block by its
 * children, a span by its text, whatever either is called.
 */
import type {
  HtmlPortableTextList,
  NodeRenderer,
  PortableTextBlockComponent,
  PortableTextListItemComponent,
} from '@portabletext/to-html'
import type {ToolkitNestedPortableTextSpan} from '@portabletext/toolkit'

export type Node = Parameters<NodeRenderer>[0]['node']
export type Block = Parameters<PortableTextBlockComponent>[0]['value']
export type Item = Parameters<PortableTextListItemComponent>[0]['value']
export type List = Extract<HtmlPortableTextList, {mode: 'html'}>
export type Child = Block['children'][number]
export type Span = Item['children'][number]
export type MarkDefinition = NonNullable<Block['markDefs']>[number]

/** Of the toolkit's tree. */
export type MarkNode = ToolkitNestedPortableTextSpan & {readonly markKey: string}

/** What is asked of a node that may be anything. */
interface Unread {
  readonly _type?: unknown
  readonly _key?: unknown
  readonly markDefs?: unknown
  readonly children?: unknown
}

const areDefinitions = (definitions: readonly (Unread | null | undefined)[]): boolean => {
  for (const definition of definitions) {
    if (definition === null || definition === undefined) {
      throw new TypeError('A mark definition is missing where one should be. Remove it.')
    }
    if (typeof definition._key !== 'string') return false
  }
  return true
}

const areNodes = (children: readonly (Unread | null)[]): boolean => {
  for (const child of children) {
    if (child === null) throw new TypeError('A child of a text block is null. Remove it.')
    if (typeof child !== 'object') return false
    if (child._type === undefined && !('_type' in child)) return false
  }
  return true
}

/** Throws TypeError for a child or mark definition that is null. */
export const isBlock = (node: Node): node is Block => {
  const {_type: type, markDefs, children}: Unread = node
  if (typeof type !== 'string' || type.startsWith('@')) return false
  if (markDefs && !(Array.isArray(markDefs) && areDefinitions(markDefs))) return false
  return Array.isArray(children) && areNodes(children)
}

export const isItem = (block: Block): block is Item & Block =>
  typeof block.listItem === 'string' &&
  (block.level === undefined || typeof block.level === 'number')

const areMarks = (marks: unknown): boolean => {
  if (!Array.isArray(marks)) return false
  for (const mark of marks) if (typeof mark !== 'string') return false
  return true
}

export const isSpan = (child: Child): child is Span =>
  child._type === 'span' &&
  typeof child.text === 'string' &&
  (child.marks === undefined || areMarks(child.marks))

/** Known by name alone, as in the toolkit, like the next two. */
export const isList = (node: Node): node is List => node._type === '@list'

export const isMarkNode = (node: Node): node is MarkNode => node._type === '@span'

export const isTextNode = (node: Node): node is Node & {readonly text: string} =>
  node._type === '@text'
