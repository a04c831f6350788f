/**
 * Portable Text of the model as HTML, by components of @portabletext/to-html, with nothing rendered
 * around.
 */
import type {PortableTextComponents} from '@portabletext/to-html'
import type {PortableNode} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'
import {citationsAfterPunctuation} from '../citation-placement.ts'
import {escapeHtml} from './escape.ts'
import {assertKnown} from './known.ts'
import {htmlSerializer, type Serializer} from './portable-text/serializer.ts'

/**
 * A component for each of these is all that a channel gives and must give. `block`, `list` and
 * `listItem` may be one function for all styles.
 */
export type BlockComponents = PortableTextComponents

/** to-html brings components of its own for these; the model has none of them. */
const NOT_IN_MODEL = {
  block: {h1: undefined, h2: undefined, h5: undefined, h6: undefined},
  marks: {code: undefined, underline: undefined, 'strike-through': undefined},
} as const

const merged = ({block, marks, ...rest}: BlockComponents): BlockComponents => ({
  escapeHTML: escapeHtml,
  hardBreak: () => '<br>',
  ...rest,
  ...(block !== undefined && {
    block: typeof block === 'function' ? block : {...NOT_IN_MODEL.block, ...block},
  }),
  marks: {...NOT_IN_MODEL.marks, ...marks},
})

const serializers = new WeakMap<BlockComponents, Serializer>()

/** Made once a set of components: a channel has one for all the bodies of an article. */
const serializerOf = (components: BlockComponents): Serializer => {
  const made =
    serializers.get(components) ??
    htmlSerializer({
      components: merged(components),
      onMissingComponent: (_message, {type, nodeType}) => {
        throw new UnknownBlockError(`${nodeType} ${type}`)
      },
    })
  serializers.set(components, made)
  return made
}

/**
 * Citations are put among the punctuation as AMA asks. Throws UnknownBlockError for a block, style,
 * list, mark or inline object that is not of the model or has no component; to-html alone would
 * hide the first and let the others through. `components` may not change after their first use.
 */
export const blocksHtml = (nodes: readonly PortableNode[], components: BlockComponents): string => {
  assertKnown(nodes)
  return serializerOf(components)(citationsAfterPunctuation(nodes))
}
