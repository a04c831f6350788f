/**
 * Markdown as its reader meets it once it is rendered: read by CommonMark, and again with GitHub's
 * extensions, by parsers that are not ours.
 */
import type {Nodes, Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import type {Expected} from '../expected.ts'
import {collapse, controlReason} from '../text.ts'

/** What may stand in the notice. */
const IN_NOTICE: ReadonlySet<Nodes['type']> = new Set([
  'heading',
  'paragraph',
  'list',
  'listItem',
  'text',
  'strong',
  'link',
])

/** What could hide or swallow text, or lead a link elsewhere; our articles have none of them. */
const REFUSED: ReadonlyMap<Nodes['type'], string> = new Map([
  ['html', 'raw HTML'],
  ['definition', 'a link defined elsewhere'],
  ['linkReference', 'a link defined elsewhere'],
  ['imageReference', 'an image defined elsewhere'],
  ['code', 'a block of code'],
  ['inlineCode', 'code'],
  ['delete', 'struck text'],
  ['footnoteDefinition', 'a footnote'],
  ['footnoteReference', 'a footnote'],
  ['yaml', 'front matter'],
])

const all = (node: Nodes): readonly Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(all) : []),
]

const wordsOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) return ''
  const isInline = node.type === 'paragraph' || node.type === 'heading' || node.type === 'link'
  return node.children.map(wordsOf).join(isInline || node.type === 'strong' ? '' : '\n')
}

/** The blocks that the notice takes, from the first on; none when they do not read as it. */
const noticeBlocks = (root: Root, expected: Expected): readonly Nodes[] => {
  for (let count = 1; count <= root.children.length; count += 1) {
    const blocks = root.children.slice(0, count)
    const words = collapse(blocks.map(wordsOf).join('\n'))
    if (words === expected.shown) return blocks
    if (words.length > expected.shown.length) break
  }
  return []
}

const sameLinks = (
  nodes: readonly Nodes[],
  {links}: Expected,
  isOurs: (url: string) => boolean,
): boolean => {
  const found = nodes.flatMap((node) =>
    node.type === 'link' && isOurs(node.url) ? [{text: wordsOf(node), href: node.url}] : [],
  )
  return (
    found.length === links.length &&
    links.every(({text, href}, index) => {
      const link = found[index]
      return link !== undefined && link.href === href && collapse(link.text) === collapse(text)
    })
  )
}

const treeReason = (
  root: Root,
  expected: Expected,
  isOurs: (url: string) => boolean,
): string | undefined => {
  const nodes = all(root)
  const refused = nodes.map(({type}) => REFUSED.get(type)).find((name) => name !== undefined)
  if (refused !== undefined) return `there is ${refused} in it`
  const blocks = noticeBlocks(root, expected)
  if (blocks.length === 0) return 'it does not begin with the notice'
  const inside = blocks.flatMap(all)
  const other = inside.find(({type}) => !IN_NOTICE.has(type))
  if (other !== undefined) return `there is a ${other.type} in the notice`
  return sameLinks(inside, expected, isOurs) ? undefined : 'its links are not those of the notice'
}

/** `undefined` when it begins with the notice, whole, and every way in it is live. */
export const markdownReason = (text: string, expected: Expected): string | undefined => {
  const control = controlReason(text)
  if (control !== undefined) return control
  const reason = treeReason(fromMarkdown(text), expected, () => true)
  if (reason !== undefined) return reason
  const extended = fromMarkdown(text, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]})
  // GitHub makes links of addresses in the running text too
  const wanted = new Set(expected.links.map(({href}) => href))
  const other = treeReason(extended, expected, (url) => wanted.has(url))
  return other === undefined ? undefined : `with GitHub's extensions ${other}`
}
