/** `autoGenerateArrayKeys`: objects in lists get a `_key`. */
import {randomBytes} from 'node:crypto'
import {isObject} from '../json.ts'

const newKey = (): string => randomBytes(6).toString('hex')

export const autoKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map((item: unknown) =>
      isObject(item) && item['_key'] === undefined
        ? {_key: newKey(), ...Object(autoKeys(item))}
        : autoKeys(item),
    )
  }
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, autoKeys(inner)]))
}
