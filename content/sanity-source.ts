/** A Sanity project: the whole dataset by its export stream, a few documents by GROQ. */
import {type FileHandle, open, rm} from 'node:fs/promises'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {SourceError} from '../errors.ts'
import {type Project, projectClient} from './hosted/client.ts'
import {spoolExport} from './hosted/export-stream.ts'
import {BrokenOffError} from './hosted/failure.ts'
import {ImageStore, type ImageStoreOptions} from './hosted/image-store.ts'
import {RETRY, type Retry, withRetry} from './hosted/retry.ts'
import {stringField} from './json-object.ts'
import {LazyIndex} from './lazy-index.ts'
import {DOCUMENTS_BY_ID} from './queries.ts'
import type {ContentSource, Dataset, ImageHost} from './source.ts'
import {temporaryFolder} from './temporary-folder.ts'

export interface SanitySourceOptions extends Project {
  /** How to go on after a passing failure: five attempts when absent. */
  readonly retry?: Retry
  /** Where fetched images are kept, and how they are fetched. */
  readonly images?: ImageStoreOptions
}

/** Ids in one query. */
const BATCH = 100

/** The export ended early, which the index noticed: worth another attempt. */
const BROKEN: ReadonlySet<string> = new Set(['SOURCE_TRUNCATED', 'SOURCE_EXPORT_FAILED'])

interface Spooled {
  readonly folder: string
  readonly file: FileHandle
  readonly index: Dataset
}

const batches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({length: Math.ceil(ids.length / BATCH)}, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  )

class SanitySource implements ContentSource {
  readonly name: string
  readonly imageHost: ImageHost
  readonly #images: ImageStore
  readonly #client: SanityClient
  readonly #dataset: string
  readonly #retry: Retry
  #spooled: Promise<Spooled> | undefined

  constructor({projectId, dataset, token, apiHost, retry = RETRY, images}: SanitySourceOptions) {
    this.name = `${projectId}/${dataset}`
    this.imageHost = Object.freeze({
      projectId,
      dataset,
      ...(apiHost !== undefined && {baseUrl: apiHost}),
    })
    this.#images = new ImageStore({retry, ...images})
    this.#dataset = dataset
    this.#retry = retry
    this.#client = projectClient({
      projectId,
      dataset,
      ...(token !== undefined && {token}),
      ...(apiHost !== undefined && {apiHost}),
    })
  }

  async dataset(): Promise<Dataset> {
    this.#spooled ??= withRetry(this.name, this.#retry, () => this.#spool())
    try {
      return (await this.#spooled).index
    } catch (error) {
      // asked again, it tries again
      this.#spooled = undefined
      throw error
    }
  }

  async documents(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const found = new Map<string, unknown>()
    for (const batch of batches(ids)) {
      const documents = await withRetry(this.name, this.#retry, () =>
        this.#client.fetch<unknown[]>(DOCUMENTS_BY_ID, {ids: batch}),
      )
      for (const document of documents) {
        const id = stringField(document, '_id')
        if (id !== undefined) found.set(id, document)
      }
    }
    return found
  }

  async file(): Promise<undefined> {
    return undefined
  }

  image(url: string): Promise<Uint8Array> {
    return this.#images.get(url)
  }

  async close(): Promise<void> {
    await this.#images.close()
    const spooled = await this.#spooled?.catch(() => undefined)
    this.#spooled = undefined
    if (spooled !== undefined) await discard(spooled.file, spooled.folder)
  }

  async #spool(): Promise<Spooled> {
    const folder = await temporaryFolder()
    const file = await open(join(folder, 'export.ndjson'), 'wx+', 0o600)
    try {
      await spoolExport(this.#client, this.#dataset, file)
      const index = await LazyIndex.open(file, {name: this.name, unpublished: 'omit'})
      return {folder, file, index}
    } catch (error) {
      await discard(file, folder)
      if (error instanceof SourceError && BROKEN.has(error.code)) {
        throw new BrokenOffError(error.message, {cause: error})
      }
      throw error
    }
  }
}

const discard = async (file: FileHandle, folder: string): Promise<void> => {
  await file.close()
  await rm(folder, {recursive: true, force: true})
}

/** Nothing is fetched before it is asked for. Failures are SourceErrors. */
export const sanitySource = (options: SanitySourceOptions): ContentSource =>
  new SanitySource(options)
