/**
 * A dataset on disk, known by where its documents lie. One pass reads `_id` and `_type` of each
 * line; a document is parsed when asked for.
 */
import type {FileHandle} from 'node:fs/promises'
import {crc32} from 'node:zlib'
import {ContentError, SourceError} from '../errors.ts'
import {type IdKind, idKind} from './dataset-ids.ts'
import {FileWindow} from './file-window.ts'
import {isObject, stringField} from './json-object.ts'
import {eachLine, type Line, LineTooLongError} from './line-reader.ts'
import {type Identified, isSpace, scanLine} from './line-scan.ts'
import {PackedRows, type PackedState} from './packed-rows.ts'
import {parseJson} from './parse-json.ts'
import type {Dataset, DatasetProblem} from './source.ts'

const CLOSE_BRACE = 0x7d
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

export interface IndexOptions {
  /** For messages. */
  readonly name: string
  /** Drafts and versions: a problem each (a published set holds none), or left out unsaid. */
  readonly unpublished: 'problem' | 'omit'
}

/** What one pass over the file found, as plain data: another thread or run need not read it again. */
export interface IndexState {
  readonly rows: PackedState
  readonly duplicates: readonly DatasetProblem[]
  readonly problems: readonly DatasetProblem[]
}

const MEND_FILE = 'Export the dataset again, or mend the line, and try again.'

const unpublishedProblem = (kind: IdKind, {id, type}: Identified): DatasetProblem => {
  const message =
    kind === 'draft'
      ? `${id} is a draft in a set of published documents. Publish or discard it, or export with --no-drafts.`
      : `${id} belongs to a release, in a set of published documents. Publish the release, or export only published documents.`
  const code = kind === 'draft' ? 'DRAFT_DOCUMENT' : 'VERSION_DOCUMENT'
  return {documentId: id, documentType: type, path: '_id', code, message}
}

export class LazyIndex implements Dataset {
  readonly problems: readonly DatasetProblem[]
  readonly #window: FileWindow
  readonly #rows: PackedRows
  readonly #duplicates: ReadonlyMap<string, DatasetProblem>

  private constructor(
    file: FileHandle,
    rows: PackedRows,
    duplicates: ReadonlyMap<string, DatasetProblem>,
    problems: readonly DatasetProblem[],
  ) {
    this.#window = new FileWindow(file)
    this.#rows = rows
    this.#duplicates = duplicates
    this.problems = Object.freeze([...problems])
  }

  /** The file stays in the caller's hands, open for as long as the index is used. */
  static async open(file: FileHandle, {name, unpublished}: IndexOptions): Promise<LazyIndex> {
    const rows = new PackedRows()
    const duplicates = new Map<string, DatasetProblem>()
    const problems: DatasetProblem[] = []

    const add = (found: Identified, line: Line, start: number): void => {
      const {id} = found
      const kind = idKind(id)
      if (kind === 'invalid') {
        throw new SourceError({
          code: 'SOURCE_LINE_INVALID',
          source: name,
          message: `Line ${line.number} has the _id ${JSON.stringify(id.slice(0, 140))}, which is none: ids are letters, digits, ".", "_" and "-", at most 128. ${MEND_FILE}`,
        })
      }
      if (kind !== 'published') {
        if (unpublished === 'problem') problems.push(unpublishedProblem(kind, found))
        return
      }
      const first = rows.get(id)
      if (first !== undefined) {
        if (duplicates.has(id)) return
        const problem: DatasetProblem = {
          documentId: id,
          documentType: first.type,
          path: '_id',
          code: 'DUPLICATE_ID',
          message: `Lines ${first.line} and ${line.number} both hold a document ${id}, and nothing tells which is right. Remove one of them.`,
        }
        duplicates.set(id, problem)
        problems.push(problem)
        return
      }
      const {type} = found
      const offset = line.offset + (start - line.start)
      const checksum = crc32(line.bytes.subarray(start, line.end))
      rows.add({id, type, offset, length: line.end - start, line: line.number, checksum})
    }

    const visit = (line: Line): void => {
      const {bytes, end} = line
      const marked =
        line.number === 1 && bytes.subarray(line.start, line.start + 3).equals(BYTE_ORDER_MARK)
      const start = marked ? line.start + 3 : line.start
      let last = end
      while (last > start && isSpace(bytes[last - 1])) last--
      if (last === start) return
      const torn = bytes[last - 1] !== CLOSE_BRACE || !line.whole
      const found = torn ? undefined : scanLine(bytes, start, last)
      add(found ?? identify(bytes.toString('utf8', start, last), line, name), line, start)
    }

    try {
      await eachLine(file, visit)
    } catch (error) {
      if (!(error instanceof LineTooLongError)) throw error
      throw new SourceError({
        code: 'SOURCE_LINE_TOO_LONG',
        source: name,
        message: `${error.message}: this is not one JSON document a line. Give a dataset in Sanity's export format (NDJSON).`,
      })
    }
    return new LazyIndex(file, rows, duplicates, problems)
  }

