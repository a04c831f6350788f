/** The stretch of a page where most of the notice stands together. */
import type {Fact} from './facts.ts'
import type {Occurrence} from './occurrences.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
  readonly facts: ReadonlySet<Fact>
  readonly occurrences: readonly Occurrence[]
}

const NOTHING: Stretch = {start: 0, end: 0, facts: new Set(), occurrences: []}

/** `width`: characters. Of equals the first. `occurrences` in their order. */
export const fullestStretch = (occurrences: readonly Occurrence[], width: number): Stretch => {
  const counts = new Map<Fact, number>()
  let [first, best, from, to] = [0, 0, 0, -1]
  for (const [last, {fact, at}] of occurrences.entries()) {
    counts.set(fact, (counts.get(fact) ?? 0) + 1)
    for (let head = occurrences[first]; head !== undefined && at - head.at > width;) {
      const left = (counts.get(head.fact) ?? 1) - 1
      if (left === 0) counts.delete(head.fact)
      else counts.set(head.fact, left)
      first++
      head = occurrences[first]
    }
    if (counts.size > best) [best, from, to] = [counts.size, first, last]
  }
  const within = occurrences.slice(from, to + 1)
  const [head, tail] = [within[0], within.at(-1)]
  if (head === undefined || tail === undefined) return NOTHING
  return {
    start: head.at,
    end: tail.at,
    facts: new Set(within.map(({fact}) => fact)),
    occurrences: within,
  }
}
