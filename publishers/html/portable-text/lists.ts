/**
 * Lists out of list items, nested while walking. The rules are those of the toolkit's `nestLists`:
 * an item hangs in the last item of the list above it, levels that are skipped get an empty item,
 * and another kind of list at the same level begins anew from level 1.
 */
import {type Block, isBlock, isItem, isList, type Item, type List, type Node} from './nodes.ts'

type Kind = Pick<Item, 'level' | 'listItem'>

// 0 is no level either, nor '' a kind.
const levelOf = ({level}: Kind): number => level || 1
const kindOf = ({listItem}: Kind): string => listItem || 'normal'

const listOf = (item: Item, index: number, level: number): List => {
  const own = levelOf(item)
  const key = item._key || String(index)
  const first =
    level === own ? item : {...item, _key: `${key}-placeholder-${level}`, children: [], level}
  return {
    _type: '@list',
    _key: `${key}-parent${level === own ? '' : `-${level}`}`,
    mode: 'html',
    level,
    listItem: item.listItem,
    children: [first],
  }
}

/** Into the last item of `outer`, which is copied: it is not ours. */
const hang = (inner: List, outer: List): void => {
  const last = outer.children.at(-1)
  if (last === undefined) return
  outer.children[outer.children.length - 1] = {...last, children: [...last.children, inner]}
}

interface Open {
  readonly root: List
  current: List
}

/** A list a level, from the one below `above` down to the item's own. */
const chainOf = (item: Item, index: number, above: number): Open => {
  const root = listOf(item, index, above + 1)
  let current = root
  for (let level = above + 2; level <= levelOf(item); level += 1) {
    const inner = listOf(item, index, level)
    hang(inner, current)
    current = inner
  }
  return {root, current}
}

/** The open list of the item's level and kind, looked for along the last items. */
const openList = (root: List, item: Item): List | undefined => {
  const level = levelOf(item)
  let node: Node | undefined = root
  while (node !== undefined && isList(node)) {
    if (node.level === level && kindOf(node) === kindOf(item)) return node
    node = node.children.at(-1)?.children.at(-1)
  }
  return undefined
}

/** Puts the item where it belongs; false when it has to begin a list of its own. */
const hasPlaced = (item: Item, index: number, open: Open): boolean => {
  const {root, current} = open
  const level = levelOf(item)
  if (level > current.level) {
    const chain = chainOf(item, index, current.level)
    hang(chain.root, current)
    open.current = chain.current
    return true
  }
  const isSame = level === current.level && item.listItem === current.listItem
  const list = isSame ? current : level < current.level ? openList(root, item) : undefined
  if (list === undefined) return false
  list.children.push(item)
  open.current = list
  return true
}

export interface Nested {
  readonly node: Node
  /** The same, when it is a text block and no item. */
  readonly block?: Block
}

/** The nodes with lists in place of their items. Throws TypeError as `isBlock`. */
export const nest = (nodes: readonly Node[]): readonly Nested[] => {
  const nested: Nested[] = []
  let open: Open | undefined
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    // to-html leaves out what is missing.
    if (!node) continue
    if (!isBlock(node)) {
      open = undefined
      nested.push({node})
    } else if (!isItem(node)) {
      open = undefined
      nested.push({node, block: node})
    } else if (open === undefined || !hasPlaced(node, index, open)) {
      open = chainOf(node, index, 0)
      nested.push({node: open.root})
    }
  }
  return nested
}
