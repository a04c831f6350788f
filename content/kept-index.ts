/**
 * The index of a dataset file, kept beside the data of this machine, so that a file that is as it was
 * need not be read whole again. It is taken for the file's own only while size, time and a sample of
 * its documents agree; losing it costs one pass over the file.
 */
import {createHash} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {crc32} from 'node:zlib'
import {readColumnFile, readExactly, sealed, writeColumnFile} from './column-file.ts'
import type {JsonObject} from './json-object.ts'
import type {IndexState} from './lazy-index.ts'
import type {PackedColumns} from './packed-rows.ts'
import type {DatasetProblem} from './source.ts'

/** Grows with every change of what is kept, and of what a pass over a file finds. */
const VERSION = 2

/** Documents that are read again before an index is trusted. */
const SAMPLES = 32

interface Stamp {
  readonly inode: number
  readonly size: number
  /** Milliseconds: of its content, which can be set, and of anything about it, which cannot. */
  readonly modified: number
  readonly changed: number
}

/** A file that was written a moment ago may be written again within the same tick of its clock. */
const SETTLED = 100

interface Head extends Stamp {
  readonly version: typeof VERSION
  readonly count: number
  readonly seed: number
  readonly names: readonly string[]
  readonly duplicates: readonly DatasetProblem[]
  readonly problems: readonly DatasetProblem[]
}

const COLUMNS = [
  'offsets',
  'lengths',
  'lines',
  'checksums',
  'types',
  'ends',
  'ids',
  'slots',
] as const satisfies readonly (keyof PackedColumns)[]

export const keptIndexFile = (folder: string, dataset: string): string => {
  const name = createHash('sha256').update(resolve(dataset)).digest('hex').slice(0, 16)
  return join(folder, `${name}.index`)
}

const stampOf = async (file: FileHandle): Promise<Stamp> => {
  const {ino, size, mtimeMs, ctimeMs} = await file.stat()
  return {inode: ino, size, modified: mtimeMs, changed: ctimeMs}
}

const isSame = (one: JsonObject, other: Stamp): boolean =>
  one['inode'] === other.inode &&
  one['size'] === other.size &&
  one['modified'] === other.modified &&
  one['changed'] === other.changed

/** Never throws for what cannot be written: the next run reads the dataset, that is all. */
export const keepIndex = async (
  path: string,
  dataset: FileHandle,
  {rows, duplicates, problems}: IndexState,
): Promise<void> => {
  const stamp = await stampOf(dataset)
  if (Date.now() - stamp.changed < SETTLED) return
  const {count, seed, names} = rows
  const head: Head = {version: VERSION, ...stamp, count, seed, names, duplicates, problems}
  const columns = sealed(COLUMNS.map((name) => rows.columns[name]))
  await writeColumnFile(path, {...head}, columns, {isSynced: true})
}

const isHead = (value: JsonObject): value is JsonObject & Head => value['version'] === VERSION

const columnsOf = (buffers: readonly SharedArrayBuffer[]): PackedColumns | undefined => {
  const [offsets, sizes, lines, checksums, types, ends, ids, slots] = buffers
  if (slots === undefined || buffers.length !== COLUMNS.length) return undefined
  return {
    offsets: new Float64Array(offsets ?? slots),
    lengths: new Uint32Array(sizes ?? slots),
    lines: new Uint32Array(lines ?? slots),
    checksums: new Uint32Array(checksums ?? slots),
    types: new Uint32Array(types ?? slots),
    ends: new Uint32Array(ends ?? slots),
    ids: new Uint8Array(ids ?? slots),
    slots: new Uint32Array(slots),
  }
}

/** Documents spread over the file are what they were, to the octet. */
const holdsSamples = async (dataset: FileHandle, {rows}: IndexState): Promise<boolean> => {
  const {count, columns} = rows
  for (let sample = 0; sample < Math.min(SAMPLES, count); sample += 1) {
    const row = Math.floor((sample * (count - 1)) / Math.max(1, SAMPLES - 1))
    const bytes = Buffer.alloc(columns.lengths[row] ?? 0)
    const isThere = await readExactly(dataset, columns.offsets[row] ?? 0, bytes)
    if (!isThere || crc32(bytes) !== columns.checksums[row]) return false
  }
  return true
}

/** Undefined when there is none for the file as it is now. Never throws for what is kept. */
export const readKeptIndex = async (
  path: string,
  dataset: FileHandle,
): Promise<IndexState | undefined> => {
  const stamp = await stampOf(dataset)
  const kept = await readColumnFile(path, (head) => isHead(head) && isSame(head, stamp))
  if (kept === undefined || !isHead(kept.head)) return undefined
  const columns = columnsOf(kept.columns)
  if (columns === undefined) return undefined
  const {count, seed, names, duplicates, problems} = kept.head
  const state = {rows: {count, seed, names, columns}, duplicates, problems}
  return (await holdsSamples(dataset, state)) ? state : undefined
}
