/** The table of a run that has just ended, with nothing refused. */
import {join} from 'node:path'
import type {ArticleSummary} from '../../content/model.ts'
import {type PackedState, PackedRows} from '../../content/packed-rows.ts'
import {type InputsLine, parseInputsLine} from '../out/inputs.ts'
import type {Artefact} from '../out/manifest.ts'
import {GrowingNumbers, GrowingTexts} from './growing.ts'
import {fileStamp, imagesMark, slugMark, WORD, wordBytes} from './marks.ts'
import type {FileStamp, StandingColumns} from './standing-table.ts'

/** As the record has it: `1432 1763889000123.4`. */
const parseStamp = (text: string): FileStamp => {
  const [size = Number.NaN, modified = Number.NaN] = text.split(' ').map(Number)
  return {size, modified}
}

class Files {
  readonly #paths = new GrowingTexts()
  readonly #sizes = new GrowingNumbers()
  readonly #times = new GrowingNumbers()
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
      sizes: this.#sizes.real(),
      times: this.#times.real(),
      owners: this.#owners.whole(),
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
  readonly #words = new Map<number, Uint8Array>()

  constructor(rows: PackedRows) {
    this.#rows = rows
  }

  /** False when it was made of a document that the dataset does not have. */
  add(summary: ArticleSummary, uses: readonly string[], assets: readonly string[]): boolean {
    const own = this.#rows.rowOf(summary.id)
    const rows = uses.map((id) => this.#rows.rowOf(id))
    if (own === undefined || rows.includes(undefined)) return false
    for (const row of rows) this.#uses.add(row ?? 0)
    this.#words.set(this.#own.length, wordBytes(summary))
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
    const words = new Uint8Array(this.#own.length * WORD)
    for (const [number, word] of this.#words) words.set(word, number * WORD)
    return {
      articles: this.#own.whole(),
      useEnds: this.#useEnds.whole(),
      uses: this.#uses.whole(),
      slugs: this.#slugs.whole(),
      images: this.#images.whole(),
      words,
    }
  }
}

export interface Ended {
  /** That was published into. */
  readonly folder: string
  readonly rows: PackedState
  readonly summaries: readonly ArticleSummary[]
  /** As the record has them. */
  readonly articles: readonly InputsLine[]
  readonly artefacts: readonly Artefact[]
  readonly companions: readonly string[]
}

/** Undefined where a file or a document is unaccounted for: articles are then asked one by one. */
export const standingColumns = (
  ended: Ended,
):
  | {readonly columns: StandingColumns; readonly numbers: ReadonlyMap<string, number>}
  | undefined => {
  const {folder, rows, artefacts, companions} = ended
  const summaries = new Map(ended.summaries.map((summary) => [summary.id, summary]))
  const files = new Files()
  const articles = new Articles(PackedRows.of(rows))
  const numbers = new Map<string, number>()
  for (const line of ended.articles) {
    const [article] = parseInputsLine(line)
    const summary = article && summaries.get(article.id)
    if (article === undefined || summary === undefined) return undefined
    numbers.set(article.id, articles.length)
    if (!articles.add(summary, article.uses, article.assets)) return undefined
    for (const [path, stamp] of Object.entries(article.files)) {
      files.add(path, parseStamp(stamp), articles.length)
    }
  }
  if (articles.length !== summaries.size) return undefined
  const others = artefacts.filter(({documentId}) => !summaries.has(documentId))
  for (const path of [...others.map((each) => each.path), ...companions]) {
    const stamp = fileStamp(join(folder, path))
    if (stamp === undefined) return undefined
    files.add(path, stamp, 0)
  }
  if (files.length !== artefacts.length + companions.length) return undefined
  const {lengths, checksums, types, ends, ids} = rows.columns
  const documents = {lengths, checksums, types, idEnds: ends, ids}
  const columns = {...documents, ...articles.columns(), ...files.columns()}
  return {columns, numbers}
}
