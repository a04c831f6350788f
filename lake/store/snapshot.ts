/** All documents at one moment, so that a start need not read every log there ever was. */
import {type FileHandle, open, rename} from 'node:fs/promises'
import {join} from 'node:path'
import {LakeError} from '../../errors.ts'
import {eachLine} from '../../content/line-reader.ts'
import {type LakeDocument, parseDocument} from '../document.ts'
import {field, parseJson} from '../json.ts'
import {decodeRecord, encodeRecord} from './record.ts'
import {syncFolder} from './sync-folder.ts'

export const SNAPSHOT = 'snapshot.ndjson'
const FORMAT = 'throwline-lake-1'
const CHUNK = 1024 * 1024

export interface Snapshot {
  readonly documents: Map<string, LakeDocument>
  /** The first log that it does not hold. */
  readonly nextLog: number
}

const damaged = (path: string, line: number): LakeError =>
  new LakeError(
    'LAKE_CORRUPT',
    `${path}, line ${line}: the record is damaged. Restore the folder from a copy; nothing was changed.`,
  )

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const openOrNothing = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Undefined when there is none. Throws LakeError LAKE_CORRUPT. */
export const readSnapshot = async (folder: string): Promise<Snapshot | undefined> => {
  const path = join(folder, SNAPSHOT)
  const file = await openOrNothing(path)
  if (file === undefined) return undefined
  const documents = new Map<string, LakeDocument>()
  let nextLog: number | undefined
  let expected: number | undefined
  try {
    await eachLine(file, ({bytes, start, end, whole, number}) => {
      const decoded = decodeRecord(bytes.subarray(start, end + 1), 0)
      if (!whole || decoded.kind !== 'record') throw damaged(path, number)
      const value = parseJson(decoded.json)
      if (number === 1) {
        const log = field(value, 'nextLog')
        if (field(value, 'format') !== FORMAT || typeof log !== 'number') {
          throw damaged(path, number)
        }
        nextLog = log
        return
      }
      const count = field(value, 'documents')
      if (typeof count === 'number') {
        expected = count
        return
      }
      const document = parseDocument(value)
      if (document === undefined || expected !== undefined) throw damaged(path, number)
      documents.set(document._id, document)
    })
  } finally {
    await file.close()
  }
  if (nextLog === undefined || expected !== documents.size) throw damaged(path, documents.size + 2)
  return {documents, nextLog}
}

/** Written beside the old one and moved into its place when it is whole and on disk. */
export const writeSnapshot = async (
  folder: string,
  documents: readonly LakeDocument[],
  nextLog: number,
): Promise<void> => {
  const path = join(folder, SNAPSHOT)
  const building = `${path}.building`
  const file = await open(building, 'w', 0o600)
  try {
    let chunk: Buffer[] = [encodeRecord({format: FORMAT, nextLog})]
    let bytes = 0
    for (const document of documents) {
      const record = encodeRecord(document)
      chunk.push(record)
      bytes += record.length
      if (bytes >= CHUNK) {
        await file.appendFile(Buffer.concat(chunk))
        chunk = []
        bytes = 0
      }
    }
    chunk.push(encodeRecord({documents: documents.length}))
    await file.appendFile(Buffer.concat(chunk))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(building, path)
  await syncFolder(folder)
}
