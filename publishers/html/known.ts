/**
 * The names a node may carry. Looked up in sets, since to-html looks them up in plain objects, where
 * a mark called `constructor` finds a function.
 */
import type {PortableNode, TextBlock} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'

const TYPES: ReadonlySet<string> = new Set([
  'block',
  'figure',
  'warningRef',
  'helplineRef',
  'table',
] satisfies readonly PortableNode['_type'][])
const STYLES: ReadonlySet<string> = new Set(['normal', 'h3', 'h4', 'blockquote'])
const LISTS: ReadonlySet<string> = new Set(['bullet', 'number'])
const DECORATORS: ReadonlySet<string> = new Set(['strong', 'em', 'sub', 'sup'])
const CHILDREN: ReadonlySet<string> = new Set(['span', 'citation'])

const assert = (names: ReadonlySet<string>, name: string, kind: string): void => {
  if (!names.has(name)) throw new UnknownBlockError(`${kind} ${name}`)
}

/** A decorator, or the key of one of the block's links, of which few blocks have any. */
const isMark = (mark: string, {markDefs}: TextBlock): boolean =>
  DECORATORS.has(mark) || markDefs.some(({_key}) => _key === mark)

const assertBlock = (block: TextBlock): void => {
  assert(STYLES, block.style, 'style')
  if (block.listItem !== undefined) assert(LISTS, block.listItem, 'list')
  for (const {_type: type} of block.markDefs) {
    if (type !== 'link') throw new UnknownBlockError(`mark ${String(type)}`)
  }
  for (const child of block.children) {
    assert(CHILDREN, child._type, 'inline object')
    if (child._type !== 'span') continue
    for (const mark of child.marks) {
      if (!isMark(mark, block)) throw new UnknownBlockError(`mark ${mark}`)
    }
  }
}

/** Every channel prints the same text, some of them several times. */
const known = new WeakSet<readonly PortableNode[]>()

/** Once a text, when it is frozen: what reads content freezes it all the way down. Throws UnknownBlockError. */
export const assertKnown = (nodes: readonly PortableNode[]): void => {
  if (known.has(nodes)) return
  for (const node of nodes) {
    assert(TYPES, node._type, 'block')
    if (node._type === 'block') assertBlock(node)
  }
  if (Object.isFrozen(nodes)) known.add(nodes)
}
