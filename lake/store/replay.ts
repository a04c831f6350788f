/** Reads a log back. A torn last record was never acknowledged: it is set aside, and said. */
import {readFile, truncate, writeFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {LakeError} from '../../errors.ts'
import {type LakeDocument, parseDocument} from '../document.ts'
import {field, parseJson, textField} from '../json.ts'
import {decodeRecord} from './record.ts'

export interface ReplayedChange {
  readonly id: string
  readonly after: LakeDocument | undefined
}

export interface ReplayedTransaction {
  readonly id: string
  readonly timestamp: string
  readonly identity: string
  readonly changes: readonly ReplayedChange[]
}

const parseChange = (value: unknown): ReplayedChange | undefined => {
  const id = textField(value, 'id')
  if (id === undefined) return undefined
  const after = field(value, 'after')
  if (after === null) return {id, after: undefined}
  const document = parseDocument(after)
  return document?._id === id ? {id, after: document} : undefined
}

const parseTransaction = (value: unknown): ReplayedTransaction | undefined => {
  const id = textField(value, 'id')
  const timestamp = textField(value, 'timestamp')
  const identity = textField(value, 'identity')
  const list = field(value, 'changes')
  if (id === undefined || timestamp === undefined || identity === undefined) return undefined
  if (!Array.isArray(list)) return undefined
  const changes = list.map(parseChange)
  const whole = changes.filter((change) => change !== undefined)
  return whole.length === changes.length ? {id, timestamp, identity, changes: whole} : undefined
}

export interface ReplayOptions {
  /** Whether it is the log that was being written when the lake stopped. */
  readonly isLast: boolean
  readonly visit: (transaction: ReplayedTransaction) => void
  readonly onNotice: (message: string) => void
}

/** Gives the bytes that hold. Throws LakeError LAKE_CORRUPT. */
export const replay = async (path: string, options: ReplayOptions): Promise<number> => {
  const bytes = await readFile(path)
  const corrupt = (record: number): LakeError =>
    new LakeError(
      'LAKE_CORRUPT',
      `${path}, record ${record}: it is damaged and others follow it. Restore the folder from a copy; nothing was changed.`,
    )
  let position = 0
  for (let number = 1; position < bytes.length; number++) {
    const decoded = decodeRecord(bytes, position)
    if (decoded.kind === 'torn' && options.isLast) {
      const aside = `${path}.torn-${Date.now()}`
      await writeFile(aside, bytes.subarray(position), {mode: 0o600})
      await truncate(path, position)
      options.onNotice(
        `The last record of ${basename(path)} was torn: ${bytes.length - position} bytes that were never acknowledged are set aside in ${basename(aside)}.`,
      )
      return position
    }
    if (decoded.kind !== 'record') throw corrupt(number)
    const list = field(parseJson(decoded.json), 'transactions')
    for (const item of Array.isArray(list) ? list : [undefined]) {
      const transaction = parseTransaction(item)
      if (transaction === undefined) throw corrupt(number)
      options.visit(transaction)
    }
    position = decoded.end
  }
  return position
}
