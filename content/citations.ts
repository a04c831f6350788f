/** Numbers of sources, by first citation in reading order; and how numbers are printed. */
import type {Article, PortableNode, Reference} from './model.ts'
import {perFrozen} from './per-frozen.ts'

type Cited = Pick<Article, 'opening' | 'warnings' | 'sections'>

const collect = (nodes: readonly PortableNode[], ids: Set<string>): void => {
  for (const node of nodes) {
    if (node._type === 'warningRef') collect(node.warning.body, ids)
    if (node._type !== 'block') continue
    for (const child of node.children) {
      if (child._type === 'citation') for (const id of child.sources) ids.add(id)
    }
  }
}

/** Ids of the cited sources: opening, then the warnings shown after it, then the sections. */
export const citedSources = ({opening, warnings, sections}: Cited): readonly string[] => {
  const ids = new Set<string>()
  collect(opening, ids)
  for (const {body} of warnings) collect(body, ids)
  for (const {body} of sections) collect(body, ids)
  return [...ids]
}

const byId = perFrozen(
  (references: readonly Reference[]): ReadonlyMap<string, number> =>
    new Map(references.map(({number, source}) => [source.id, number])),
)

/**
 * Looks up the numbers of a citation's sources, ascending. Throws RangeError for an id that the
 * article does not cite.
 */
export const citationNumbers = ({
  references,
}: Pick<Article, 'references'>): ((sourceIds: readonly string[]) => readonly number[]) => {
  const numbers = byId(references)
  return (sourceIds) => {
    const found = sourceIds.map((id) => {
      const number = numbers.get(id)
      if (number === undefined) throw new RangeError(`${id} is not in the reference list`)
      return number
    })
    return found.sort((a, b) => a - b)
  }
}

/** The numbers from `first` to `last`. */
const run = (first: number, last: number): string => {
  if (first === last) return String(first)
  return `${first}${last === first + 1 ? ',' : '-'}${last}`
}

/** `1,3-5`; two neighbours stay apart: `1,2` (AMA Manual of Style, 11th edition, section 3.6). */
export const formatNumbers = (numbers: readonly number[]): string => {
  const [least] = numbers
  if (least === undefined) return ''
  if (numbers.length === 1) return String(least)
  const sorted = numbers.toSorted((a, b) => a - b)
  let text = ''
  let [first = least] = sorted
  let last = first
  for (const number of sorted) {
    if (number > last + 1) {
      text += `${run(first, last)},`
      first = number
    }
    last = number
  }
  return text + run(first, last)
}
