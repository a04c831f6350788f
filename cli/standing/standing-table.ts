/**
 * A folder as a run left it, whole: every document of the dataset it was made of, every article with what it
 * used, every file with its size and time. The next run asks it what has changed, in place of asking
 * each article. Kept in the data folder; losing it costs a longer run and nothing else.
 */
import {isObject, type JsonObject} from '../../content/json-object.ts'
import {
  readColumnFile,
  readColumnHead,
  sealed,
  type SealedColumns,
  writeColumnFile,
} from '../../content/column-file.ts'
import {CHANNELS, type Channel} from '../../publishers/publisher.ts'
import type {FileStamp} from '../out/file-stamp.ts'
import type {ChannelTotals} from '../totals.ts'

/** Grows with every change of what is kept. */
export const STANDING_VERSION = 1

/** What holds for the whole run; with another one of these, articles are asked one by one. */
export interface StandingHead {
  readonly version: typeof STANDING_VERSION
  /** Of Throwline, and of what its publishers write. */
  readonly program: string
  /** YYYY-MM-DD. */
  readonly today: string
  /** ISO 3166-1 alpha-2; empty for the site's own. */
  readonly country: string
  readonly channels: readonly Channel[]
  /** One word for site, notices, helplines and digests. */
  readonly frame: string
  /** Numbers of the newest articles, which the feeds carry whole, newest first. */
  readonly latest: readonly number[]
  /** What each list of articles was made of, by path. */
  readonly lists: readonly (readonly [path: string, inputs: string])[]
  readonly manifest: FileStamp
  readonly record: FileStamp
  readonly totals: readonly ChannelTotals[]
  /** Files that stand beside the artefacts: images, the partner schema. */
  readonly companions: readonly string[]
  /** `_type`s, by number. */
  readonly names: readonly string[]
}

/** Documents by row, articles by number, files by number; each in an order of its own. */
export interface StandingColumns {
  /** Of documents: bytes of JSON, CRC-32, number of the type, where the id ends in `ids` (ASCII). */
  readonly lengths: Uint32Array
  readonly checksums: Uint32Array
  readonly types: Uint32Array
  readonly idEnds: Uint32Array
  readonly ids: Uint8Array
  /** Of articles: their own row, where their rows end in `uses`, marks of slug and images (marks.ts). */
  readonly articles: Uint32Array
  readonly useEnds: Uint32Array
  readonly uses: Uint32Array
  readonly slugs: Uint32Array
  readonly images: Uint32Array
  /** 32 octets an article: SHA-256 of what lists say of it. */
  readonly words: Uint8Array
  /** Of files: where the path ends in `paths` (UTF-8), size, time, one more than the article's number or 0. */
  readonly pathEnds: Uint32Array
  readonly paths: Uint8Array
  readonly sizes: Float64Array
  readonly times: Float64Array
  readonly owners: Uint32Array
}

export interface StandingTable {
  readonly head: StandingHead
  readonly columns: StandingColumns
}

const isStamp = (value: unknown): value is FileStamp =>
  isObject(value) && typeof value['size'] === 'number' && typeof value['modified'] === 'number'

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const areNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number')

const areChannels = (value: unknown): value is readonly Channel[] =>
  areTexts(value) && value.every((each) => CHANNELS.some((channel) => channel === each))

const isHead = (value: JsonObject): value is JsonObject & StandingHead =>
  value['version'] === STANDING_VERSION &&
  ['program', 'today', 'country', 'frame'].every((name) => typeof value[name] === 'string') &&
  areChannels(value['channels']) &&
  areNumbers(value['latest']) &&
  [value['companions'], value['names']].every(areTexts) &&
  Array.isArray(value['lists']) &&
  value['lists'].every(areTexts) &&
  [value['manifest'], value['record']].every(isStamp) &&
  Array.isArray(value['totals'])

const NAMES = [
  'lengths',
  'checksums',
  'types',
  'idEnds',
  'ids',
  'articles',
  'useEnds',
  'uses',
  'slugs',
  'images',
  'words',
  'pathEnds',
  'paths',
  'sizes',
  'times',
  'owners',
] as const satisfies readonly (keyof StandingColumns)[]

const columnsOf = (buffers: readonly SharedArrayBuffer[]): StandingColumns => {
  const at = (name: (typeof NAMES)[number]): SharedArrayBuffer =>
    buffers[NAMES.indexOf(name)] ?? new SharedArrayBuffer(0)
  return {
    lengths: new Uint32Array(at('lengths')),
    checksums: new Uint32Array(at('checksums')),
    types: new Uint32Array(at('types')),
    idEnds: new Uint32Array(at('idEnds')),
    ids: new Uint8Array(at('ids')),
    articles: new Uint32Array(at('articles')),
    useEnds: new Uint32Array(at('useEnds')),
    uses: new Uint32Array(at('uses')),
    slugs: new Uint32Array(at('slugs')),
    images: new Uint32Array(at('images')),
    words: new Uint8Array(at('words')),
    pathEnds: new Uint32Array(at('pathEnds')),
    paths: new Uint8Array(at('paths')),
    sizes: new Float64Array(at('sizes')),
    times: new Float64Array(at('times')),
    owners: new Uint32Array(at('owners')),
  }
}

/** Columns may be sealed before the head is known. */
export const sealedStanding = (columns: StandingColumns): SealedColumns =>
  sealed(NAMES.map((name) => columns[name]))

/** Not synced: a torn one reads as none. Never throws for what cannot be written. */
export const writeStandingTable = (
  file: string,
  head: StandingHead,
  columns: SealedColumns,
): Promise<void> => writeColumnFile(file, {...head}, columns, {isSynced: false})

export const readStandingHead = async (file: string): Promise<StandingHead | undefined> => {
  const head = await readColumnHead(file)
  return head !== undefined && isHead(head) ? head : undefined
}

export const readStandingTable = async (file: string): Promise<StandingTable | undefined> => {
  const found = await readColumnFile(file, isHead)
  if (found === undefined || !isHead(found.head) || found.columns.length !== NAMES.length) {
    return undefined
  }
  return {head: found.head, columns: columnsOf(found.columns)}
}

/** Text `number` of a column of texts one after the other. */
export const textAt = (
  texts: Uint8Array,
  ends: Uint32Array,
  number: number,
  encoding: 'latin1' | 'utf8',
): string => {
  const start = number === 0 ? 0 : (ends[number - 1] ?? 0)
  const length = (ends[number] ?? start) - start
  return Buffer.from(texts.buffer, texts.byteOffset + start, length).toString(encoding)
}
