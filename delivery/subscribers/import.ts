/**
 * A file of subscribers into the store, in a stream. A row is taken whole or refused with every
 * reason; rows are committed in batches, so a run that was killed is simply run again. Whoever is
 * subscribed already keeps what they chose since; whoever left is not brought back by a file.
 */
import type {Problem} from '../../errors.ts'
import type {Store} from '../store/store.ts'
import type {AddressHash} from './address-hash.ts'
import {csvRows} from './csv-rows.ts'
import {decode} from './decode.ts'
import type {FileRow} from './file-row.ts'
import {insertAll} from './insert.ts'
import {ndjsonRows} from './ndjson-rows.ts'
import {type NewSubscriber, readRow} from './row.ts'
import {reasonOf, suppressAll, suppressedKeys} from './suppress.ts'

const BATCH = 1_000

export interface ImportOptions {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly format: 'csv' | 'ndjson'
  /** By a name of the WHATWG list; detected when absent. */
  readonly encoding?: string
  /** `documentId` is `line 17`, `path` the column. Called in the order of the file, batch by batch. */
  readonly onRefused?: (problem: Problem) => void
  /** Rows read so far. */
  readonly onProgress?: (rows: number) => void
}

/** Rows, but for `added`: a row with a mail address and a number adds two subscribers. */
export interface ImportReport {
  readonly rows: number
  readonly added: number
  /** Subscribers who were there before, and stay as they are. */
  readonly already: number
  readonly refused: number
}

interface Candidate {
  readonly line: number
  readonly key: string
  readonly subscriber: NewSubscriber
}

const readFileRow = (row: FileRow) => {
  if ('value' in row) return readRow(row.value, row.line)
  const problem = {documentId: `line ${row.line}`, path: row.column ?? '', ...row.fault}
  return {subscribers: [], problems: [problem]}
}

const column = ({subscriber}: Candidate): string =>
  subscriber.address.channel === 'email' ? 'email' : 'phone'

const duplicate = (candidate: Candidate, first: number): Problem => ({
  documentId: `line ${candidate.line}`,
  path: column(candidate),
  code: 'ROW_DUPLICATE',
  message: `Line ${first} has the same address. Keep one of the rows.`,
})

const suppressed = (candidate: Candidate): Problem => ({
  documentId: `line ${candidate.line}`,
  path: column(candidate),
  code: 'ADDRESS_SUPPRESSED',
  message:
    'Whoever has this address left, or it does not take mail, and a file does not change that. Remove the row; the person can sign up again.',
})

const write = async (
  store: Store,
  hash: AddressHash,
  batch: readonly Candidate[],
): Promise<{readonly added: number; readonly already: number; readonly problems: Problem[]}> =>
  store.db.transaction().execute(async (db) => {
    const gone = await suppressedKeys(
      db,
      batch.map(({key}) => key),
    )
    const isRefused = ({key, subscriber}: Candidate): boolean =>
      gone.has(key) && reasonOf(subscriber.state) === undefined
    const refused = batch.filter(isRefused)
    const taken = batch.filter((candidate) => !isRefused(candidate))
    const subscribers = taken.map(({subscriber}) => subscriber)
    const inserted = await insertAll(db, hash, subscribers)
    await suppressAll(
      db,
      taken.flatMap(({key, subscriber}) => {
        const reason = reasonOf(subscriber.state)
        return reason === undefined ? [] : [{key, channel: subscriber.address.channel, reason}]
      }),
    )
    return {
      added: inserted.size,
      already: taken.length - inserted.size,
      problems: refused.map(suppressed),
    }
  })

/**
 * Memory grows with the addresses of the file alone, which are kept to find the same one twice.
 * Throws SubscriberFileError when the file cannot be read from some line on.
 */
export const importSubscribers = async (
  store: Store,
  hash: AddressHash,
  {bytes, format, encoding, onRefused, onProgress}: ImportOptions,
): Promise<ImportReport> => {
  const texts = decode(bytes, encoding)
  const seen = new Map<string, number>()
  const refusedLines = new Set<number>()
  let [rows, added, already] = [0, 0, 0]
  let batch: Candidate[] = []
  const refuse = (problem: Problem, line: number): void => {
    refusedLines.add(line)
    onRefused?.(problem)
  }
  const flush = async (): Promise<void> => {
    const lines = new Map(batch.map(({line}) => [`line ${line}`, line]))
    const written = await write(store, hash, batch)
    batch = []
    added += written.added
    already += written.already
    for (const problem of written.problems) refuse(problem, lines.get(problem.documentId) ?? 0)
    onProgress?.(rows)
  }
  const take = (row: FileRow): void => {
    const {subscribers, problems} = readFileRow(row)
    for (const problem of problems) refuse(problem, row.line)
    const candidates = subscribers.map((subscriber) => {
      const key = hash(subscriber.address.channel, subscriber.address.key)
      return {line: row.line, key, subscriber}
    })
    for (const candidate of candidates) {
      const first = seen.get(candidate.key)
      if (first !== undefined) refuse(duplicate(candidate, first), row.line)
      else {
        seen.set(candidate.key, row.line)
        batch.push(candidate)
      }
    }
  }
  try {
    for await (const row of format === 'csv' ? csvRows(texts) : ndjsonRows(texts)) {
      rows += 1
      take(row)
      if (batch.length >= BATCH) await flush()
    }
  } finally {
    // of a file that cannot be read on, what was read
    await flush()
  }
  return {rows, added, already, refused: refusedLines.size}
}
