/** Which documents and images one document needs for its join. */
import {type ImageSource, imageSource} from './images/image-source.ts'
import {isObject, stringField} from './json-object.ts'

export interface Needs {
  readonly references: readonly string[]
  readonly images: readonly ImageSource[]
}

/** Every object inside the value; iterative, since nothing bounds how deep a field nests. */
function* objectsIn(value: unknown): Generator<object> {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (isObject(next)) yield next
    if (typeof next !== 'object' || next === null) continue
    for (const inner of Object.values(next)) {
      if (typeof inner === 'object') open.push(inner)
    }
  }
}

/** Everything the document refers to and shows. */
export const needsOf = (document: unknown): Needs => {
  const references = new Set<string>()
  const images = new Map<string, ImageSource>()
  for (const each of objectsIn(document)) {
    const reference = stringField(each, '_ref')
    if (reference !== undefined) references.add(reference)
    const image = imageSource(each)
    if (image !== undefined) images.set(image.key, image)
  }
  return {references: [...references], images: [...images.values()]}
}
