/** Portable Text to HTML through @portabletext/to-html, without its two ways of losing content. */
import {type PortableTextComponents, toHTML} from '@portabletext/to-html'
import type {PortableNode} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'

/**
 * Throws UnknownBlockError where toHTML would hide the node in `display:none` and warn. The
 * components must bring a `link` mark: to-html's own drops `sms:` and `tel:` links.
 */
export const blocksHtml = (
  nodes: readonly PortableNode[],
  components: PortableTextComponents,
): string =>
  toHTML([...nodes], {
    components,
    onMissingComponent: (_message, {type, nodeType}) => {
      throw new UnknownBlockError(`${nodeType} ${type}`)
    },
  })
