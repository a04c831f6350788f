/**
 * Where a citation's numbers stand among the punctuation: after commas and full stops, before colons
 * and semicolons (AMA Manual of Style, 11th edition, section 3.6). Authors put the citation where they
 * finish the claim; every channel passes its blocks through here before it prints them.
 */
import {Lately} from '../content/lately.ts'
import type {Citation, PortableNode, Span, TextBlock} from '../content/model.ts'

type Child = TextBlock['children'][number]

/**
 * What ends a clause or sentence (Latin, Arabic, Urdu, Hindi, Chinese, Japanese), then closing
 * quotation marks; not when a digit follows, since `.5` is a number.
 */
const BEFORE_CITATION =
  /^\s*([.,?!\u{060c}\u{061f}\u{06d4}\u{0964}\u{3001}\u{3002}]+["'”’»]*)(?!\d)/u
const AFTER_CITATION = /[:;\u{061b}]+$/u

const withText = (span: Span, text: string, key = span._key): readonly Span[] =>
  text === '' ? [] : [{...span, _key: key, text}]

const together = (one: Citation, other: Citation): Citation => ({
  ...one,
  sources: [...new Set([...one.sources, ...other.sources])],
})

/** Neighbours would read as one number: `1` `2` as 12. The Studio keeps empty spans between them. */
const merged = (children: readonly Child[]): readonly Child[] => {
  const done: Child[] = []
  for (const child of children) {
    if (child._type === 'span' && child.text === '') continue
    const last = done.at(-1)
    if (last?._type === 'citation' && child._type === 'citation') {
      done[done.length - 1] = together(last, child)
    } else done.push(child)
  }
  return done
}

/** Over the punctuation that follows. */
const afterwards = (before: Span | undefined, following: Span) => {
  const closing = BEFORE_CITATION.exec(following.text)
  if (closing === null) return undefined
  return {
    before: [
      ...(before === undefined ? [] : withText(before, before.text.trimEnd())),
      ...withText(following, closing[1] ?? '', `${following._key}-mark`),
    ],
    rest: withText(following, following.text.slice(closing[0].length)),
  }
}

/** In front of the punctuation that precedes. */
const beforehand = (before: Span, citation: Citation): readonly Child[] => {
  const opening = AFTER_CITATION.exec(before.text)
  if (opening === null) return [before, citation]
  return [
    ...withText(before, before.text.slice(0, opening.index)),
    citation,
    ...withText(before, opening[0], `${before._key}-mark`),
  ]
}

const moveOnce = (children: readonly Child[]): readonly Child[] => {
  const placed: Child[] = []
  const waiting = children.toReversed()
  for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
    const last = placed.at(-1)
    if (child._type !== 'citation') {
      placed.push(child)
      continue
    }
    if (last?._type === 'citation') {
      placed.pop()
      waiting.push(together(last, child))
      continue
    }
    const next = waiting.at(-1)
    const moved = next?._type === 'span' ? afterwards(last, next) : undefined
    if (last !== undefined) placed.pop()
    if (moved !== undefined) {
      waiting.pop()
      // With nothing left of a span, what stands beside it may ask for another move.
      waiting.push(...moved.rest, child, ...moved.before.toReversed())
    } else if (last === undefined) placed.push(child)
    else placed.push(...beforehand(last, child))
  }
  return placed
}

const settle = (children: readonly Child[]): readonly Child[] => {
  // Punctuation may be spread over several spans, and a move may bring two citations together.
  let settled = merged(children)
  for (;;) {
    const next = merged(moveOnce(settled))
    if (next.length === settled.length && next.every((child, index) => child === settled[index])) {
      return Object.freeze(next)
    }
    settled = next
  }
}

/** Most have none, and every channel asks of every block. */
const hasCitation = (children: readonly Child[]): boolean => {
  for (const {_type: type} of children) if (type === 'citation') return true
  return false
}

const placed = new Lately<readonly Child[], readonly Child[]>()

/**
 * Pure, and the same again when applied twice. Empty spans beside citations are left out. Of frozen
 * children the answer is kept, since every channel asks for it: what reads content freezes them and
 * all that is in them.
 */
export const placeCitations = (children: readonly Child[]): readonly Child[] => {
  if (!hasCitation(children)) return children
  const before = placed.get(children)
  if (before !== undefined) return before
  const settled = settle(children)
  if (Object.isFrozen(children)) placed.set(children, settled)
  return settled
}

/** The same nodes, citations in their place; nothing else is touched, and what has none is not copied. */
export const citationsAfterPunctuation = (
  nodes: readonly PortableNode[],
): readonly PortableNode[] =>
  nodes.map((node) => {
    if (node._type !== 'block') return node
    const children = placeCitations(node.children)
    return children === node.children ? node : {...node, children}
  })
