/** Which articles of the folder stand as an earlier run left them. */
import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {EarlierArticle} from '../../publish-inputs.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {type ArticleInputs, inputsFile, readInputs, writeInputs} from './inputs.ts'
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

export interface KeptArticlesOptions {
  /** That is published into. */
  readonly folder: string
  /** THROWLINE_DATA. */
  readonly data: string
  readonly channels: readonly Channel[]
  /** Nothing is taken to be known. */
  readonly isFull: boolean
}

export class KeptArticles {
  readonly #folder: string
  readonly #file: string
  readonly #channels: readonly Channel[]
  readonly #before: Map<string, ArticleInputs>
  /** What was found of an article, which is looked for twice in a run. */
  readonly #found = new Map<string, ArticleInputs | undefined>()
  readonly #standing = new Map<string, ArticleInputs>()
  readonly #published = new Map<string, PublishedArticle>()

  private constructor(
    {folder, data, channels}: KeptArticlesOptions,
    before: Map<string, ArticleInputs>,
  ) {
    this.#folder = folder
    this.#file = inputsFile(data, folder)
    this.#channels = channels
    this.#before = before
  }

  static async read(options: KeptArticlesOptions): Promise<KeptArticles> {
    const {folder, data, isFull} = options
    const before = isFull ? new Map() : new Map(await readInputs(inputsFile(data, folder)))
    return new KeptArticles(options, before)
  }

  /** Nothing is known where a file was edited, is gone, or a channel was never published. */
  async find(id: string): Promise<EarlierArticle | undefined> {
    if (!this.#found.has(id)) this.#found.set(id, this.#look(id))
    return this.#found.get(id)
  }

  /** The article stays as it is. Gives the images of its pages. */
  keep(id: string): readonly string[] {
    const known = this.#before.get(id)
    if (known === undefined) return []
    this.#standing.set(id, known)
    return known.assets
  }

  /** Articles that another thread has just published into the folder. */
  adopt(articles: readonly ArticleInputs[]): void {
    for (const article of articles) {
      this.#before.set(article.id, article)
      this.#found.set(article.id, article)
    }
  }

  publish(article: PublishedArticle): void {
    this.#published.set(article.id, article)
  }

  /** Once everything is written: what was published in this run. `artefacts`: all that the folder has now. */
  async made(artefacts: readonly Artefact[]): Promise<readonly ArticleInputs[]> {
    const byDocument = Map.groupBy(artefacts, ({documentId}) => documentId)
    const made: ArticleInputs[] = []
    for (const {id, earlier, assets} of this.#published.values()) {
      const own = (byDocument.get(id) ?? []).filter(({channel}) => this.#channels.includes(channel))
      const files = stampsOf(
        this.#folder,
        own.map(({path}) => path),
      )
      made.push({id, ...earlier, channels: this.#channels, files, assets})
    }
    return made
  }

  /** Of a thread that helps: the same, of what it published since it was last asked. */
  async handOver(artefacts: readonly Artefact[]): Promise<readonly ArticleInputs[]> {
    const made = await this.made(artefacts)
    this.#published.clear()
    return made
  }

  /** For the next run; gives what it saved. */
  async save(artefacts: readonly Artefact[]): Promise<readonly ArticleInputs[]> {
    const all = [...this.#standing.values(), ...(await this.made(artefacts))]
    await writeInputs(this.#file, all)
    return all
  }

  #look(id: string): ArticleInputs | undefined {
    const known = this.#before.get(id)
    if (known === undefined) return undefined
    if (!this.#channels.every((channel) => known.channels.includes(channel))) return undefined
    const isAsLeft = Object.entries(known.files).every(
      ([path, stamp]) => stampOf(this.#folder, path) === stamp,
    )
    return isAsLeft ? known : undefined
  }
}
