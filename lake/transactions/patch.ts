/** Patches, parsed and applied: https://www.sanity.io/docs/http-reference/mutation#patch */
import {extractWithPath, Mutation} from '@sanity/mutator'
import type {PatchOperations} from '@sanity/types'
import type {LakeDocument} from '../document.ts'
import {isObject, type JsonObject, text} from '../json.ts'
import {invalid} from './failure.ts'

type Insert = NonNullable<PatchOperations['insert']>

export interface Patch {
  readonly set?: Record<string, unknown>
  readonly setIfMissing?: Record<string, unknown>
  readonly unset?: string[]
  readonly inc?: Record<string, number>
  readonly dec?: Record<string, number>
  readonly diffMatchPatch?: Record<string, string>
  readonly insert?: Insert
  readonly ifRevisionID?: string
}

const OPERATIONS: readonly string[] = [
  'set',
  'setIfMissing',
  'unset',
  'inc',
  'dec',
  'diffMatchPatch',
  'insert',
  'ifRevisionID',
  // what the patch applies to
  'id',
  'query',
  'params',
]

const record = <T>(
  value: unknown,
  is: (item: unknown) => item is T,
): Record<string, T> | undefined => {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value)
  const right = entries.flatMap(([key, item]): [string, T][] => (is(item) ? [[key, item]] : []))
  return right.length === entries.length ? Object.fromEntries(right) : undefined
}

const isAnything = (_value: unknown): _value is unknown => true
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'

const parseInsert = (value: unknown): Insert | undefined => {
  if (!isObject(value) || !Array.isArray(value['items'])) return undefined
  const items: unknown[] = value['items']
  const before = text(value['before'])
  const after = text(value['after'])
  const replace = text(value['replace'])
  if (before !== undefined) return {before, items}
  if (after !== undefined) return {after, items}
  return replace === undefined ? undefined : {replace, items}
}

/** Throws TransactionFailure for an operation that is unknown or has the wrong shape. */
export const parsePatch = (value: JsonObject, index: number): Patch => {
  const known = <T>(name: string, parsed: (value: unknown) => T | undefined): T | undefined => {
    if (value[name] === undefined || value[name] === null) return undefined
    const result = parsed(value[name])
    if (result === undefined) throw invalid(`Patch operation "${name}" has the wrong shape`, index)
    return result
  }
  const stranger = Object.keys(value).find((name) => !OPERATIONS.includes(name))
  if (stranger !== undefined) throw invalid(`Unknown patch operation "${stranger}"`, index)
  const set = known('set', (v) => record(v, isAnything))
  const setIfMissing = known('setIfMissing', (v) => record(v, isAnything))
  const unset = known('unset', (v) => (Array.isArray(v) && v.every(isText) ? v : undefined))
  const inc = known('inc', (v) => record(v, isNumber))
  const dec = known('dec', (v) => record(v, isNumber))
  const diffMatchPatch = known('diffMatchPatch', (v) => record(v, isText))
  const insert = known('insert', parseInsert)
  const ifRevisionID = known('ifRevisionID', text)
  return {
    ...(set !== undefined && {set}),
    ...(setIfMissing !== undefined && {setIfMissing}),
    ...(unset !== undefined && {unset}),
    ...(inc !== undefined && {inc}),
    ...(dec !== undefined && {dec}),
    ...(diffMatchPatch !== undefined && {diffMatchPatch}),
    ...(insert !== undefined && {insert}),
    ...(ifRevisionID !== undefined && {ifRevisionID}),
  }
}

/** `_rev`, `_createdAt` and `_updatedAt` are the lake's own: what a patch says of them is lost. */
const IMMUTABLE: readonly string[] = ['_id', '_type']

export interface Patched {
  /** Without new system fields. */
  readonly after: JsonObject
  /** What was done, for whoever replays it. */
  readonly operations: Omit<Patch, 'ifRevisionID'>
}

const run = (document: JsonObject, id: string, operations: object, index: number): JsonObject => {
  let after: JsonObject | null
  try {
    after = new Mutation({mutations: [{patch: {id, ...operations}}]}).apply({
      ...document,
      _id: id,
      _type: text(document['_type']) ?? '',
    })
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error), index)
  }
  if (after === null) throw invalid('The patch leaves no document', index)
  return after
}

const findsNothing = (document: JsonObject, path: string): boolean =>
  extractWithPath(path, document).length === 0

/** Throws TransactionFailure for a path that cannot be read and for a change of id or type. */
export const applyPatch = (document: LakeDocument, patch: Patch, index: number): Patched => {
  const {ifRevisionID: _checked, insert, ...others} = patch
  const {_id: id} = document
  let after = run(document, id, others, index)
  // the mutator would put the list beside itself
  const isLost = insert !== undefined && 'replace' in insert && findsNothing(after, insert.replace)
  const operations = insert === undefined || isLost ? others : {...others, insert}
  if (insert !== undefined && !isLost) after = run(after, id, {insert}, index)
  for (const name of IMMUTABLE) {
    if (after[name] !== document[name]) {
      throw invalid(`Cannot modify immutable attribute ${JSON.stringify(name)}`, index)
    }
  }
  return {after, operations}
}
