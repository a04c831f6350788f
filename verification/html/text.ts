/** What a reader would read, once CSS that hides has been ruled out elsewhere. */
import {type Document, type Element, isElement, isText, type Node} from './dom.ts'

/** Elements that flow with the words around them; all others stand apart. */
const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
])

/** `undefined` once the text grows beyond `limit`: then it is not what is looked for. */
export const textWithin = (element: Element, limit: number): string | undefined => {
  let text = ''
  const waiting: (Node | ' ')[] = [element]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // Stryker disable next-line ConditionalExpression,EqualityOperator: the end checks again; this saves time
    if (text.length > limit) return undefined
    if (node === ' ') text += ' '
    else if (isElement(node)) {
      const apart = !INLINE.has(node.name)
      if (apart) {
        text += ' '
        waiting.push(' ')
      }
      for (const child of node.children.toReversed()) waiting.push(child)
    } else if (isText(node)) text += node.data
  }
  return text.length > limit ? undefined : text
}

/** Of an element of the document, as `textWithin`; `undefined` when shorter or longer than that. */
export type TextOf = (element: Element, least: number, most: number) => string | undefined

/** Reads the whole document once: the text of an element is a stretch of that of what it stands in. */
export const textIndex = (root: Document): TextOf => {
  const stretches = new Map<Element, {readonly from: number; to: number}>()
  let text = ''
  // An element for the second time: its end.
  const waiting: Node[] = root.children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node)) {
      const apart = INLINE.has(node.name) ? '' : ' '
      const open = stretches.get(node)
      if (open === undefined) {
        stretches.set(node, {from: text.length, to: text.length})
        text += apart
        waiting.push(node)
        for (const child of node.children.toReversed()) waiting.push(child)
      } else {
        text += apart
        open.to = text.length
      }
    } else if (isText(node)) text += node.data
  }
  return (element, least, most) => {
    const {from, to} = stretches.get(element) ?? {from: 0, to: 0}
    return to - from < least || to - from > most ? undefined : text.slice(from, to)
  }
}
