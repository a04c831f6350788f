/**
 * The index of a dataset file, kept beside the data of this machine, so that a file that is as it was
 * need not be read whole again. It is taken for the file's own only while size, time and a sample of
 * its documents agree; losing it costs one pass over the file.
 */
import {createHash, randomBytes} from 'node:crypto'
import {type FileHandle, mkdir, open, rename, rm} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {crc32} from 'node:zlib'
import {isObject} from './json-object.ts'
import type {IndexState} from './lazy-index.ts'
import type {PackedColumns} from './packed-rows.ts'
import {parseJson} from './parse-json.ts'
import type {DatasetProblem} from './source.ts'

/** Grows with every change of what is kept, and of what a pass over a file finds. */
const VERSION = 1

/** Documents that are read again before an index is trusted. */
const SAMPLES = 32

/** Octets before the head: its length and its CRC-32, little-endian. */
const PREFIX = 8

/** A head longer than this is not of ours. */
const MOST_HEAD = 64 * 1024 * 1024

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
  /** Octets of each column, in the order of COLUMNS. */
  readonly lengths: readonly number[]
  /** CRC-32 of all columns. */
  readonly checksum: number
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

const isSame = (one: Stamp, other: Stamp): boolean =>
  one.inode === other.inode &&
  one.size === other.size &&
  one.modified === other.modified &&
  one.changed === other.changed

const bytesOf = (column: PackedColumns[keyof PackedColumns]): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength)

/** Never throws for what cannot be written: the next run reads the dataset, that is all. */
export const keepIndex = async (
  path: string,
  dataset: FileHandle,
  {rows, duplicates, problems}: IndexState,
): Promise<void> => {
  const stamp = await stampOf(dataset)
  if (Date.now() - stamp.changed < SETTLED) return
  const columns = COLUMNS.map((name) => bytesOf(rows.columns[name]))
  const head: Head = {
    version: VERSION,
    ...stamp,
    count: rows.count,
    seed: rows.seed,
    names: rows.names,
    duplicates,
    problems,
    lengths: columns.map(({length}) => length),
    checksum: columns.reduce((sum, column) => crc32(column, sum), 0),
  }
  const beside = `${path}.${randomBytes(6).toString('hex')}.throwline-tmp`
  try {
    await mkdir(dirname(path), {recursive: true})
    const file = await open(beside, 'wx')
    try {
      const text = Buffer.from(JSON.stringify(head), 'utf8')
      const prefix = Buffer.alloc(PREFIX)
      prefix.writeUInt32LE(text.length)
      prefix.writeUInt32LE(crc32(text), 4)
      await file.writev([prefix, text, ...columns])
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch {
    await rm(beside, {force: true}).catch(() => undefined)
  }
}

const isHead = (value: unknown): value is Head =>
  isObject(value) &&
  value['version'] === VERSION &&
  Array.isArray(value['lengths']) &&
  value['lengths'].length === COLUMNS.length

const readExactly = async (file: FileHandle, at: number, into: Uint8Array): Promise<boolean> => {
  let done = 0
  while (done < into.length) {
    const {bytesRead} = await file.read(into, done, into.length - done, at + done)
    if (bytesRead === 0) return false
    done += bytesRead
  }
  return true
}

const readHead = async (file: FileHandle): Promise<{head: Head; end: number} | undefined> => {
  const prefix = Buffer.alloc(PREFIX)
  if (!(await readExactly(file, 0, prefix))) return undefined
  const length = prefix.readUInt32LE()
  if (length > MOST_HEAD) return undefined
  const text = Buffer.alloc(length)
  if (!(await readExactly(file, PREFIX, text))) return undefined
  if (crc32(text) !== prefix.readUInt32LE(4)) return undefined
  const head = parseJson(text.toString('utf8'))
  return isHead(head) ? {head, end: PREFIX + length} : undefined
}

const readColumns = async (
  file: FileHandle,
  {lengths, checksum}: Head,
  from: number,
): Promise<PackedColumns | undefined> => {
  const buffers: SharedArrayBuffer[] = []
  let [at, sum] = [from, 0]
  for (const length of lengths) {
    const buffer = new SharedArrayBuffer(length)
    const bytes = new Uint8Array(buffer)
    if (!(await readExactly(file, at, bytes))) return undefined
    sum = crc32(bytes, sum)
    at += length
    buffers.push(buffer)
  }
  const [offsets, sizes, lines, checksums, types, ends, ids, slots] = buffers
  if (sum !== checksum || slots === undefined) return undefined
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

const readState = async (path: string, dataset: FileHandle): Promise<IndexState | undefined> => {
  const file = await open(path)
  try {
    const found = await readHead(file)
    if (found === undefined || !isSame(found.head, await stampOf(dataset))) return undefined
    const {head, end} = found
    const columns = await readColumns(file, head, end)
    if (columns === undefined) return undefined
    const {count, seed, names, duplicates, problems} = head
    return {rows: {count, seed, names, columns}, duplicates, problems}
  } finally {
    await file.close()
  }
}

/** Undefined when there is none for the file as it is now. Never throws for what is kept. */
export const readKeptIndex = async (
  path: string,
  dataset: FileHandle,
): Promise<IndexState | undefined> => {
  try {
    const state = await readState(path, dataset)
    return state !== undefined && (await holdsSamples(dataset, state)) ? state : undefined
  } catch {
    return undefined
  }
}
