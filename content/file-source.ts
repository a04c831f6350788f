/** A dataset file: NDJSON, or the archive that `sanity dataset export` writes. */
import {type FileHandle, open, readFile, realpath, rm} from 'node:fs/promises'
import {basename, dirname, isAbsolute, resolve, sep} from 'node:path'
import {SourceError} from '../errors.ts'
import type {ImageStore, ImageStoreOptions} from './hosted/image-store.ts'
import {keepIndex, keptIndexFile, readKeptIndex} from './kept-index.ts'
import {type IndexState, LazyIndex} from './lazy-index.ts'
import {type Notebook, notebook} from './notebook.ts'
import type {ContentSource, Dataset} from './source.ts'
import {temporaryFolder} from './temporary-folder.ts'
import type {UnpackLimits} from './unpack.ts'

export interface FileSourceOptions {
  /** Bounds of an archive; generous when absent. */
  readonly limits?: UnpackLimits
  /**
   * Fetches images whose documents came without their files. Without it nothing is fetched, and pages
   * send readers to where those images are.
   */
  readonly images?: ImageStoreOptions
  /** A folder where the index of a large file is kept for the next run. Nothing is kept without it. */
  readonly indexes?: string
  /** The index of this very file as another thread has read it. */
  readonly index?: IndexState
}

/** Bytes: less is read in the time that looking costs. */
const WORTH_KEEPING = 32 * 1024 * 1024

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

const openFile = async (path: string, name: string): Promise<FileHandle> => {
  try {
    const file = await open(path)
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch (error) {
    if (!isMissing(error)) {
      throw new SourceError({
        code: 'SOURCE_UNREADABLE',
        source: name,
        message: 'The file cannot be read. Check that you may read it.',
        cause: error,
      })
    }
  }
  throw new SourceError({
    code: 'SOURCE_NOT_FOUND',
    source: name,
    message: 'There is no such file. Check the path, or export the dataset there.',
  })
}

/** Reads a file below `folder`; undefined when there is none. */
const readBelow = async (
  folder: string,
  path: string,
  name: string,
): Promise<Uint8Array | undefined> => {
  const outside = (): SourceError =>
    new SourceError({
      code: 'SOURCE_PATH_REFUSED',
      source: name,
      message: `${JSON.stringify(path.slice(0, 200))} leads out of the dataset's folder. Put the file beside the dataset and name it from there.`,
    })
  const wanted = resolve(folder, path)
  if (isAbsolute(path) || path.includes('\0') || !wanted.startsWith(folder + sep)) throw outside()
  try {
    const real = await realpath(wanted)
    if (!real.startsWith((await realpath(folder)) + sep)) throw outside()
    return await readFile(real)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

interface Opened {
  readonly file: FileHandle
  readonly path: string
  readonly index: LazyIndex
}

/** A source that other threads can open without reading all of it again. */
export interface DatasetFile extends ContentSource {
  /** To be given to `fileSource` of the same path. Its memory is shared. */
  index(): Promise<IndexState>
}

class FileSource implements DatasetFile {
  readonly name: string
  readonly image?: (url: string) => Promise<Uint8Array>
  readonly #path: string
  readonly #options: FileSourceOptions
  #opened: Promise<Opened> | undefined
  #images: Promise<ImageStore> | undefined
  #temporary: string | undefined

  constructor(path: string, options: FileSourceOptions) {
    this.name = basename(path)
    const {images} = options
    if (images !== undefined) this.image = async (url) => (await this.#store(images)).get(url)
    this.#path = resolve(path)
    this.#options = options
  }

  async dataset(): Promise<Dataset> {
    return (await this.#open()).index
  }

  async index(): Promise<IndexState> {
    return (await this.#open()).index.state()
  }

  async documents(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const {index} = await this.#open()
    const read = await Promise.all(ids.map(async (id) => [id, await index.read(id)] as const))
    return new Map(read.filter(([, value]) => value !== undefined))
  }

  async file(path: string): Promise<Uint8Array | undefined> {
    const opened = await this.#open()
    return readBelow(dirname(opened.path), path, this.name)
  }

  async notebook(about: 'summaries'): Promise<Notebook | undefined> {
    const {file, path} = await this.#open()
    const kept = await this.#keepsAt(file, path)
    return kept === undefined ? undefined : notebook(`${kept}.${about}`)
  }

  async close(): Promise<void> {
    await (await this.#images)?.close()
    const opened = await this.#opened?.catch(() => undefined)
    await opened?.file.close()
    if (this.#temporary !== undefined) await rm(this.#temporary, {recursive: true, force: true})
    this.#opened = undefined
    this.#temporary = undefined
  }

  // with it comes all that speaks to a project, which a file seldom needs
  #store(options: ImageStoreOptions): Promise<ImageStore> {
    this.#images ??= import('./hosted/image-store.ts').then(
      (module) => new module.ImageStore(options),
    )
    return this.#images
  }

  #open(): Promise<Opened> {
    this.#opened ??= this.#read()
    return this.#opened
  }

  async #read(): Promise<Opened> {
    const path = await this.#ndjson()
    const file = await openFile(path, this.name)
    try {
      const index = await this.#indexOf(file, path)
      return {file, path, index}
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** Where this run may leave something about the file, below the name of its index. */
  async #keepsAt(file: FileHandle, path: string): Promise<string | undefined> {
    const {indexes} = this.#options
    const isWorth = indexes !== undefined && (await file.stat()).size >= WORTH_KEEPING
    // what is unpacked lies elsewhere each time
    return isWorth && path === this.#path ? keptIndexFile(indexes, path) : undefined
  }

  async #indexOf(file: FileHandle, path: string): Promise<LazyIndex> {
    const {index} = this.#options
    if (index !== undefined) return LazyIndex.of(file, index)
    const kept = await this.#keepsAt(file, path)
    const before = kept === undefined ? undefined : await readKeptIndex(kept, file)
    if (before !== undefined) return LazyIndex.of(file, before)
    const read = await LazyIndex.open(file, {name: this.name, unpublished: 'problem'})
    if (kept !== undefined) await keepIndex(kept, file, read.state())
    return read
  }

  /** The file itself, or the one that its archive holds, unpacked. */
  async #ndjson(): Promise<string> {
    if (!/\.(?:tar\.gz|tgz)$/i.test(this.#path)) return this.#path
    const {unpack} = await import('./unpack.ts')
    const archive = await openFile(this.#path, this.name)
    this.#temporary = await temporaryFolder()
    return unpack(archive, this.#temporary, this.name, this.#options.limits)
  }
}

/** `.ndjson`, or `.tar.gz` with images. Throws SourceError when it is first used and cannot be read. */
export const fileSource = (path: string, options: FileSourceOptions = {}): DatasetFile =>
  new FileSource(path, options)
