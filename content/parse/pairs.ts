/** Helplines that are shown together or not at all. */
import type {HelplineRef, PortableNode} from '../model.ts'
import type {Lookup} from './lookup.ts'

const shows = (node: PortableNode | undefined, id: string): boolean =>
  node?._type === 'helplineRef' && node.helpline.id === id

const partner = (node: HelplineRef, lookup: Lookup): readonly PortableNode[] => {
  const {pairedWith} = node.helpline
  if (pairedWith === undefined) return []
  const found = lookup.helplines.get(pairedWith)
  if (!found.ok) return []
  return [Object.freeze({_type: 'helplineRef', _key: `${node._key}-pair`, helpline: found.value})]
}

/** Puts a line's partner after it, where the editor placed only one of the two. */
export const showPairs = (
  nodes: readonly PortableNode[],
  lookup: Lookup,
): readonly PortableNode[] => {
  if (!nodes.some(({_type}) => _type === 'helplineRef')) return nodes
  return nodes.flatMap((node, index) => {
    if (node._type !== 'helplineRef') return [node]
    const pair = node.helpline.pairedWith
    const beside =
      pair !== undefined && (shows(nodes[index - 1], pair) || shows(nodes[index + 1], pair))
    return beside ? [node] : [node, ...partner(node, lookup)]
  })
}
