/** A table, and whether every file of it is as it was left: another size or time, and somebody wrote it since. */
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import {type FileStamp, fileStamp} from '../out/file-stamp.ts'
import {readStandingTable, type StandingHead, type StandingTable, textAt} from './standing-table.ts'

/** Handed to a thread. */
export interface Place {
  /** That was published into. */
  readonly folder: string
  /** Where the table is kept. */
  readonly file: string
}

/** What a thread says, in this order; the first alone where there is no table. */
export type Seen =
  | {readonly kind: 'table'; readonly table: StandingTable | undefined}
  | {readonly kind: 'stands'; readonly stands: boolean}

export interface Looking {
  readonly table: Promise<StandingTable | undefined>
  readonly stands: Promise<boolean>
}

/** What cannot be looked at is not as it was. */
const stampOf = (file: string): FileStamp | undefined => {
  try {
    return fileStamp(file)
  } catch {
    return undefined
  }
}

export const isIntact = (folder: string, {columns}: StandingTable): boolean => {
  const {paths, pathEnds, sizes, times} = columns
  for (const [file, size] of sizes.entries()) {
    const found = stampOf(join(folder, textAt(paths, pathEnds, file, 'utf8')))
    if (found?.size !== size || found.modified !== times[file]) return false
  }
  return true
}

const LOOKER = new URL(
  `./looker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
)

/** Files that are looked at sooner than a thread starts. */
const FEW = 1000

const lookHere = ({folder, file}: Place): Looking => {
  const table = readStandingTable(file)
  return {table, stands: table.then((found) => found !== undefined && isIntact(folder, found))}
}

const lookBeside = (place: Place): Looking => {
  const table = Promise.withResolvers<StandingTable | undefined>()
  const stands = Promise.withResolvers<boolean>()
  const worker = new Worker(LOOKER, {workerData: place})
  worker.on('message', (seen: Seen) => {
    if (seen.kind === 'table') table.resolve(seen.table)
    else stands.resolve(seen.stands)
  })
  const fail = (error: Error): void => {
    table.reject(error)
    stands.reject(error)
  }
  worker.on('error', fail)
  // after all was said this changes nothing
  worker.on('exit', () => fail(new Error('A thread ended before it had looked at every file.')))
  return {table: table.promise, stands: stands.promise}
}

/**
 * Beside the calling thread where there are many files: each takes some microseconds, and the opening of a
 * dataset that has so many takes longer.
 */
export const look = (place: Place, {totals}: StandingHead): Looking => {
  const files = totals.reduce((sum, channel) => sum + channel.files, 0)
  const looking = files <= FEW ? lookHere(place) : lookBeside(place)
  // told to whoever asks what was seen
  looking.table.catch(() => {})
  looking.stands.catch(() => {})
  return looking
}
