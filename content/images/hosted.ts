/** Addresses of images that Sanity hosts. */
import {createImageUrlBuilder} from '@sanity/image-url'
import {isObject, type JsonObject} from '../json-object.ts'
import type {ResolvedImage} from '../parse/lookup.ts'
import type {ImageHost} from '../source.ts'

export interface AssetParts {
  readonly hash: string
  /** Pixels of the upload. */
  readonly width: number
  readonly height: number
  readonly extension: string
}

/** `image-<hash>-<width>x<height>-<extension>` */
const ASSET_ID = /^image-([A-Za-z0-9]+)-(\d{1,6})x(\d{1,6})-([a-z0-9]+)$/

export const assetParts = (id: string): AssetParts | undefined => {
  const [, hash, width, height, extension] = ASSET_ID.exec(id) ?? []
  if (hash === undefined || extension === undefined) return undefined
  return {hash, width: Number(width), height: Number(height), extension}
}

/** Pages are at most 800 pixels wide; twice that for dense screens. */
const WIDEST = 1600

const side = (crop: unknown, name: string): number => {
  const value = isObject(crop) ? crop[name] : undefined
  return typeof value === 'number' && value >= 0 && value < 1 ? value : 0
}

/** Crop applied, hotspot left to the crop, never enlarged. */
export const hostedImage = (
  image: JsonObject,
  parts: AssetParts,
  host: ImageHost,
): ResolvedImage => {
  const {crop} = image
  const width = Math.round(parts.width * (1 - side(crop, 'left') - side(crop, 'right')))
  const height = Math.round(parts.height * (1 - side(crop, 'top') - side(crop, 'bottom')))
  const scale = Math.min(1, WIDEST / Math.max(width, 1))
  const edges = {
    left: side(crop, 'left'),
    right: side(crop, 'right'),
    top: side(crop, 'top'),
    bottom: side(crop, 'bottom'),
  }
  const reference = `image-${parts.hash}-${parts.width}x${parts.height}-${parts.extension}`
  const url = createImageUrlBuilder(host)
    .image({asset: {_ref: reference}, ...(isObject(crop) && {crop: edges})})
    .maxWidth(WIDEST)
    .fit('max')
    .url()
  return {url, width: Math.round(width * scale), height: Math.round(height * scale)}
}
