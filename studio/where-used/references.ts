/** Every reference within a document, and where it stands. */
import {fieldsOf, itemsOf} from '../../schemas/shapes.ts'

/** As Sanity's paths are: a field, an item by its key, or an item without a key by its place. */
export type Segment = string | number | {readonly _key: string}

export interface FoundReference {
  /** The id as stored, without `drafts.` as a rule. */
  readonly ref: string
  /** To the object that holds `_ref`. */
  readonly path: readonly Segment[]
}

const inside = (value: unknown, path: readonly Segment[], found: FoundReference[]): void => {
  if (Array.isArray(value)) {
    itemsOf(value).forEach((item, index) => {
      const {_key} = fieldsOf(item)
      inside(item, [...path, typeof _key === 'string' ? {_key} : index], found)
    })
    return
  }
  const fields = fieldsOf(value)
  const {_ref} = fields
  if (typeof _ref === 'string') found.push({ref: _ref, path})
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field === 'object' && field !== null) inside(field, [...path, name], found)
  }
}

/** In reading order of the stored fields. */
export const referencesIn = (document: unknown): readonly FoundReference[] => {
  const found: FoundReference[] = []
  inside(document, [], found)
  return found
}

const PLAIN_FIELD = /^[A-Za-z_]\w*$/

/** `helplines[_key=="a"]._ref`, as patches name places. */
export const pathText = (path: readonly Segment[]): string =>
  path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`
      if (typeof segment !== 'string') return `[_key==${JSON.stringify(segment._key)}]`
      if (!PLAIN_FIELD.test(segment)) return `[${JSON.stringify(segment)}]`
      return index === 0 ? segment : `.${segment}`
    })
    .join('')
