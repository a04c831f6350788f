/** Two readings of one HTML side by side. */
import {
  type Document,
  isElement,
  isText,
  type Node,
  parseFully,
} from '../../verification/html/dom.ts'
import {readStrictly} from '../../verification/html/strict/read.ts'

/** All that the gate looks at, and the comments, one line a node. */
export const linesOf = (document: Document): readonly string[] => {
  const lines: string[] = [String(document['x-mode'])]
  const waiting: (readonly [Node, string])[] = document.children
    .toReversed()
    .map((child) => [child, ''])
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next
    if (isElement(node)) {
      const {name, namespace, attribs, endIndex} = node
      // What the parser opens by itself, and closes with the end of all, has an end of no use.
      const end = ['html', 'head', 'body'].includes(name) ? '' : endIndex
      lines.push(`${depth}${name} ${namespace} ${JSON.stringify(Object.entries(attribs))} ${end}`)
      for (const child of node.children.toReversed()) waiting.push([child, `${depth} `])
    } else {
      const kind = isText(node) ? 'text' : node.type
      lines.push(`${depth}${kind} ${JSON.stringify('data' in node ? node.data : '')}`)
    }
  }
  return lines
}

/** `fallback`: not plain enough for the strict reading. '' when both are the same, and unrepaired. */
export const difference = (html: string, kind: {readonly doctype: boolean}): string => {
  const strict = readStrictly(html, kind)
  if (strict === undefined) return 'fallback'
  const {document, repaired} = parseFully(html, kind)
  if (repaired !== undefined) return `repaired: ${repaired}`
  const wanted = linesOf(document)
  const found = linesOf(strict)
  const wrong = wanted.findIndex((line, index) => found[index] !== line)
  if (wrong !== -1) return `${found[wrong]} for ${wanted[wrong]}`
  return found.length === wanted.length ? '' : `${found.at(-1)} is too much`
}
