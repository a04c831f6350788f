/**
 * `_key`s that stay what they are. Each is a hash of what the item says and of where it hangs, never
 * of its position, so a paragraph put in above leaves the keys below it alone, as the Studio would.
 */
import {createHash} from 'node:crypto'
import {isList, isObject, type Json, type JsonObject} from './json.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Twelve hexadecimal digits, the form that the Studio gives its own keys. */
export const keyOf = (text: string): string => hash(text).slice(0, 12)

/** A revision that changes exactly when the document does. */
export const revisionOf = (document: JsonObject): string =>
  hash(JSON.stringify(document)).slice(0, 22)

const keyedList = (items: readonly Json[], place: string): readonly Json[] => {
  const seen = new Map<string, number>()
  return items.map((item) => {
    if (!isObject(item)) return item
    const text = JSON.stringify(item)
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    const key = keyOf(`${place}\n${text}\n${times}`)
    return {_key: key, ...keyedFields(item, key)}
  })
}

const keyedFields = (object: JsonObject, place: string): JsonObject =>
  Object.fromEntries(
    Object.entries(object).map(([field, value]) => [field, keyed(value, `${place}.${field}`)]),
  )

const keyed = (value: Json, place: string): Json => {
  if (isList(value)) return keyedList(value, place)
  return isObject(value) ? keyedFields(value, place) : value
}

/** The document with a `_key` on every object of every array that has none of its own. */
export const withKeys = (document: JsonObject, id: string): JsonObject => keyedFields(document, id)
