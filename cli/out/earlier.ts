/** What earlier runs put into the folder, those that were killed included. */
import {hash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {readJournal} from './journal.ts'
import {type Artefact, type Manifest, readManifest} from './manifest.ts'

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')

export class Earlier {
  readonly manifest: Manifest | undefined
  readonly #folder: string
  /** The manifest's first, then what killed runs noted, in their order. */
  readonly #notes: ReadonlyMap<string, readonly [Artefact, ...Artefact[]]>
  #byDocument: ReadonlyMap<string, readonly Artefact[]> | undefined

  private constructor(
    folder: string,
    manifest: Manifest | undefined,
    journalled: readonly Artefact[],
  ) {
    this.#folder = folder
    this.manifest = manifest
    const notes = new Map<string, [Artefact, ...Artefact[]]>()
    for (const artefact of [...(manifest?.artefacts ?? []), ...journalled]) {
      const known = notes.get(artefact.path)
      if (known === undefined) notes.set(artefact.path, [artefact])
      else known.push(artefact)
    }
    this.#notes = notes
  }

  static async read(folder: string): Promise<Earlier> {
    return new Earlier(folder, await readManifest(folder), await readJournal(folder))
  }

  /** For a thread that only adds: what was there is the main thread's to know. */
  static unknown(folder: string): Earlier {
    return new Earlier(folder, undefined, [])
  }

  get isEmpty(): boolean {
    return this.#notes.size === 0
  }

  /** One a path. */
  artefacts(): readonly Artefact[] {
    return [...this.#notes.values()].map(([first]) => first)
  }

  /** Those of one document. */
  of(documentId: string): readonly Artefact[] {
    this.#byDocument ??= Map.groupBy(this.artefacts(), (each) => each.documentId)
    return this.#byDocument.get(documentId) ?? []
  }

  /** Whether some run put something there. */
  has(path: string): boolean {
    return this.#notes.has(path)
  }

  /** What the manifest says of it, else what a killed run noted first. */
  first(path: string): Artefact | undefined {
    return this.#notes.get(path)?.[0]
  }

  /** Whether it is noted that `path` may hold these bytes. */
  knows({path, sha256: bytes}: Artefact): boolean {
    return this.#notes.get(path)?.some((note) => note.sha256 === bytes) === true
  }

  /** The note that the file itself bears out, else the first; undefined when there is no file. */
  async standing(path: string): Promise<Artefact | undefined> {
    const file = join(this.#folder, path)
    const [first, ...others] = this.#notes.get(path) ?? []
    if (others.length === 0) {
      return (await stat(file).catch(() => undefined)) === undefined ? undefined : first
    }
    const bytes = await readFile(file).catch(() => undefined)
    if (bytes === undefined) return undefined
    const found = sha256(bytes)
    return this.#notes.get(path)?.find((note) => note.sha256 === found) ?? first
  }
}
