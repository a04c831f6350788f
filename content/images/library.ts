/** Finds the files or addresses behind image fields, once each. */
import {createHash} from 'node:crypto'
import {SourceError} from '../../errors.ts'
import {stringField} from '../json-object.ts'
import type {ImageResult, ResolvedImage} from '../parse/lookup.ts'
import type {ContentSource, Dataset} from '../source.ts'
import {assetParts, hostedImage} from './hosted.ts'
import {pictureOf} from './format.ts'
import type {ImageSource} from './image-source.ts'

/** Larger files belong to no page; a camera's JPEG has half of it. */
const LARGEST = 20 * 1024 * 1024

const missing = (what: string): ImageResult => ({
  ok: false,
  code: 'ASSET_MISSING',
  message: `The image ${what} is not there. Put the file beside the dataset, export the dataset with its assets, or remove the image.`,
})

const refused = (what: string, why: string): ImageResult => ({
  ok: false,
  code: 'ASSET_REFUSED',
  message: `The image ${what} ${why}. Upload it again as a PNG, JPEG, WebP, GIF or AVIF of at most 20 MB.`,
})

export class ImageLibrary {
  readonly #source: ContentSource
  readonly #dataset: Dataset
  readonly #results = new Map<string, Promise<ImageResult>>()
  /** Published name → path in the dataset. */
  readonly #paths = new Map<string, string>()

  constructor(source: ContentSource, dataset: Dataset) {
    this.#source = source
    this.#dataset = dataset
  }

  /** Where readers will find the image. Local files are named by content; their crop is not applied. */
  resolve(image: ImageSource): Promise<ImageResult> {
    const known = this.#results.get(image.key)
    if (known !== undefined) return known
    const result = image.kind === 'file' ? this.#file(image.path) : this.#asset(image)
    this.#results.set(image.key, result)
    return result
  }

  /** Bytes of an image that `resolve` gave an `assets/…` URL for. */
  async bytes(url: string): Promise<Uint8Array> {
    const path = this.#paths.get(url)
    const bytes = path === undefined ? undefined : await this.#source.file(path)
    if (bytes !== undefined) return bytes
    throw new SourceError({
      code: 'ASSET_UNKNOWN',
      source: this.#source.name,
      message: `No image of this dataset is published as ${url}. Ask for a URL that an article of it carries.`,
    })
  }

  async #file(path: string): Promise<ImageResult> {
    return (await this.#local(path)) ?? missing(path)
  }

  async #local(path: string): Promise<ImageResult | undefined> {
    let bytes: Uint8Array | undefined
    try {
      bytes = await this.#source.file(path)
    } catch (error) {
      if (error instanceof SourceError) return refused(path, 'leads out of the dataset')
      throw error
    }
    if (bytes === undefined) return undefined
    if (bytes.length > LARGEST) return refused(path, `has ${bytes.length} bytes`)
    const picture = pictureOf(bytes)
    if (picture === undefined)
      return refused(path, 'is of another kind than its bytes can be shown as')
    const {extension, ...size} = picture
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const url = `assets/${name}.${extension}`
    this.#paths.set(url, path)
    return {ok: true, value: {url, ...size}}
  }

  async #asset(image: ImageSource & {readonly kind: 'asset'}): Promise<ImageResult> {
    const {imageHost} = this.#source
    const parts = assetParts(image.id)
    if (parts === undefined) return missing(image.id)
    if (parts.extension === 'svg') return refused(image.id, 'is an SVG, which can carry scripts')
    if (imageHost !== undefined) {
      return {ok: true, value: hostedImage(image.image, parts, imageHost)}
    }
    const {hash, width, height, extension} = parts
    const local = await this.#local(`images/${hash}-${width}x${height}.${extension}`)
    return local ?? (await this.#elsewhere(image.id, {width, height}))
  }

  /** An asset document without its file: the image stays where the document says it is. */
  async #elsewhere(id: string, size: Omit<ResolvedImage, 'url'>): Promise<ImageResult> {
    const url = stringField(await this.#dataset.read(id), 'url')
    const isHttps = url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:'
    return isHttps ? {ok: true, value: {url, ...size}} : missing(id)
  }
}
