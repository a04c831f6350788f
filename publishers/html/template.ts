/**
 * A text rendered once for every channel that gives it semantic HTML: between the slots, which each
 * prints in its own way, the page, the feeds and the partner's JSON have the same octets.
 */
import type {PortableNode} from '../../content/model.ts'
import {blocksHtml} from './blocks.ts'
import {componentsWith} from './components.ts'
import type {Slot} from './slots.ts'

export interface Template {
  readonly start: string
  /** In reading order. */
  readonly slots: readonly Slot[]
  /** The HTML after each slot, up to the next one or to the end. */
  readonly after: readonly string[]
}

/** On both sides of a slot's number. No text that was read from a dataset has it. */
const MARK = '\0'

/** Those of the text that is being rendered: nothing in it waits, and no text is rendered within another. */
const found: Slot[] = []

const components = componentsWith((slot) => `${MARK}${found.push(slot) - 1}${MARK}`)

/** Undefined when there are more marks than the slots' own: somebody wrote one. */
const split = (html: string): Template | undefined => {
  const pieces = html.split(MARK)
  if (pieces.length !== 2 * found.length + 1) return undefined
  const slots: Slot[] = []
  const after: string[] = []
  for (let at = 1; at < pieces.length; at += 2) {
    // a link within a link is rendered before it
    const slot = found[Number(pieces[at])]
    if (slot === undefined) return undefined
    slots.push(slot)
    after.push(pieces[at + 1] ?? '')
  }
  return {start: pieces[0] ?? '', slots, after}
}

/** What is in it is rendered twice and shown once, as to-html does: a slot would be lost. */
const isStyledItem = (node: PortableNode): boolean =>
  node._type === 'block' && node.listItem !== undefined && node.style !== 'normal'

/** Undefined for the rare text that has no template; throws UnknownBlockError. */
export const templateOf = (nodes: readonly PortableNode[]): Template | undefined => {
  if (nodes.some(isStyledItem)) return undefined
  found.length = 0
  return split(blocksHtml(nodes, components))
}
