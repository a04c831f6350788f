/**
 * What the summaries of articles are read from, as an earlier run left it: a run over 100,000 articles of
 * which one has changed would else read and parse all of them for their titles.
 *
 * Kept is the part of each document that its summary is made of, not the summary: it is read anew, by
 * the readers of today. It stands for the document while length and checksum of that are the same.
 */
import {isObject, type JsonObject} from './json-object.ts'
import type {ArticleSummary} from './model.ts'
import type {Notebook} from './notebook.ts'
import {articleSummary} from './parse/article.ts'
import {parsed, type Result} from './parse/reader.ts'
import type {Dataset} from './source.ts'

/** Where each field of a summary is read from; the compiler asks for a row when it gets another. */
const FIELDS = {
  id: '_id',
  revision: '_rev',
  slug: 'slug',
  language: 'language',
  title: 'title',
  summary: 'summary',
  topics: 'topics',
  publishedAt: 'publishedAt',
  smsSummary: 'smsSummary',
  updatedAt: 'updatedAt',
  lastReviewed: 'lastReviewed',
  retraction: 'retraction',
} as const satisfies Record<keyof ArticleSummary, string>

const NAMES = Object.values(FIELDS)

/** Lines an article, after which the notebook is begun again. */
const MOST_LINES = 2

type Line = readonly [state: string, part: JsonObject]

const isLine = (value: unknown): value is Line =>
  Array.isArray(value) && typeof value[0] === 'string' && isObject(value[1])

const partOf = (document: JsonObject): JsonObject =>
  Object.fromEntries(
    NAMES.flatMap((name) => (Object.hasOwn(document, name) ? [[name, document[name]]] : [])),
  )

export class KeptSummaries {
  readonly #dataset: Dataset
  readonly #notebook: Notebook | undefined
  /** What stands twice has a state, and yet nobody knows what it says. */
  readonly #unsure: ReadonlySet<string>
  readonly #summaries = new Map<string, Result<ArticleSummary>>()
  readonly #added: Line[] = []
  #lines = 0

  private constructor(dataset: Dataset, notebook: Notebook | undefined) {
    this.#dataset = dataset
    this.#unsure = new Set(dataset.problems.map(({documentId}) => documentId))
    this.#notebook = notebook
  }

  static async read(dataset: Dataset, notebook: Notebook | undefined): Promise<KeptSummaries> {
    const kept = new KeptSummaries(dataset, dataset.stateOf === undefined ? undefined : notebook)
    for (const line of (await kept.#notebook?.read()) ?? []) kept.#take(line)
    return kept
  }

  /** The summary, if its document is as it was. */
  get(id: string): Result<ArticleSummary> | undefined {
    return this.#summaries.get(id)
  }

  /** To be told of every document that was read. One that has no revision of its own, or a problem, is not kept. */
  add(id: string, document: unknown, summary: Result<ArticleSummary>): void {
    const state = this.#dataset.stateOf?.(id)
    if (this.#notebook === undefined || state === undefined) return
    if (!summary.ok || !isObject(document) || summary.value.revision !== document['_rev']) return
    this.#added.push([state, partOf(document)])
  }

  /** Leaves what was added for the next run. `waiting`: once there are so many. */
  async write(waiting = 1): Promise<void> {
    if (this.#notebook === undefined || this.#added.length < waiting) return
    const added = this.#added.splice(0)
    const most = MOST_LINES * this.#dataset.ids('article').length
    if (this.#lines + added.length > most) {
      await this.#notebook.clear()
      this.#lines = 0
    }
    this.#lines += added.length
    await this.#notebook.append(added)
  }

  #take(line: unknown): void {
    this.#lines += 1
    const id = isLine(line) ? line[1]['_id'] : undefined
    if (typeof id !== 'string' || !isLine(line) || this.#unsure.has(id)) return
    if (this.#dataset.stateOf?.(id) !== line[0]) return
    this.#summaries.set(id, parsed(id, line[1], articleSummary))
  }
}
