/** From a request to a transaction: stage, check, commit. */
import {randomBytes} from 'node:crypto'
import type {LakeDocument} from '../document.ts'
import type {Store} from '../store/store.ts'
import {invalid} from './failure.ts'
import {checkReferences} from './reference-checks.ts'
import {Staging} from './staging.ts'

export interface TransactOptions {
  readonly store: Store
  readonly identity: string
  readonly transactionId?: string
  readonly dryRun: boolean
}

export interface Transacted<T> {
  readonly transactionId: string
  readonly result: T
  /** A document as the transaction left it, or, when it deleted it, as it was. */
  readonly documents: (id: string) => LakeDocument | undefined
}

const ID = /^[A-Za-z0-9._:-]{1,128}$/

/** As Sanity makes them: 22 letters and digits. */
export const newTransactionId = (): string =>
  randomBytes(24).toString('base64').replaceAll(/[+/=]/g, '').slice(0, 22).padEnd(22, '0')

/** Resolves when it is on disk. Throws TransactionFailure; then nothing has changed. */
export const transact = async <T>(
  {store, identity, transactionId = newTransactionId(), dryRun}: TransactOptions,
  stage: (staging: Staging) => T,
): Promise<Transacted<T>> => {
  if (!ID.test(transactionId)) throw invalid('transactionId has the wrong form', 0)
  const timestamp = new Date().toISOString()
  const staging = new Staging({store, transactionId, timestamp})
  const result = stage(staging)
  const changes = staging.changes()
  const replayed = changes.find(({before}) => before?._rev === transactionId)
  if (replayed !== undefined || store.history.get(transactionId) !== undefined) {
    throw invalid(`Transaction ${JSON.stringify(transactionId)} has been made before`, 0)
  }
  checkReferences(staging)
  const deleted = new Map(changes.map(({id, before, after}) => [id, after ?? before]))
  const documents = (id: string): LakeDocument | undefined => deleted.get(id) ?? staging.get(id)
  if (!dryRun && changes.length > 0) {
    await store.commit({
      id: transactionId,
      timestamp,
      identity,
      changes: changes.map(({id, before, after, mutations}) => ({id, before, after, mutations})),
    })
  }
  return {transactionId, result, documents}
}
