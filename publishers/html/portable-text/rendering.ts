/** What every part of one rendering shares. */
import type {
  MissingComponentHandler,
  NodeRenderer,
  PortableTextHtmlComponents,
} from '@portabletext/to-html'
import type {Node} from './nodes.ts'

export interface Rendering {
  readonly components: PortableTextHtmlComponents
  readonly onMissing: MissingComponentHandler
  readonly renderNode: NodeRenderer
  readonly nodeHtml: (node: Node, index: number, isInline: boolean) => string
}

/** As `join('')` prints it: a component written in JavaScript may give other things than strings. */
export const printed = (html: string): string => (typeof html === 'string' ? html : [html].join(''))
