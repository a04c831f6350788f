/**
 * Where a superscript number stands beside punctuation: after commas and full stops, before colons
 * and semicolons (AMA Manual of Style, 11th edition, 3.6). Editors cite where they write; this
 * moves the mark over the punctuation that directly follows it.
 */
import type {PortableNode, TextBlock} from '../../content/model.ts'

type Child = TextBlock['children'][number]

const FOLLOWING = /^[,.?!،。]+["'”’»)]*/
const PRECEDING = /[:;؛]+$/

const moved = (children: readonly Child[]): readonly Child[] => {
  const result: Child[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (child._type === 'span' && last?._type === 'citation') {
      const [marks] = FOLLOWING.exec(child.text) ?? []
      if (marks !== undefined) {
        const rest = child.text.slice(marks.length)
        result.pop()
        result.push({...child, _key: `${child._key}-mark`, text: marks}, last)
        if (rest !== '') result.push({...child, text: rest})
        continue
      }
    }
    if (child._type === 'citation' && last?._type === 'span') {
      const [marks] = PRECEDING.exec(last.text) ?? []
      if (marks !== undefined) {
        result.pop()
        const before = last.text.slice(0, -marks.length)
        if (before !== '') result.push({...last, text: before})
        result.push(child, {...last, _key: `${last._key}-mark`, text: marks})
        continue
      }
    }
    result.push(child)
  }
  return result
}

/** The same nodes, citations in their place; nothing else is touched. */
export const citationsAfterPunctuation = (
  nodes: readonly PortableNode[],
): readonly PortableNode[] =>
  nodes.map((node) =>
    node._type === 'block' && node.children.some(({_type}) => _type === 'citation')
      ? {...node, children: moved(node.children)}
      : node,
  )
