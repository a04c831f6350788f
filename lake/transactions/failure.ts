/** Why a transaction is refused, in the words and the shape in which Sanity's service says it. */
import type {JsonObject} from '../json.ts'

interface FailureData {
  /** Which mutation or action, from 0. */
  readonly index: number
  readonly type: string
  readonly description: string
  readonly details?: JsonObject
  /** HTTP status; 409 when absent. */
  readonly status?: number
}

export class TransactionFailure extends Error {
  readonly index: number
  readonly type: string
  readonly details: JsonObject
  readonly status: number
  constructor({index, type, description, details = {}, status = 409}: FailureData) {
    super(description)
    this.name = 'TransactionFailure'
    this.index = index
    this.type = type
    this.details = details
    this.status = status
  }
}

const quote = (id: string): string => JSON.stringify(id)

export const notFound = (id: string, index: number): TransactionFailure =>
  new TransactionFailure({
    index,
    type: 'documentNotFoundError',
    description: `The document with the ID ${quote(id)} was not found`,
    details: {id},
  })

export const alreadyExists = (id: string, index: number): TransactionFailure =>
  new TransactionFailure({
    index,
    type: 'documentAlreadyExistsError',
    description: `Document by ID ${quote(id)} already exists`,
    details: {id},
  })

export const wrongRevision = (
  id: string,
  current: string | undefined,
  expected: string,
  index: number,
): TransactionFailure =>
  new TransactionFailure({
    index,
    type: 'documentRevisionIDDoesNotMatchError',
    description: `Document ${quote(id)} has unexpected revision ID (${quote(current ?? '')}), expected ${quote(expected)}`,
    details: {id, currentRevisionID: current ?? null, expectedRevisionID: expected},
  })

export const stillReferenced = (
  id: string,
  referencingIDs: readonly string[],
  index: number,
): TransactionFailure => {
  const shown = referencingIDs.slice(0, 10).map(quote).join(', ')
  const more = referencingIDs.length > 10 ? ` and ${referencingIDs.length - 10} more` : ''
  return new TransactionFailure({
    index,
    type: 'documentHasReferencesError',
    description: `Document ${quote(id)} cannot be deleted as there are references to it from ${shown}${more}`,
    details: {id, referencingIDs},
  })
}

export const missingReference = (
  id: string,
  referenceID: string,
  index: number,
): TransactionFailure =>
  new TransactionFailure({
    index,
    type: 'documentReferenceDoesNotExistError',
    description: `Document ${quote(id)} references the non-existent document ${quote(referenceID)}`,
    details: {id, referenceID},
  })

export const invalid = (description: string, index: number): TransactionFailure =>
  new TransactionFailure({index, type: 'validationError', description, status: 400})
