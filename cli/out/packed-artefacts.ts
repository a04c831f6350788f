/**
 * The artefacts of a run in little memory: what one says like the one before it is left out, and objects are
 * made of a document's when somebody asks. As objects those of 100,000 articles take 150 MB.
 */
import {CHANNELS} from '../../publishers/publisher.ts'
import type {Artefact} from './manifest.ts'

/** JSON: all artefacts of a document, or some, of which others are in another line. */
export type ArtefactLine = string

export const NO_ARTEFACTS: ArtefactLine = '[]'

type DocumentLine = readonly [documentId: string, line: ArtefactLine]

/** Where each field stands in a row; the compiler asks for a place when artefacts get another. */
const PLACES = {
  path: 0,
  channel: 1,
  sha256: 2,
  bytes: 3,
  documentId: 4,
  revision: 5,
  country: 6,
  language: 7,
  noticeId: 8,
  noticeRevision: 9,
  segments: 10,
} as const satisfies Record<keyof Artefact, number>

/** Of which most artefacts say what the one before says. */
type Alike = Exclude<keyof Artefact, 'bytes' | 'channel' | 'path' | 'segments' | 'sha256'>

/** In the place of what the artefact before says too: no text. */
const SAME = 0

const rowOf = (artefact: Artefact, before: Artefact | undefined): readonly unknown[] => {
  const {path, channel, sha256, bytes, segments} = artefact
  const news = (field: Alike): string | typeof SAME =>
    artefact[field] === before?.[field] ? SAME : artefact[field]
  return [
    path,
    channel,
    sha256,
    bytes,
    news('documentId'),
    news('revision'),
    news('country'),
    news('language'),
    news('noticeId'),
    news('noticeRevision'),
    ...(segments === undefined ? [] : [segments]),
  ]
}

const artefactOf = (row: readonly unknown[], before: Artefact | undefined): Artefact => {
  const at = (field: keyof Artefact): unknown => row[PLACES[field]]
  const channel = CHANNELS.find((each) => each === at('channel'))
  if (channel === undefined) throw new RangeError(`No artefact: ${JSON.stringify(row)}`)
  const text = (field: Alike): string => {
    const value = at(field)
    return typeof value === 'string' ? value : (before?.[field] ?? '')
  }
  const segments = at('segments')
  return {
    path: String(at('path')),
    channel,
    documentId: text('documentId'),
    revision: text('revision'),
    country: text('country'),
    language: text('language'),
    noticeId: text('noticeId'),
    noticeRevision: text('noticeRevision'),
    sha256: String(at('sha256')),
    bytes: Number(at('bytes')),
    ...(typeof segments === 'number' && {segments}),
  }
}

/** A line a document. */
export const documentLines = (artefacts: Iterable<Artefact>): readonly DocumentLine[] =>
  Array.from(
    Map.groupBy(artefacts, ({documentId}) => documentId),
    ([id, own]) => [id, JSON.stringify(own.map((each, at) => rowOf(each, own[at - 1])))],
  )

/** Artefacts as a line, or as objects where they are in memory already. */
export type Packed = ArtefactLine | readonly Artefact[]

/** In their order. Throws RangeError, SyntaxError for a line that `documentLines` did not write. */
export const artefactsOf = (packed: Packed): readonly Artefact[] => {
  if (typeof packed !== 'string') return packed
  const rows: unknown = JSON.parse(packed)
  const artefacts: Artefact[] = []
  for (const row of Array.isArray(rows) ? rows : [rows]) {
    artefacts.push(artefactOf(Array.isArray(row) ? row : [row], artefacts.at(-1)))
  }
  return artefacts
}

/** In memory or elsewhere: each is asked for several times. */
export interface Parts {
  readonly length: number
  at(index: number): Packed | undefined
}

/** One a path: of several, the last. */
export class ArtefactList implements Iterable<Artefact> {
  readonly #parts: Parts
  /** The number of each part's first artefact; numbers count through all parts. */
  readonly #starts: readonly number[]
  /** Numbers, by path. */
  readonly #order: Uint32Array

  constructor(parts: Parts) {
    this.#parts = parts
    const paths: string[] = []
    const starts: number[] = []
    for (let index = 0; index < parts.length; index += 1) {
      starts.push(paths.length)
      for (const {path} of artefactsOf(parts.at(index) ?? [])) paths.push(path)
    }
    this.#starts = starts
    const compare = (one: number, other: number): number => {
      const [a, b] = [paths[one] ?? '', paths[other] ?? '']
      return a < b ? -1 : a > b ? 1 : one - other
    }
    const sorted = Uint32Array.from(paths.keys()).toSorted(compare)
    this.#order = sorted.filter((number, index) => paths[number] !== paths[sorted[index + 1] ?? -1])
  }

  get length(): number {
    return this.#order.length
  }

  /** Document by document. */
  [Symbol.iterator](): Generator<Artefact> {
    return this.#each(this.#order.toSorted())
  }

  byPath(): Iterable<Artefact> {
    return {[Symbol.iterator]: () => this.#each(this.#order)}
  }

  /** The last that begins at the number or before: halved until it is found. */
  #partOf(number: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= number) low = middle
      else high = middle - 1
    }
    return low
  }

  *#each(numbers: Uint32Array): Generator<Artefact> {
    let part = -1
    let artefacts: readonly Artefact[] = []
    for (const number of numbers) {
      const own = this.#partOf(number)
      if (own !== part) artefacts = artefactsOf(this.#parts.at(own) ?? [])
      part = own
      const artefact = artefacts[number - (this.#starts[own] ?? 0)]
      if (artefact !== undefined) yield artefact
    }
  }
}