  /** The same as `open` of the same file; `file` as there. */
  static of(file: FileHandle, {rows, duplicates, problems}: IndexState): LazyIndex {
    const known = new Map(duplicates.map((problem) => [problem.documentId, problem]))
    return new LazyIndex(file, PackedRows.of(rows), known, problems)
  }

  state(): IndexState {
    return {
      rows: this.#rows.state(),
      duplicates: [...this.#duplicates.values()],
      problems: this.problems,
    }
  }

  ids(type: string): readonly string[] {
    return this.#rows.ids(type)
  }

  typeOf(id: string): string | undefined {
    return this.#rows.typeOf(id)
  }

  sizeOf(id: string): number {
    return this.#rows.get(id)?.length ?? 0
  }

  stateOf(id: string): string | undefined {
    const row = this.#rows.get(id)
    return row === undefined ? undefined : `${row.length} ${row.checksum}`
  }

  async read(id: string): Promise<unknown> {
    return this.readNow(id)
  }

  readNow(id: string): unknown {
    const row = this.#rows.get(id)
    if (row === undefined) return undefined
    const duplicate = this.#duplicates.get(id)
    if (duplicate !== undefined) throw new ContentError([duplicate])
    const bytes = this.#window.at(row.offset, row.length)
    const value = parseJson(bytes.toString('utf8'))
    if (stringField(value, '_id') === id && stringField(value, '_type') === row.type) return value
    throw new ContentError([
      {
        documentId: id,
        path: '',
        code: 'DOCUMENT_UNREADABLE',
        message: `Line ${row.line} of the dataset is not the document ${id} as one JSON object. ${MEND_FILE}`,
      },
    ])
  }
}

/** Parses the line, because its bytes alone did not tell. */
const identify = (text: string, line: Line, name: string): Identified => {
  const value = parseJson(text)
  const id = stringField(value, '_id')
  const type = stringField(value, '_type')
  if (id !== undefined && type !== undefined) return {id, type}
  if (value === undefined) {
    throw new SourceError({
      code: line.whole ? 'SOURCE_LINE_INVALID' : 'SOURCE_TRUNCATED',
      source: name,
      message: line.whole
        ? `Line ${line.number} is not JSON. ${MEND_FILE}`
        : `The last line, ${line.number}, breaks off: the file is not whole. Fetch or export it again.`,
    })
  }
  // how the export end point says that it could not go on
  if (isObject(value) && value['error'] !== undefined) {
    throw new SourceError({
      code: 'SOURCE_EXPORT_FAILED',
      source: name,
      message: `The export ended with an error on line ${line.number}: ${text.slice(0, 300)}. It is not whole: export again.`,
    })
  }
  throw new SourceError({
    code: 'SOURCE_LINE_INVALID',
    source: name,
    message: `Line ${line.number} has no _id and _type of text, so it is no document. ${MEND_FILE}`,
  })
}
