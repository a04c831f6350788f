import type {JsonObject} from '../../json.ts'
import {text} from '../../json.ts'
import {TransactionFailure} from '../failure.ts'
import type {Staging} from '../staging.ts'

/** One action of /data/actions. Throws TransactionFailure. */
export type Action = (staging: Staging, body: JsonObject, index: number) => void

export const refuse = (description: string, index: number, status = 409): TransactionFailure =>
  new TransactionFailure({index, type: 'actionError', description, status})

/** A field that the action cannot do without. */
export const required = (body: JsonObject, name: string, index: number): string => {
  const value = text(body[name])
  if (value === undefined || value === '') {
    throw refuse(`${text(body['actionType']) ?? 'The action'} needs ${name}`, index, 400)
  }
  return value
}
