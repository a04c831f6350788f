/** What a reader would read, once CSS that hides has been ruled out elsewhere. */
import {type Element, isElement, isText, type Node} from './dom.ts'

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
