/** The patch that makes a document refer to another one wherever it referred to the old one. */
import {fieldsOf, itemsOf} from '../../schemas/shapes.ts'
import {pathText, referencesIn, type Segment} from '../where-used/references.ts'
import {publishedId} from '../where-used/stored.ts'

export interface Move {
  /** Without `drafts.`. */
  readonly from: string
  readonly to: string
}

export interface Moved {
  readonly set: Readonly<Record<string, unknown>>
  readonly unset: readonly string[]
}

const isAt = (item: unknown, segment: Segment, index: number): boolean =>
  typeof segment === 'object' ? fieldsOf(item)['_key'] === segment._key : index === segment

const valueAt = (document: unknown, path: readonly Segment[]): unknown => {
  let value = document
  for (const segment of path) {
    value =
      typeof segment === 'string'
        ? fieldsOf(value)[segment]
        : itemsOf(value).find((item, index) => isAt(item, segment, index))
  }
  return value
}

const refIn = (item: unknown): string | undefined => {
  const {_ref} = fieldsOf(item)
  return typeof _ref === 'string' ? publishedId(_ref) : undefined
}

/** The list with its references moved; what would stand there twice stands at its first place. */
const movedList = (list: readonly unknown[], {from, to}: Move): readonly unknown[] => {
  const moved = list.map((item) => (refIn(item) === from ? {...fieldsOf(item), _ref: to} : item))
  const first = moved.findIndex((item) => refIn(item) === to)
  return moved.filter((item, index) => refIn(item) !== to || index === first)
}

const withoutSelf = (list: readonly unknown[], {from}: Move): readonly unknown[] =>
  list.filter((item) => refIn(item) !== from)

/**
 * Nothing when the document does not refer to `from`. `isTarget`: the document is the one referred to
 * from now on; it must not refer to itself, so those references go.
 */
export const moveReferences = (
  document: unknown,
  move: Move,
  isTarget = false,
): Moved | undefined => {
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  const lists = new Set<string>()
  for (const {ref, path} of referencesIn(document)) {
    if (publishedId(ref) !== move.from) continue
    const last = path.at(-1)
    if (last === undefined) continue
    if (typeof last === 'string') {
      if (isTarget) unset.push(pathText(path))
      else set[`${pathText(path)}._ref`] = move.to
      continue
    }
    const place = path.slice(0, -1)
    const list = itemsOf(valueAt(document, place))
    const moved = isTarget ? withoutSelf(list, move) : movedList(list, move)
    if (moved.length === list.length) set[`${pathText(path)}._ref`] = move.to
    else if (!lists.has(pathText(place))) {
      // items leave the list: it is written whole, since places by number would shift
      lists.add(pathText(place))
      set[pathText(place)] = moved
    }
  }
  return Object.keys(set).length + unset.length === 0 ? undefined : {set, unset}
}
