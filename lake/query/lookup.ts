/**
 * How a rewritten query asks the indexes. groq-js can be given an answer for `{_ref}->` only, so a
 * lookup is a reference whose target says what is looked for: kind, values, and further lookups
 * whose documents are wanted too. The characters that part them can be in no document's id.
 */
import type {DereferenceFunction} from 'groq-js'
import {publishedId} from '../ids.ts'
import type {Store} from '../store/store.ts'
import type {View} from './view.ts'

export const LOOKUP = '\u0001lake:'
export const VALUE_END = '\u0002'
export const OR = '\u0003'
/** The attribute of the answer that holds the documents. */
export const FOUND = 'found'
/** The lookup for every document. */
export const ALL = 'all'

export const LOOKUP_KINDS = ['id', 'references', 'versions', 'type'] as const
export type LookupKind = (typeof LOOKUP_KINDS)[number]

/** The ids of stored documents that may match; the filter itself decides. */
const FIND: Readonly<Record<LookupKind, (store: Store, value: string) => Iterable<string>>> = {
  // a perspective shows a draft under the published id
  id: (store, value) => store.indexes.ofGroup(value),
  type: (store, value) => store.indexes.ofType(value),
  references: (store, value) => store.indexes.referrers(value).keys(),
  versions: (store, value) => store.indexes.ofGroup(publishedId(value)),
}

const find = (store: Store, lookup: string): readonly string[] => {
  const kind = LOOKUP_KINDS.find((name) => lookup.startsWith(`${name}:`))
  if (kind === undefined) return []
  const values = lookup.slice(kind.length + 1).split(VALUE_END)
  return values.flatMap((value) => (value === '' ? [] : [...FIND[kind](store, value)]))
}

/** Answers both a real reference and a lookup. */
export const dereferencer =
  (store: Store, view: View): DereferenceFunction =>
  ({_ref: target}) => {
    if (!target.startsWith(LOOKUP)) return view.get(target) ?? null
    const lookups = target.slice(LOOKUP.length).split(OR)
    const documents = lookups.includes(ALL)
      ? view.all()
      : view.of(lookups.flatMap((lookup) => find(store, lookup)))
    return {[FOUND]: documents}
  }
