/** Pictures fetched from where a project hosts them, each once, and kept in a folder. */
import {createHash, randomUUID} from 'node:crypto'
import {mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {SourceError} from '../../errors.ts'
import {LARGEST_IMAGE} from '../images/format.ts'
import {BrokenOffError, HttpFailure} from './failure.ts'
import {RETRY, type Retry, withRetry} from './retry.ts'

export interface ImageStoreOptions {
  /** The global one when absent. */
  readonly fetch?: typeof globalThis.fetch
  /** How to go on after a passing failure: five attempts when absent. */
  readonly retry?: Retry
  /**
   * Kept from run to run: a host's picture never changes under its address. Without it a temporary
   * folder, removed by `close`.
   */
  readonly folder?: string
}

/** Milliseconds for one attempt, the whole picture included. */
const PATIENCE = 30_000

const tooLarge = (url: string, bytes: number): SourceError =>
  new SourceError({
    code: 'SOURCE_IMAGE_TOO_LARGE',
    source: url,
    message: `The picture has more than ${bytes} bytes. Upload a smaller one.`,
  })

/** Reads no more than a picture may have. */
const bodyOf = async (response: Response, url: string): Promise<Uint8Array> => {
  if (response.body === null) throw new BrokenOffError('The answer is empty')
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body.getReader()
  for (;;) {
    const {done, value} = await reader.read()
    if (done) break
    length += value.length
    if (length > LARGEST_IMAGE) {
      await reader.cancel()
      throw tooLarge(url, LARGEST_IMAGE)
    }
    chunks.push(value)
  }
  const promised = Number(response.headers.get('content-length') ?? length)
  const encoded = response.headers.has('content-encoding')
  if (!encoded && promised !== length) throw new BrokenOffError('The answer ended early')
  return Buffer.concat(chunks)
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

export class ImageStore {
  readonly #options: Required<Pick<ImageStoreOptions, 'fetch' | 'retry'>>
  readonly #given: string | undefined
  #temporary: Promise<string> | undefined
  readonly #underway = new Map<string, Promise<Uint8Array>>()

  constructor({fetch = globalThis.fetch, retry = RETRY, folder}: ImageStoreOptions = {}) {
    this.#options = {fetch, retry}
    this.#given = folder
  }

  /**
   * The bytes behind `url`, at most LARGEST_IMAGE of them. Throws SourceError: `SOURCE_NOT_FOUND` when the
   * host has no such picture, `SOURCE_IMAGE_TOO_LARGE`, or why it could not be had.
   */
  get(url: string): Promise<Uint8Array> {
    const underway = this.#underway.get(url)
    if (underway !== undefined) return underway
    const work = this.#find(url).finally(() => this.#underway.delete(url))
    this.#underway.set(url, work)
    return work
  }

  async close(): Promise<void> {
    const folder = await this.#temporary
    this.#temporary = undefined
    if (folder !== undefined) await rm(folder, {recursive: true, force: true})
  }

  async #find(url: string): Promise<Uint8Array> {
    const folder = await this.#folder()
    const path = join(folder, createHash('sha256').update(url).digest('hex'))
    try {
      return await readFile(path)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    const bytes = await withRetry(url, this.#options.retry, () => this.#fetch(url))
    // beside, then renamed: a run that is killed leaves no half picture under the name
    const beside = `${path}.${randomUUID()}`
    await writeFile(beside, bytes)
    await rename(beside, path)
    return bytes
  }

  async #fetch(url: string): Promise<Uint8Array> {
    const {fetch} = this.#options
    const response = await fetch(url, {redirect: 'error', signal: AbortSignal.timeout(PATIENCE)})
    if (response.ok) return bodyOf(response, url)
    const retryAfter = response.headers.get('retry-after') ?? undefined
    throw new HttpFailure(response.status, await response.text(), retryAfter)
  }

  async #folder(): Promise<string> {
    if (this.#given === undefined) {
      this.#temporary ??= mkdtemp(join(tmpdir(), 'throwline-images-'))
      return this.#temporary
    }
    await mkdir(this.#given, {recursive: true})
    return this.#given
  }
}
