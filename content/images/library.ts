/** Finds the files or addresses behind image fields, once each. */
import {createHash} from 'node:crypto'
import {SourceError} from '../../errors.ts'
import {stringField} from '../json-object.ts'
import type {ImageResult, ResolvedImage} from '../parse/lookup.ts'
import type {ContentSource, Dataset} from '../source.ts'
import {assetParts, hostedImage} from './hosted.ts'
import {LARGEST_IMAGE, pictureOf} from './format.ts'
import type {ImageSource} from './image-source.ts'

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

const unavailable = (what: string, {code, source}: SourceError): ImageResult => ({
  ok: false,
  code: 'ASSET_UNAVAILABLE',
  message: `The image ${what} could not be fetched from ${new URL(source).host} (${code}). Publish again in some minutes, and check that this machine reaches that host.`,
})

export class ImageLibrary {
  readonly #source: ContentSource
  readonly #dataset: Dataset
  readonly #results = new Map<
    string,
    {readonly image: ImageSource; readonly found: Promise<ImageResult>}
  >()
  /** Published name → how to read it again. */
  readonly #published = new Map<string, () => Promise<Uint8Array | undefined>>()

  constructor(source: ContentSource, dataset: Dataset) {
    this.#source = source
    this.#dataset = dataset
  }

  /**
   * Where readers will find the image: among the pages' own assets, named by content, so that a page
   * asks no one else for it. The crop of a local file is not applied.
   */
  resolve(image: ImageSource): Promise<ImageResult> {
    const known = this.#results.get(image.key)
    if (known !== undefined) return known.found
    const found = image.kind === 'file' ? this.#file(image.path) : this.#asset(image)
    this.#results.set(image.key, {image, found})
    return found
  }

  /** What another library of the same source found, but for assets whose documents have changed. */
  inherit(before: ImageLibrary, changed: ReadonlySet<string>): void {
    for (const [key, {image, found}] of before.#results) {
      if (image.kind === 'file' || !changed.has(image.id)) this.#results.set(key, {image, found})
    }
    for (const [url, read] of before.#published) this.#published.set(url, read)
  }

  /** Bytes of an image that `resolve` gave an `assets/…` URL for. */
  async bytes(url: string): Promise<Uint8Array> {
    const bytes = await this.#published.get(url)?.()
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
    const read = () => this.#source.file(path)
    try {
      const bytes = await read()
      return bytes === undefined ? undefined : this.#publish(path, bytes, read)
    } catch (error) {
      if (error instanceof SourceError) return refused(path, 'leads out of the dataset')
      throw error
    }
  }

  /** Keeps the name, not the bytes. */
  #publish(
    what: string,
    bytes: Uint8Array,
    read: () => Promise<Uint8Array | undefined>,
  ): ImageResult {
    if (bytes.length > LARGEST_IMAGE) return refused(what, `has ${bytes.length} bytes`)
    const picture = pictureOf(bytes)
    if (picture === undefined)
      return refused(what, 'is of another kind than its bytes can be shown as')
    const {extension, ...size} = picture
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const url = `assets/${name}.${extension}`
    this.#published.set(url, read)
    return {ok: true, value: {url, ...size}}
  }

  async #asset(image: ImageSource & {readonly kind: 'asset'}): Promise<ImageResult> {
    const {imageHost} = this.#source
    const parts = assetParts(image.id)
    if (parts === undefined) return missing(image.id)
    if (parts.extension === 'svg') return refused(image.id, 'is an SVG, which can carry scripts')
    if (imageHost !== undefined) {
      return this.#fetched(image.id, hostedImage(image.image, parts, imageHost))
    }
    const {hash, width, height, extension} = parts
    const local = await this.#local(`images/${hash}-${width}x${height}.${extension}`)
    return local ?? (await this.#elsewhere(image.id, {width, height}))
  }

  /** An asset document without its file: the image is where the document says it is. */
  async #elsewhere(id: string, size: Omit<ResolvedImage, 'url'>): Promise<ImageResult> {
    const url = stringField(await this.#dataset.read(id), 'url')
    const isHttps = url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:'
    return isHttps ? this.#fetched(id, {url, ...size}) : missing(id)
  }

  /** Brought here, if the source can; else readers are sent to its host. */
  async #fetched(id: string, there: ResolvedImage): Promise<ImageResult> {
    const read = this.#source.image?.bind(this.#source, there.url)
    if (read === undefined) return {ok: true, value: there}
    try {
      const here = this.#publish(id, await read(), read)
      const {url: _there, ...size} = there
      // the format of some pictures does not tell their size; the host does
      return here.ok ? {ok: true, value: {...size, ...here.value}} : here
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      if (error.code === 'SOURCE_NOT_FOUND') return missing(id)
      return error.code === 'SOURCE_IMAGE_TOO_LARGE'
        ? refused(id, `has more than ${LARGEST_IMAGE} bytes`)
        : unavailable(id, error)
    }
  }
}
