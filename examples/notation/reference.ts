/** Ids are `<type>-<name>`, without dots: Sanity hides dotted ids from readers without a token. */
import type {JsonObject} from './json.ts'

export const idOf = (type: string, name: string): string => {
  if (!/^[A-Za-z0-9-]+$/.test(name)) throw new Error(`"${name}" cannot be part of an id.`)
  return `${type}-${name}`
}

export const reference = (type: string, name: string): JsonObject => ({
  _type: 'reference',
  _ref: idOf(type, name),
})
