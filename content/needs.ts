/** Which documents and images one document needs for its join. */
import {type ImageSource, imageSource} from './images/image-source.ts'
import {isObject, type JsonObject, stringField} from './json-object.ts'

export interface Needs {
  readonly references: readonly string[]
  readonly images: readonly ImageSource[]
}

/** Everything the document refers to and shows. Every object of it is looked at: hence plain loops. */
export const needsOf = (document: unknown): Needs => {
  const references = new Set<string>()
  const images = new Map<string, ImageSource>()
  const look = (each: JsonObject): void => {
    const reference = stringField(each, '_ref')
    if (reference !== undefined) references.add(reference)
    const image = imageSource(each)
    if (image !== undefined) images.set(image.key, image)
  }
  // no recursion, since nothing bounds how deep a field nests
  const open: unknown[] = [document]
  while (open.length > 0) {
    const next = open.pop()
    if (Array.isArray(next)) {
      for (const inner of next) if (typeof inner === 'object') open.push(inner)
    } else if (isObject(next)) {
      if ('_ref' in next || '_sanityAsset' in next || 'asset' in next) look(next)
      for (const name in next) {
        const inner = next[name]
        if (typeof inner === 'object') open.push(inner)
      }
    }
  }
  return {references: [...references], images: [...images.values()]}
}
