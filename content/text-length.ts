import type {PortableNode} from './model.ts'

const lengthOf = (node: PortableNode): number => {
  switch (node._type) {
    case 'block':
      return node.children.reduce(
        (sum, child) => sum + (child._type === 'span' ? child.text.length : 0),
        0,
      )
    case 'table':
      return node.rows.reduce(
        (sum, {cells}) => sum + cells.reduce((row, cell) => row + cell.length, 0),
        0,
      )
    default:
      return 0
  }
}

/** UTF-16 units of text that the nodes themselves hold; not what they refer to. */
export const textLength = (nodes: readonly PortableNode[]): number =>
  nodes.reduce((sum, node) => sum + lengthOf(node), 0)
