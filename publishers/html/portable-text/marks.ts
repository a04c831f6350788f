/**
 * Which marks open first where several open at once, by the rules of the toolkit's
 * `sortMarksByOccurences`: those that reach further, then annotations, then decorators in a fixed
 * order. Two marks are compared by walking on until only one of them is left; nothing is counted.
 */
import {sortMarksByOccurences} from '@portabletext/toolkit'
import {type Block, isSpan} from './nodes.ts'

type Children = Block['children']

/** -1 for annotations and all other decorators, which so come first. */
const DECORATORS: readonly string[] = ['strong', 'em', 'code', 'underline', 'strike-through']

/** Below 0 when `one` goes on for more of the spans after `index` than `other`. */
const byReach = (one: string, other: string, index: number, children: Children): number => {
  for (let at = index + 1; at < children.length; at += 1) {
    const child = children[at]
    if (child === undefined || !isSpan(child) || child.marks === undefined) return 0
    const hasOne = child.marks.includes(one)
    const hasOther = child.marks.includes(other)
    if (hasOne !== hasOther) return hasOne ? -1 : 1
    if (!hasOne) return 0
  }
  return 0
}

/** The toolkit counts in a plain object, where this name counts nothing. */
const UNCOUNTABLE = '__proto__'

/** Outermost first; `marks` are those of the span at `index`, or what is left of them. */
export const inOrder = (
  marks: readonly string[],
  index: number,
  children: Children,
): readonly string[] => {
  const span = children[index]
  if (span !== undefined && isSpan(span) && span.marks?.includes(UNCOUNTABLE) === true) {
    const left = [...marks]
    return sortMarksByOccurences(span, index, children).filter((mark) => {
      const at = left.indexOf(mark)
      if (at !== -1) left.splice(at, 1)
      return at !== -1
    })
  }
  return marks.toSorted((one, other) => {
    if (one === other) return 0
    return (
      byReach(one, other, index, children) ||
      DECORATORS.indexOf(one) - DECORATORS.indexOf(other) ||
      one.localeCompare(other)
    )
  })
}
