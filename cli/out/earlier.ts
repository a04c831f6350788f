/** What earlier runs put into the folder, those that were killed included. */
import {hash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {readJournal} from './journal.ts'
import {Listed} from './listed.ts'
import type {Artefact} from './manifest.ts'

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')

export class Earlier {
  /** What the manifest says. */
  readonly listed: Listed | undefined
  readonly #folder: string
  /** By path, what killed runs noted, in their order; none where none was killed. */
  readonly #noted: ReadonlyMap<string, readonly Artefact[]>
  /** By document, the first note of each path that the manifest does not list. */
  readonly #notedOf: ReadonlyMap<string, readonly Artefact[]>

  private constructor(folder: string, listed: Listed | undefined, noted: readonly Artefact[]) {
    this.#folder = folder
    this.listed = listed
    this.#noted = Map.groupBy(noted, ({path}) => path)
    const others = [...this.#noted.values()].flatMap(([first]) =>
      first === undefined || listed?.has(first.path) === true ? [] : [first],
    )
    this.#notedOf = Map.groupBy(others, ({documentId}) => documentId)
  }

  static async read(folder: string): Promise<Earlier> {
    return new Earlier(folder, await Listed.read(folder), await readJournal(folder))
  }

  /** For a thread that only adds: what was there is the main thread's to know. */
  static unknown(folder: string): Earlier {
    return new Earlier(folder, undefined, [])
  }

  get isEmpty(): boolean {
    return (this.listed?.size ?? 0) === 0 && this.#noted.size === 0
  }

  /** Paths and the documents they are of, one a path. */
  *owners(): Generator<readonly [path: string, documentId: string]> {
    if (this.listed !== undefined) yield* this.listed.owners()
    for (const own of this.#notedOf.values()) {
      for (const {path, documentId} of own) yield [path, documentId]
    }
  }

  /** Those of one document. */
  of(documentId: string): readonly Artefact[] {
    const listed = this.listed?.of(documentId) ?? []
    return [...listed, ...(this.#notedOf.get(documentId) ?? [])]
  }

  /** Whether some run put something there. */
  has(path: string): boolean {
    return this.listed?.has(path) === true || this.#noted.has(path)
  }

  /** What the manifest says of it, else what a killed run noted first. */
  first(path: string): Artefact | undefined {
    return this.listed?.get(path) ?? this.#noted.get(path)?.[0]
  }

  /** Whether it is noted that `path` may hold these bytes. */
  knows({path, sha256: bytes}: Artefact): boolean {
    return this.#notes(path).some((note) => note.sha256 === bytes)
  }

  /** The note that the file itself bears out, else the first; undefined when there is no file. */
  async standing(path: string): Promise<Artefact | undefined> {
    const file = join(this.#folder, path)
    const notes = this.#notes(path)
    const [first] = notes
    if (notes.length < 2) {
      return (await stat(file).catch(() => undefined)) === undefined ? undefined : first
    }
    const bytes = await readFile(file).catch(() => undefined)
    if (bytes === undefined) return undefined
    const found = sha256(bytes)
    return notes.find((note) => note.sha256 === found) ?? first
  }

  /** The manifest's first, then what killed runs noted. */
  #notes(path: string): readonly Artefact[] {
    const listed = this.listed?.get(path)
    return [...(listed === undefined ? [] : [listed]), ...(this.#noted.get(path) ?? [])]
  }
}
