/** The parts of a text that each channel prints in its own way, in the midst of HTML that is the same for all. */
import type {
  Citation,
  Figure,
  HelplineRef,
  Image,
  Link,
  Table,
  WarningRef,
} from '../../content/model.ts'
import {type CallOutOptions, helplineCallOut} from './call-outs.ts'
import {escapeHtml} from './escape.ts'
import {figureHtml} from './figure.ts'
import {tableHtml} from './table.ts'

/** A link's is the value of its `href`; any other's a whole element. */
export type Slot = Citation | Figure | HelplineRef | Link | Table | WarningRef

export interface SlotOptions extends CallOutOptions {
  /** Where a link of the text leads from the place where the HTML will stand. */
  readonly href: (href: string) => string
  readonly imageUrl: (image: Image) => string
  /** Called once for each citation, in reading order. */
  readonly citation: (citation: Citation) => string
  /** A table as it is shown, e.g. in a frame that scrolls; bare when absent. */
  readonly table?: (table: Table) => string
}

/** What may be in a slot but a warning, whose text has slots of its own. */
export const slotHtml = (slot: Exclude<Slot, WarningRef>, options: SlotOptions): string => {
  switch (slot._type) {
    case 'citation':
      return options.citation(slot)
    case 'link':
      return escapeHtml(options.href(slot.href))
    case 'figure':
      return figureHtml(slot, options.imageUrl(slot.image))
    case 'helplineRef':
      return helplineCallOut(slot.helpline, options)
    default:
      return (options.table ?? tableHtml)(slot)
  }
}
