/** What the manifest lists, in little memory: a line a document, and whose each path is. */
import {open} from 'node:fs/promises'
import {join} from 'node:path'
import {eachLine, LineTooLongError} from '../../content/line-reader.ts'
import type {Problem} from '../../errors.ts'
import {isMissing} from './beside.ts'
import {type Artefact, compact, MANIFEST, readManifest} from './manifest.ts'
import {ManifestLines} from './manifest-lines.ts'
import {type ArtefactLine, artefactsOf, documentLines} from './packed-artefacts.ts'
import {SharedTexts} from './shared-texts.ts'

interface Said {
  readonly artefacts: readonly Artefact[]
  readonly refused: readonly Problem[]
}

/** Undefined where it is of another layout than we write. Throws what opening throws. */
const readLines = async (file: string): Promise<Said | undefined> => {
  const artefacts: Artefact[] = []
  const texts = new SharedTexts()
  const lines = new ManifestLines((artefact) => artefacts.push(compact(artefact, texts)))
  const handle = await open(file)
  try {
    await eachLine(handle, ({bytes, start, end}) => lines.add(bytes.toString('utf8', start, end)))
  } catch (error) {
    if (error instanceof LineTooLongError) return undefined
    throw error
  } finally {
    await handle.close()
  }
  const rest = lines.rest()
  return rest && {artefacts, refused: rest.refused}
}

export class Listed {
  readonly refused: readonly Problem[]
  readonly #lines: ReadonlyMap<string, ArtefactLine>
  /** The id of the document that each path is of, in the order of the manifest. */
  readonly #owners: ReadonlyMap<string, string>
  /** What was unpacked last. */
  #open:
    | {readonly documentId: string; readonly artefacts: ReadonlyMap<string, Artefact>}
    | undefined

  private constructor({artefacts, refused}: Said) {
    this.refused = refused
    this.#lines = new Map(documentLines(artefacts))
    // each id once in memory
    const ids = new Map(Array.from(this.#lines.keys(), (id) => [id, id]))
    this.#owners = new Map(artefacts.map(({path, documentId: id}) => [path, ids.get(id) ?? id]))
  }

  /** Undefined when the folder has no manifest; throws SourceError MANIFEST_INVALID for what is none. */
  static async read(folder: string): Promise<Listed | undefined> {
    try {
      const said = (await readLines(join(folder, MANIFEST))) ?? (await readManifest(folder))
      return said && new Listed(said)
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  get size(): number {
    return this.#owners.size
  }

  has(path: string): boolean {
    return this.#owners.has(path)
  }

  get(path: string): Artefact | undefined {
    const documentId = this.#owners.get(path)
    return documentId === undefined ? undefined : this.#unpacked(documentId).get(path)
  }

  /** Those of one document. */
  of(documentId: string): Iterable<Artefact> {
    return this.#unpacked(documentId).values()
  }

  /** Paths and the documents they are of, in the order of the manifest. */
  owners(): Iterable<readonly [path: string, documentId: string]> {
    return this.#owners
  }

  #unpacked(documentId: string): ReadonlyMap<string, Artefact> {
    if (this.#open?.documentId !== documentId) {
      const own = artefactsOf(this.#lines.get(documentId) ?? [])
      this.#open = {documentId, artefacts: new Map(own.map((each) => [each.path, each]))}
    }
    return this.#open.artefacts
  }
}
