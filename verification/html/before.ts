/** What a reader meets before the notice. */
import {
  chainOf,
  type Document,
  type Element,
  isElement,
  isNotShown,
  isText,
  type Node,
} from './dom.ts'

export interface Before {
  /** All words of the body that may be seen. */
  readonly words: string
  /** Names of the elements, those the notice stands in aside. */
  readonly elements: readonly string[]
}

/** In document order. What an inline style takes out, such as a mail's preheader, is not met. */
export const beforeNotice = (document: Document, notice: Element): Before => {
  const around = new Set(chainOf(notice))
  const elements: string[] = []
  let words = ''
  const waiting: Node[] = document.children.toReversed()
  // Stryker disable next-line ConditionalExpression: the notice always comes; the type asks
  for (let node = waiting.pop(); node !== undefined && node !== notice; node = waiting.pop()) {
    if (isText(node)) words += node.data
    if (!isElement(node) || node.name === 'head' || isNotShown(node)) continue
    if (!around.has(node)) elements.push(node.name)
    for (const child of node.children.toReversed()) waiting.push(child)
  }
  return {words: words.trim(), elements}
}
