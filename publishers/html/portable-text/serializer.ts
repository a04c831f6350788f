/**
 * Portable Text as HTML, with the components of @portabletext/to-html and the octets of its `toHTML`.
 * docs/portable-text.md says how it is used and why it is there.
 *
 * What differs: the toolkit's own `@list` nodes are rendered wherever they stand, but no items are hung
 * into those that came with the input; and a sparse array of children is no text block.
 */
import {
  defaultComponents,
  type HtmlPortableTextList,
  mergeComponents,
  type MissingComponentHandler,
  type PortableTextComponents,
  type toHTML,
} from '@portabletext/to-html'
import {spanToPlainText} from '@portabletext/toolkit'
import {escapeProse} from './prose.ts'
import {inlineHtml, lineBreak, markHtml} from './inline.ts'
import {nest} from './lists.ts'
import {reportMissing} from './missing.ts'
import {
  type Block,
  isBlock,
  isItem,
  isList,
  isMarkNode,
  isTextNode,
  type Item,
  type MarkNode,
  type Node,
} from './nodes.ts'
import {printed, type Rendering} from './rendering.ts'

/** Those of `toHTML`. */
export type SerializerOptions = NonNullable<Parameters<typeof toHTML>[1]>

export type Serializer = (nodes: readonly Node[]) => string

const warn: MissingComponentHandler = (message) => console.warn(message)
const ignore: MissingComponentHandler = () => undefined

const componentsOf = (overrides: PortableTextComponents | undefined) => {
  const components =
    overrides === undefined ? defaultComponents : mergeComponents(defaultComponents, overrides)
  return components.escapeHTML === defaultComponents.escapeHTML
    ? {...components, escapeHTML: escapeProse}
    : components
}

const blockHtml = (block: Block, index: number, isInline: boolean, rendering: Rendering) => {
  const {
    components: {block: known, unknownBlockStyle},
    onMissing,
    renderNode,
  } = rendering
  const children = inlineHtml(block, rendering)
  const style = block.style || 'normal'
  const component = (typeof known === 'function' ? known : known[style]) || unknownBlockStyle
  if (component === unknownBlockStyle) reportMissing(onMissing, 'blockStyle', style)
  const options = {children, index, isInline, node: block, value: block, renderNode}
  return component(options)
}

const itemHtml = (item: Item, index: number, rendering: Rendering): string => {
  const {
    components: {listItem: known, unknownListItem},
    onMissing,
    renderNode,
  } = rendering
  let children = inlineHtml(item, rendering)
  const component = (typeof known === 'function' ? known : known[item.listItem]) || unknownListItem
  if (component === unknownListItem) {
    reportMissing(onMissing, 'listItemStyle', item.listItem || 'bullet')
  }
  if (item.style && item.style !== 'normal') {
    // The children are rendered once more, as to-html does: its components are called so often.
    const {listItem: _listItem, ...block} = item
    children = blockHtml(block, index, false, rendering)
  }
  return component({value: item, index, isInline: false, renderNode, children})
}

const listHtml = (list: HtmlPortableTextList, index: number, rendering: Rendering): string => {
  const {
    components: {list: known, unknownList},
    onMissing,
    renderNode,
  } = rendering
  let children = ''
  for (const [at, child] of list.children.entries()) {
    const node = child._key ? child : {...child, _key: `li-${index}-${at}`}
    children += printed(rendering.nodeHtml(node, at, false))
  }
  const component = (typeof known === 'function' ? known : known[list.listItem]) || unknownList
  if (component === unknownList) {
    reportMissing(onMissing, 'listStyle', list.listItem || 'bullet')
  }
  return component({value: list, index, isInline: false, renderNode, children})
}

/** A mark of the toolkit's tree: no text has it, but a component may render one. */
const markNodeHtml = (node: MarkNode, rendering: Rendering): string => {
  const {markKey, markType, markDef: value} = node
  let html = ''
  for (const [index, child] of node.children.entries()) {
    html += printed(rendering.nodeHtml(child, index, true))
  }
  return markHtml({markKey, markType, value, html, text: spanToPlainText(node)}, rendering)
}

const objectHtml = (value: Node, index: number, isInline: boolean, rendering: Rendering) => {
  const {
    components: {types, unknownType},
    onMissing,
    renderNode,
  } = rendering
  const component = types[value._type]
  if (!component) reportMissing(onMissing, 'block', value._type)
  return (component || unknownType)({value, isInline, index, renderNode})
}

const otherHtml = (node: Node, index: number, isInline: boolean, rendering: Rendering): string => {
  if (isList(node)) return listHtml(node, index, rendering)
  if (isMarkNode(node)) return markNodeHtml(node, rendering)
  if (!isTextNode(node)) return objectHtml(node, index, isInline, rendering)
  return node.text === '\n' ? lineBreak(rendering) : rendering.components.escapeHTML(node.text)
}

const renderingOf = ({components, onMissingComponent = warn}: SerializerOptions): Rendering => {
  const nodeHtml: Rendering['nodeHtml'] = (node, index, isInline) => {
    if (!isBlock(node)) return otherHtml(node, index, isInline, rendering)
    return isItem(node)
      ? itemHtml(node, index, rendering)
      : blockHtml(node, index, isInline, rendering)
  }
  const rendering: Rendering = {
    components: componentsOf(components),
    onMissing: onMissingComponent || ignore,
    renderNode: ({node, index, isInline}) => nodeHtml(node, index, isInline),
    nodeHtml,
  }
  return rendering
}

/** The components are looked at once, here: for many bodies of one look. */
export const htmlSerializer = (options: SerializerOptions = {}): Serializer => {
  const rendering = renderingOf(options)
  return (nodes) => {
    let html = ''
    let index = 0
    for (const {node, block} of nest(nodes)) {
      html += printed(
        block === undefined
          ? otherHtml(node, index, false, rendering)
          : blockHtml(block, index, false, rendering),
      )
      index += 1
    }
    return html
  }
}

/** In place of `toHTML`. */
export const toHtml = (value: Node | readonly Node[], options: SerializerOptions = {}): string =>
  htmlSerializer(options)('_type' in value ? [value] : value)
