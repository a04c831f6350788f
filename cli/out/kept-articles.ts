/** Which articles and lists of the folder stand as an earlier run left them. */
import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {EarlierArticle} from '../../publish-inputs.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {
  type ArticleInputs,
  hasAssets,
  inputsFile,
  type InputsLine,
  inputsLine,
  parseInputsLine,
  readInputs,
  writeInputs,
} from './inputs.ts'
import type {Artefact} from './manifest.ts'

/** Another stamp, and somebody wrote the file since. Synchronous: it takes a tenth of the time. */
const stampOf = (folder: string, path: string): string | undefined => {
  const found = statSync(join(folder, path), {throwIfNoEntry: false})
  return found && `${found.size} ${found.mtimeMs}`
}

export const stampsOf = (
  folder: string,
  paths: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(paths.map((path) => [path, stampOf(folder, path) ?? 'none']))

export interface PublishedArticle {
  readonly id: string
  readonly earlier: EarlierArticle
  readonly assets: readonly string[]
}

/** As a thread hands it over. */
export type MadeArticle = readonly [id: string, line: InputsLine]

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

/** In the place of a document's id, which has no colon. */
const listId = (path: string): string => `list:${path}`

export class KeptArticles {
  readonly #folder: string
  readonly #file: string
  readonly #channels: readonly Channel[]
  readonly #before: Map<string, InputsLine>
  readonly #standing: string[] = []
  readonly #published = new Map<string, PublishedArticle>()
  /** Inputs by path. */
  readonly #lists = new Map<string, string>()
  readonly #has: (path: string) => boolean

  private constructor(
    {folder, data, channels, has}: KeptArticlesOptions,
    before: Map<string, InputsLine>,
  ) {
    this.#folder = folder
    this.#file = inputsFile(data, folder)
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

  listStands(path: string, inputs: string): boolean {
    const known = this.#known(listId(path))
    return known !== undefined && known.inputs === inputs && this.#isAsLeft(known)
  }

  /** The list stands there, made of these inputs. */
  list(path: string, inputs: string): void {
    this.#lists.set(path, inputs)
  }

  /** The article stays as it is. Gives the images of its pages. */
  keep(id: string): readonly string[] {
    this.#standing.push(id)
    const line = this.#before.get(id)
    if (line === undefined || !hasAssets(line)) return []
    return this.#known(id)?.assets ?? []
  }

  /** Articles that another thread has just published into the folder. */
  adopt(articles: readonly MadeArticle[]): void {
    for (const [id, line] of articles) this.#before.set(id, line)
  }

  publish(article: PublishedArticle): void {
    this.#published.set(article.id, article)
  }

  /** Of a thread that helps, once everything is written: what it published since it was last asked. */
  handOver(artefacts: readonly Artefact[]): readonly MadeArticle[] {
    const made = [...this.#made(artefacts)].map(
      (article) => [article.id, inputsLine(article)] as const,
    )
    this.#published.clear()
    return made
  }

  /** For the next run, once everything is written; gives what it saved of articles. `artefacts`: all that the folder has now. */
  async save(artefacts: readonly Artefact[]): Promise<readonly InputsLine[]> {
    const standing = this.#standing.flatMap((id) => this.#before.get(id) ?? [])
    const articles = [...standing, ...[...this.#made(artefacts)].map(inputsLine)]
    await writeInputs(this.#file, [...articles, ...[...this.#listed()].map(inputsLine)])
    return articles
  }

  *#made(artefacts: readonly Artefact[]): Generator<ArticleInputs> {
    const own = artefacts.filter(
      ({documentId, channel}) =>
        this.#published.has(documentId) && this.#channels.includes(channel),
    )
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
