/** The document that stands for an asset file, as the Studio and @sanity/image-url expect it. */
import {randomBytes} from 'node:crypto'
import {imageSize} from 'image-size'
import {BadRequest} from '../bad-request.ts'
import type {JsonObject} from '../json.ts'
import {sha1} from './asset-store.ts'
import {IMAGE_FORMATS, SHOWN_FILES} from './media-types.ts'

export interface AssetPlace {
  readonly projectId: string
  readonly dataset: string
  /** Where clients reach the lake; `url` begins with it. */
  readonly origin: string
}

export interface Asset {
  readonly id: string
  /** In the asset store. */
  readonly fileName: string
  readonly attributes: JsonObject
}

const common = (bytes: Uint8Array, hash: string, extension: string): JsonObject => ({
  assetId: hash,
  sha1hash: hash,
  extension,
  size: bytes.length,
  uploadId: randomBytes(16).toString('hex'),
})

const place = (path: string, {origin}: AssetPlace): JsonObject => ({
  path,
  url: `${origin}/${path}`,
})

const measure = (bytes: Uint8Array) => {
  try {
    return imageSize(bytes)
  } catch (error) {
    throw new BadRequest(
      `The image cannot be read (${error instanceof Error ? error.message : String(error)}). Upload a PNG, JPEG, WebP, GIF, AVIF or SVG.`,
    )
  }
}

/** Throws BadRequest for what is not an image. */
export const imageAsset = (bytes: Uint8Array, at: AssetPlace): Asset => {
  const {width, height, type = ''} = measure(bytes)
  const format = Object.hasOwn(IMAGE_FORMATS, type) ? IMAGE_FORMATS[type] : undefined
  const isMeasured = Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0
  if (format === undefined || !isMeasured) {
    throw new BadRequest(`Images of the type ${JSON.stringify(type)} are not taken`)
  }
  const hash = sha1(bytes)
  const dimensions = {width: Math.round(width), height: Math.round(height)}
  const name = `${hash}-${dimensions.width}x${dimensions.height}`
  return {
    id: `image-${name}-${format.extension}`,
    fileName: `${name}.${format.extension}`,
    attributes: {
      _type: 'sanity.imageAsset',
      ...common(bytes, hash, format.extension),
      mimeType: format.mimeType,
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {
          _type: 'sanity.imageDimensions',
          ...dimensions,
          aspectRatio: dimensions.width / dimensions.height,
        },
      },
      ...place(`images/${at.projectId}/${at.dataset}/${name}.${format.extension}`, at),
    },
  }
}

/** The extension of a file name, when it can be one of a stored file. */
const extensionOf = (fileName: string): string =>
  /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? 'bin'

export const fileAsset = (bytes: Uint8Array, fileName: string, at: AssetPlace): Asset => {
  const extension = extensionOf(fileName)
  const hash = sha1(bytes)
  return {
    id: `file-${hash}-${extension}`,
    fileName: `${hash}.${extension}`,
    attributes: {
      _type: 'sanity.fileAsset',
      ...common(bytes, hash, extension),
      mimeType: SHOWN_FILES[extension]?.split(';')[0] ?? 'application/octet-stream',
      ...place(`files/${at.projectId}/${at.dataset}/${hash}.${extension}`, at),
    },
  }
}
