/**
 * Whether a node has the shape that its type promises: what was cast instead of parsed is refused, not
 * shown. As the toolkit's `isPortableTextSpan` and `isPortableTextBlock` have it, which need a copy of each
 * node for their types.
 */

interface SpanLike {
  readonly _type: string
  readonly text?: unknown
  readonly marks?: unknown
}

const isName = (mark: unknown): boolean => typeof mark === 'string'

export const isSpan = ({_type: type, text, marks}: SpanLike): boolean =>
  type === 'span' &&
  typeof text === 'string' &&
  (marks === undefined || (Array.isArray(marks) && marks.every(isName)))

interface BlockLike {
  readonly markDefs?: readonly {readonly _key: unknown}[]
  readonly children: readonly object[]
}

const isNamed = ({_key: key}: {readonly _key: unknown}): boolean => typeof key === 'string'

const isTyped = (child: object): boolean => typeof child === 'object' && '_type' in child

export const isBlock = ({markDefs, children}: BlockLike): boolean =>
  (markDefs === undefined || (Array.isArray(markDefs) && markDefs.every(isNamed))) &&
  Array.isArray(children) &&
  children.every(isTyped)
