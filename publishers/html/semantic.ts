/**
 * Texts as HTML that says what things are and nothing about how they look. A channel decides where
 * links lead and how a citation is printed; classes, when it wants some, come by `classOf`.
 */
import type {PortableNode} from '../../content/model.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {type BlockComponents, blocksHtml} from './blocks.ts'
import {warningHtml} from './call-outs.ts'
import {componentsWith} from './components.ts'
import {escapeHtml} from './escape.ts'
import {type Slot, slotHtml, type SlotOptions} from './slots.ts'
import {templateOf} from './template.ts'

export type SemanticOptions = SlotOptions

const printed = (slot: Slot, options: SemanticOptions): string =>
  slot._type === 'warningRef'
    ? warningHtml(slot.warning, semanticHtml(slot.warning.body, options), options)
    : slotHtml(slot, options)

/** For `blocksHtml`, which throws UnknownBlockError for anything else. */
export const semanticComponents = (options: SemanticOptions): BlockComponents =>
  componentsWith((slot) => printed(slot, options))

/** Of a text alone: whatever else a channel's HTML depends on is in the slots. */
const known = perFrozen((nodes: readonly PortableNode[]) => ({template: templateOf(nodes)}))

/** As `blocksHtml` with these components. Throws UnknownBlockError. */
export const semanticHtml = (nodes: readonly PortableNode[], options: SemanticOptions): string => {
  const {template} = known(nodes)
  if (template === undefined) return blocksHtml(nodes, semanticComponents(options))
  const {start, slots, after} = template
  let html = start
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]
    if (slot !== undefined) html += printed(slot, options)
    html += after[at] ?? ''
  }
  return html
}

/** `<sup>1,3-5</sup>`: numbers without links. */
export const plainCitation = (numbers: string): string => `<sup>${escapeHtml(numbers)}</sup>`
