/** A dataset file, read whole: `.ndjson`, or the archive that `sanity dataset export` makes. */
import {open, rm} from 'node:fs/promises'
import {basename, dirname, resolve} from 'node:path'
import {SourceError} from '../../errors.ts'
import {eachLine} from '../../content/line-reader.ts'
import {temporaryFolder} from '../../content/temporary-folder.ts'
import {unpack} from '../../content/unpack.ts'
import {isTooDeep} from '../document.ts'
import {isObject, type JsonObject, parseJson} from '../json.ts'
import {readBeside} from './beside.ts'

export interface ReadDataset {
  readonly name: string
  readonly documents: readonly JsonObject[]
  /** A file beside the dataset; undefined when there is none. Throws SourceError outside its folder. */
  readonly file: (path: string) => Promise<Uint8Array | undefined>
}

const parseLine = (bytes: Buffer, name: string, number: number): JsonObject => {
  try {
    const value = parseJson(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
    if (isObject(value) && typeof value['_type'] === 'string' && !isTooDeep(value)) return value
  } catch {
    // said below
  }
  throw new SourceError({
    code: 'SOURCE_LINE_INVALID',
    source: name,
    message: `Line ${number} is not a JSON document with a _type. Mend the line, or export the dataset again.`,
  })
}

const readLines = async (path: string, name: string): Promise<readonly JsonObject[]> => {
  const file = await open(path)
  const documents: JsonObject[] = []
  try {
    await eachLine(file, ({bytes, start, end, number}) => {
      const line = bytes.subarray(start, end)
      if (line.length > 0) documents.push(parseLine(line, name, number))
    })
  } finally {
    await file.close()
  }
  return documents
}

const unreadable = (name: string, error: unknown): SourceError => {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return new SourceError({
    code: isMissing ? 'SOURCE_NOT_FOUND' : 'SOURCE_UNREADABLE',
    source: name,
    message: isMissing
      ? 'There is no such file. Check the path, or export the dataset there.'
      : 'The file cannot be read. Check that you may read it.',
    cause: error,
  })
}

/** Calls `use` with the dataset; what was unpacked for it is removed afterwards. Throws SourceError. */
export const readDataset = async <T>(
  path: string,
  use: (dataset: ReadDataset) => Promise<T>,
): Promise<T> => {
  const name = basename(path)
  let temporary: string | undefined
  try {
    let data = resolve(path)
    if (/\.(?:tar\.gz|tgz)$/i.test(path)) {
      temporary = await temporaryFolder()
      const archive = await open(data)
      data = await unpack(archive, temporary, name)
    }
    const documents = await readLines(data, name)
    const folder = dirname(data)
    return await use({name, documents, file: (wanted) => readBeside(folder, wanted, name)})
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw unreadable(name, error)
    throw error
  } finally {
    if (temporary !== undefined) await rm(temporary, {recursive: true, force: true})
  }
}
