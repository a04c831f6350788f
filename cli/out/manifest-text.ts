/**
 * A manifest as it lies on the disk, by path: what it says of some files is read, and replaced, without
 * parsing what it says of all others. Only for one that `writeManifest` has written, with nothing refused.
 */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {writeBuffersAtomically} from './atomic-write.ts'
import {type Artefact, artefactPiece, MANIFEST, parseArtefact} from './manifest.ts'

const BEGIN = Buffer.from('\n    {\n      "path": ')
const END = Buffer.from('\n    }')
const LINE = Buffer.from(',\n')
const HEAD = /^\{\n {2}"version": 1,\n {2}"generatedAt": ("[^"\n]{1,40}"),\n {2}"artefacts": \[\n/
const TAIL = '\n  ],\n  "refused": []\n}\n'

/** Octets that hold the head. */
const MOST_HEAD = 200

interface Place {
  readonly start: number
  readonly end: number
}

export class ManifestText {
  readonly #bytes: Buffer
  readonly #generatedAt: Place

  private constructor(bytes: Buffer, generatedAt: Place) {
    this.#bytes = bytes
    this.#generatedAt = generatedAt
  }

  /** Undefined when there is none, or it is of another layout. */
  static async read(folder: string): Promise<ManifestText | undefined> {
    const bytes = await readFile(join(folder, MANIFEST)).catch(() => undefined)
    if (bytes === undefined) return undefined
    const head = HEAD.exec(bytes.toString('latin1', 0, MOST_HEAD))
    const literal = head?.[1]
    if (head === null || literal === undefined) return undefined
    if (bytes.toString('latin1', bytes.length - TAIL.length) !== TAIL) return undefined
    const start = head[0].indexOf(literal)
    return new ManifestText(bytes, {start, end: start + literal.length})
  }

  /** Undefined when it does not say anything of `path`. */
  get(path: string): Artefact | undefined {
    const place = this.#find(path)
    if (place === undefined) return undefined
    const artefact = parseArtefact(JSON.parse(this.#bytes.toString('utf8', place.start, place.end)))
    return artefact?.path === path ? artefact : undefined
  }

  /**
   * Writes it with these in the place of what it said of their paths; each must be there. `now`:
   * `generatedAt`. `whileSynced`: work for the calling thread while the disk takes it.
   */
  async replace(
    folder: string,
    artefacts: readonly Artefact[],
    now: string,
    whileSynced: () => void,
  ): Promise<void> {
    const parts = [{...this.#generatedAt, text: JSON.stringify(now)}]
    for (const artefact of artefacts) {
      const place = this.#find(artefact.path)
      if (place === undefined) throw new RangeError(`No ${artefact.path} in the manifest`)
      parts.push({...place, text: artefactPiece(artefact)})
    }
    const pieces: Buffer[] = []
    let from = 0
    for (const {start, end, text} of parts.toSorted((one, other) => one.start - other.start)) {
      pieces.push(this.#bytes.subarray(from, start), Buffer.from(text, 'utf8'))
      from = end
    }
    pieces.push(this.#bytes.subarray(from))
    await writeBuffersAtomically(join(folder, MANIFEST), pieces, whileSynced)
  }

  /** They are in the order of their paths: halved until it is found. */
  #find(path: string): Place | undefined {
    const bytes = this.#bytes
    let [low, high] = [this.#generatedAt.end, bytes.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const begin = bytes.indexOf(BEGIN, middle)
      const from = begin + BEGIN.length
      const found = begin === -1 || begin >= high ? undefined : this.#pathAt(from)
      if (found === undefined || path < found) high = middle
      else if (found < path) low = from
      else return {start: begin + 1, end: bytes.indexOf(END, from) + END.length}
    }
    return undefined
  }

  #pathAt(from: number): string {
    const value: unknown = JSON.parse(
      this.#bytes.toString('utf8', from, this.#bytes.indexOf(LINE, from)),
    )
    return String(value)
  }
}
