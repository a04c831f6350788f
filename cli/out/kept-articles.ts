/** Which articles and lists of the folder stand as an earlier run left them. */
import {join} from 'node:path'
import type {EarlierArticle} from '../../publish-inputs.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {PieceFile} from './atomic-write.ts'
import {fileStamp, stampText} from './file-stamp.ts'
import {
  type ArticleInputs,
  hasAssets,
  inputsFile,
  type InputsLine,
  inputsLine,
  parseInputsLine,
  listId,
  readInputs,
} from './inputs.ts'
import type {Artefact} from './manifest.ts'

const stampOf = (folder: string, path: string): string | undefined => {
  const stamp = fileStamp(join(folder, path))
  return stamp && stampText(stamp)
}

export const stampsOf = (
  folder: string,
  paths: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(paths.map((path) => [path, stampOf(folder, path) ?? 'none']))

const NO_ASSETS: readonly string[] = []

const assetsOf = (line: InputsLine): readonly string[] =>
  hasAssets(line) ? (parseInputsLine(line)[0]?.assets ?? NO_ASSETS) : NO_ASSETS

export interface PublishedArticle {
  readonly id: string
  readonly earlier: EarlierArticle
  readonly assets: readonly string[]
}

/** As a thread hands it over. */
export interface MadeArticle {
  readonly id: string
  readonly inputs: InputsLine
}

export interface KeptArticlesOptions {
  /** That is published into. */
  readonly folder: string
  /** THROWLINE_DATA. */
  readonly data: string
  readonly channels: readonly Channel[]
  /** Nothing is taken to be known. */
  readonly isFull: boolean
  /** Whether the folder itself says that a file is its own: without its manifest, nothing stands. */
  readonly has: (path: string) => boolean
}

export class KeptArticles {
  readonly #folder: string
  /** Of this run: what threads hand over is written at once, for all of it would fill the memory. */
  readonly #record: PieceFile
  readonly #channels: readonly Channel[]
  readonly #before: Map<string, InputsLine>
  readonly #standing: string[] = []
  /** Of what other threads wrote the images of pages that have any. */
  readonly #adopted = new Map<string, readonly string[]>()
  readonly #published = new Map<string, PublishedArticle>()
  /** Inputs by path. */
  readonly #lists = new Map<string, string>()
  readonly #has: (path: string) => boolean

  private constructor(
    {folder, data, channels, has}: KeptArticlesOptions,
    before: Map<string, InputsLine>,
  ) {
    this.#folder = folder
    this.#record = new PieceFile(inputsFile(data, folder))
    this.#channels = channels
    this.#has = has
    this.#before = before
  }

  static async read(options: KeptArticlesOptions): Promise<KeptArticles> {
    const {folder, data, isFull} = options
    const before = isFull ? new Map() : await readInputs(inputsFile(data, folder))
    return new KeptArticles(options, before)
  }

  /** Nothing is known where a file was edited, is gone, or a channel was never published. */
  find(id: string): EarlierArticle | undefined {
    const known = this.#known(id)
    if (known === undefined) return undefined
    if (!this.#channels.every((channel) => known.channels.includes(channel))) return undefined
    return this.#isAsLeft(known) ? known : undefined
  }

  /** It is made anew, whatever it was made of. */
  forget(id: string): void {
    this.#before.delete(id)
  }

  listStands(path: string, inputs: string): boolean {
    const known = this.#known(listId(path))
    return known !== undefined && known.inputs === inputs && this.#isAsLeft(known)
  }

  /** The list stands there, made of these inputs. */
  list(path: string, inputs: string): void {
    this.#lists.set(path, inputs)
  }

  /** Inputs of every list of this run, by path. */
  get lists(): ReadonlyMap<string, string> {
    return this.#lists
  }

  /** The article stays as it is. Gives the images of its pages. */
  keep(id: string): readonly string[] {
    const line = this.#before.get(id)
    if (line === undefined) return this.#adopted.get(id) ?? NO_ASSETS
    this.#standing.push(id)
    return assetsOf(line)
  }

  /** Articles that another thread has just published into the folder. */
  adopt(articles: readonly MadeArticle[]): void {
    for (const {id, inputs} of articles) {
      this.#record.add(`${inputs}\n`)
      this.forget(id)
      if (hasAssets(inputs)) this.#adopted.set(id, assetsOf(inputs))
    }
  }

  publish(article: PublishedArticle): void {
    this.#published.set(article.id, article)
  }

  /** Of a thread that helps, once everything is written: what it published since it was last asked. */
  handOver(artefacts: readonly Artefact[]): readonly MadeArticle[] {
    const made = [...this.#made(artefacts)].map((article) => ({
      id: article.id,
      inputs: inputsLine(article),
    }))
    this.#published.clear()
    return made
  }

  /** For the next run, once everything is written. `artefacts`: all that the folder has now. */
  save(artefacts: Iterable<Artefact>): void {
    for (const id of this.#standing) {
      const line = this.#before.get(id)
      if (line !== undefined) this.#record.add(`${line}\n`)
    }
    for (const article of this.#made(artefacts)) this.#record.add(`${inputsLine(article)}\n`)
    for (const list of this.#listed()) this.#record.add(`${inputsLine(list)}\n`)
    this.#record.end()
  }

  /** Of a run that did not come to its end: the record of the one before stays. */
  discard(): void {
    this.#record.discard()
  }

  *#made(artefacts: Iterable<Artefact>): Generator<ArticleInputs> {
    if (this.#published.size === 0) return
    const own: Artefact[] = []
    for (const artefact of artefacts) {
      const {documentId, channel} = artefact
      if (this.#published.has(documentId) && this.#channels.includes(channel)) own.push(artefact)
    }
    const byDocument = Map.groupBy(own, ({documentId}) => documentId)
    for (const {id, earlier, assets} of this.#published.values()) {
      const paths = (byDocument.get(id) ?? []).map(({path}) => path)
      const files = stampsOf(this.#folder, paths)
      yield {id, ...earlier, channels: this.#channels, files, assets}
    }
  }

  *#listed(): Generator<ArticleInputs> {
    for (const [path, inputs] of this.#lists) {
      const files = stampsOf(this.#folder, [path])
      yield {id: listId(path), inputs, uses: [], channels: [], files, assets: []}
    }
  }

  #isAsLeft({files}: ArticleInputs): boolean {
    return Object.entries(files).every(
      ([path, stamp]) => this.#has(path) && stampOf(this.#folder, path) === stamp,
    )
  }

  #known(id: string): ArticleInputs | undefined {
    const line = this.#before.get(id)
    return line === undefined ? undefined : parseInputsLine(line)[0]
  }
}
