/** The references of a document to documents of the same dataset. */
import {isObject} from './json.ts'

/** True: strong, must exist. Both kinds to one document count as strong. */
export type References = ReadonlyMap<string, boolean>

const collect = (value: unknown, found: Map<string, boolean>): void => {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  if (!isObject(value)) return
  const target = value['_ref']
  if (typeof target === 'string') {
    const elsewhere =
      typeof value['_dataset'] === 'string' ||
      typeof value['_projectId'] === 'string' ||
      target.includes(':') // a global document reference: dataset:project.dataset:id
    const strong = value['_weak'] !== true && !elsewhere
    found.set(target, strong || found.get(target) === true)
  }
  for (const key in value) {
    const inner = value[key]
    if (typeof inner === 'object' && inner !== null) collect(inner, found)
  }
}

export const referencesOf = (document: unknown): References => {
  const found = new Map<string, boolean>()
  collect(document, found)
  return found
}
