/** What publishing does to references that were weak only because their target was a draft. */
import {isObject, type JsonObject} from '../../json.ts'

const strengthenValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(strengthenValue)
  if (!isObject(value)) return value
  const {_strengthenOnPublish: mark, ...rest} = value
  const kept: JsonObject = Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => [key, strengthenValue(inner)]),
  )
  if (!isObject(mark)) return mark === undefined ? kept : {...kept, _strengthenOnPublish: mark}
  if (mark['weak'] === true) return kept
  const {_weak: _dropped, ...strong} = kept
  return strong
}

export const strengthenOnPublish = (document: JsonObject): JsonObject => {
  const result = strengthenValue(document)
  return isObject(result) ? result : document
}
