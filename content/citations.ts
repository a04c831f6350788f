/** Numbers of sources, by first citation in reading order; and how numbers are printed. */
import type {Article, Citation, PortableNode} from './model.ts'

type Cited = Pick<Article, 'opening' | 'warnings' | 'sections'>

const citationsIn = (nodes: readonly PortableNode[]): readonly Citation[] =>
  nodes.flatMap((node) => {
    if (node._type === 'warningRef') return citationsIn(node.warning.body)
    if (node._type !== 'block') return []
    return node.children.filter((child) => child._type === 'citation')
  })

/** Ids of the cited sources: opening, then the warnings shown after it, then the sections. */
export const citedSources = ({opening, warnings, sections}: Cited): readonly string[] => {
  const bodies = [opening, ...warnings.map(({body}) => body), ...sections.map(({body}) => body)]
  const ids = bodies.flatMap(citationsIn).flatMap(({sources}) => sources)
  return [...new Set(ids)]
}

/**
 * Looks up the numbers of a citation's sources, ascending. Throws RangeError for an id that the
 * article does not cite.
 */
export const citationNumbers = (
  article: Pick<Article, 'references'>,
): ((sourceIds: readonly string[]) => readonly number[]) => {
  const numbers = new Map(article.references.map(({number, source}) => [source.id, number]))
  return (sourceIds) =>
    sourceIds
      .map((id) => {
        const number = numbers.get(id)
        if (number === undefined) throw new RangeError(`${id} is not in the reference list`)
        return number
      })
      .toSorted((a, b) => a - b)
}

/** Runs of consecutive numbers, ascending. */
const runs = (numbers: readonly number[]): readonly (readonly number[])[] => {
  const found: number[][] = []
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last?.at(-1) === number - 1) last.push(number)
    else found.push([number])
  }
  return found
}

/** `1,3-5`; two neighbours stay apart: `1,2` (AMA Manual of Style, 11th edition, section 3.6). */
export const formatNumbers = (numbers: readonly number[]): string =>
  runs(numbers)
    .map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(',')))
    .join(',')
