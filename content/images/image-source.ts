/** What an image field points to, before anybody has looked for it. */
import {isObject, type JsonObject, stringField} from '../json-object.ts'

export type ImageSource =
  /** A file that came with the dataset, by its path there. */
  | {readonly kind: 'file'; readonly path: string; readonly key: string}
  /** A Sanity image asset; `image` carries crop and hotspot. */
  | {
      readonly kind: 'asset'
      readonly id: string
      readonly image: JsonObject
      readonly key: string
    }

/** `sanity dataset export` writes this in place of the asset reference. */
const LOCAL = /^image@file:\/\/(?:\.\/)?(.+)$/

/** Undefined when the value is no image, or one whose file is elsewhere. */
export const imageSource = (value: unknown): ImageSource | undefined => {
  if (!isObject(value)) return undefined
  const path = LOCAL.exec(stringField(value, '_sanityAsset') ?? '')?.[1]
  if (path !== undefined) return {kind: 'file', path, key: `file:${path}`}
  const id = stringField(value['asset'], '_ref')
  if (id === undefined) return undefined
  const framing = JSON.stringify([value['crop'], value['hotspot']])
  return {kind: 'asset', id, image: value, key: `asset:${id}:${framing}`}
}
