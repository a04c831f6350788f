/** The table of a run that has just ended, with nothing refused. */
import {join} from 'node:path'
import type {ArticleSummary} from '../../content/model.ts'
import {type PackedState, PackedRows} from '../../content/packed-rows.ts'
import {type FileStamp, fileStamp, parseStamp} from '../out/file-stamp.ts'
import {type ArticleInputs, eachArticle} from '../out/inputs.ts'
import {GrowingBytes, GrowingNumbers, GrowingReals, GrowingTexts} from './growing.ts'
import {imagesMark, slugMark, wordBytes} from './marks.ts'
import type {StandingColumns} from './standing-table.ts'

class Files {
  readonly #paths = new GrowingTexts()
  readonly #sizes = new GrowingReals()
  readonly #times = new GrowingReals()
  readonly #owners = new GrowingNumbers()

  /** `owner`: one more than the article's number, or 0. */
  add(path: string, {size, modified}: FileStamp, owner: number): void {
    this.#paths.add(path)
    this.#sizes.add(size)
    this.#times.add(modified)
    this.#owners.add(owner)
  }

  get length(): number {
    return this.#owners.length
  }

  columns(): Pick<StandingColumns, 'paths' | 'pathEnds' | 'sizes' | 'times' | 'owners'> {
    return {
      paths: this.#paths.bytes(),
      pathEnds: this.#paths.ends(),
      sizes: this.#sizes.column(),
      times: this.#times.column(),
      owners: this.#owners.column(),
    }
  }
}

class Articles {
  readonly #rows: PackedRows
  readonly #own = new GrowingNumbers()
  readonly #useEnds = new GrowingNumbers()
  readonly #uses = new GrowingNumbers()
  readonly #slugs = new GrowingNumbers()
  readonly #images = new GrowingNumbers()
  readonly #words = new GrowingBytes()

  constructor(rows: PackedRows) {
    this.#rows = rows
  }

  /** False when it was made of a document that the dataset does not have. */
  add(summary: ArticleSummary, uses: readonly string[], assets: readonly string[]): boolean {
    const own = this.#rows.rowOf(summary.id)
    const rows = uses.map((id) => this.#rows.rowOf(id))
    if (own === undefined || rows.includes(undefined)) return false
    for (const row of rows) this.#uses.add(row ?? 0)
    this.#words.add(wordBytes(summary))
    this.#own.add(own)
    this.#useEnds.add(this.#uses.length)
    this.#slugs.add(slugMark(summary.slug))
    this.#images.add(imagesMark(assets))
    return true
  }

  get length(): number {
    return this.#own.length
  }

  columns(): Pick<StandingColumns, 'articles' | 'useEnds' | 'uses' | 'slugs' | 'images' | 'words'> {
    return {
      articles: this.#own.column(),
      useEnds: this.#useEnds.column(),
      uses: this.#uses.column(),
      slugs: this.#slugs.column(),
      images: this.#images.column(),
      words: this.#words.column(),
    }
  }
}

export interface Ended {
  /** That was published into. */
  readonly folder: string
  readonly rows: PackedState
  readonly summaries: readonly ArticleSummary[]
  /** Where the run has just left what each article was made of. */
  readonly record: string
  /** Paths of files that are no article's. */
  readonly others: readonly string[]
  /** How many files there are in all. */
  readonly files: number
}

/** Undefined where a file or a document is unaccounted for: articles are then asked one by one. */
export const standingColumns = async (ended: Ended): Promise<StandingColumns | undefined> => {
  const {folder, record, rows, others} = ended
  const summaries = new Map(ended.summaries.map((summary) => [summary.id, summary]))
  const files = new Files()
  const articles = new Articles(PackedRows.of(rows))
  let isWhole = true
  const add = ({id, uses, assets, files: own}: ArticleInputs): void => {
    const summary = summaries.get(id)
    if (summary === undefined || !articles.add(summary, uses, assets)) {
      isWhole = false
      return
    }
    for (const [path, stamp] of Object.entries(own)) {
      files.add(path, parseStamp(stamp), articles.length)
    }
  }
  await eachArticle(record, add)
  if (!isWhole || articles.length !== summaries.size) return undefined
  for (const path of others) {
    const stamp = fileStamp(join(folder, path))
    if (stamp === undefined) return undefined
    files.add(path, stamp, 0)
  }
  if (files.length !== ended.files) return undefined
  const {lengths, checksums, types, ends, ids} = rows.columns
  const documents = {lengths, checksums, types, idEnds: ends, ids}
  return {...documents, ...articles.columns(), ...files.columns()}
}
