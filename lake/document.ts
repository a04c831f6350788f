import {isObject, type JsonObject, text} from './json.ts'

/** A document as the lake holds it. Never changed in place: a change makes a new one. */
export interface LakeDocument {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  /** ISO 8601, UTC. */
  readonly _createdAt: string
  readonly _updatedAt: string
  readonly [field: string]: unknown
}

/** Undefined when one of the five system fields is not a text. */
export const parseDocument = (value: unknown): LakeDocument | undefined => {
  if (!isObject(value)) return undefined
  const _id = text(value['_id'])
  const _type = text(value['_type'])
  const _rev = text(value['_rev'])
  const _createdAt = text(value['_createdAt'])
  const _updatedAt = text(value['_updatedAt'])
  if (_id === undefined || _type === undefined || _rev === undefined) return undefined
  if (_createdAt === undefined || _updatedAt === undefined) return undefined
  return {...value, _id, _type, _rev, _createdAt, _updatedAt}
}

/** Keys in JSON that would not be data to a program that copies them by assignment. */
const withoutPrototype = (value: JsonObject): JsonObject =>
  Object.hasOwn(value, '__proto__')
    ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== '__proto__'))
    : value

export interface SystemFields {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  readonly _createdAt: string
  readonly _updatedAt: string
}

export const makeDocument = (attributes: JsonObject, system: SystemFields): LakeDocument => ({
  ...withoutPrototype(attributes),
  ...system,
})

/** Deeper than any content; what walks a document goes down by calling itself. */
const DEEPEST = 200

export const isTooDeep = (document: unknown): boolean => {
  let level: readonly unknown[] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null
        ? Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null)
        : [],
    )
  }
  return false
}
