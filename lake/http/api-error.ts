/** Every failure as Sanity's service would answer it, so that its clients raise their own errors. */
import {LakeError} from '../../errors.ts'
import {BadRequest} from '../bad-request.ts'
import type {JsonObject} from '../json.ts'
import {QueryParseError} from '../query/query-parse-error.ts'
import {TransactionFailure} from '../transactions/failure.ts'

export interface ApiAnswer {
  readonly status: number
  readonly body: JsonObject
}

/** A refusal with a status of its own. */
export class ApiError extends Error {
  readonly status: number
  readonly title: string
  constructor(status: number, title: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.title = title
  }
}

const titled = (statusCode: number, error: string, message: string): ApiAnswer => ({
  status: statusCode,
  body: {statusCode, error, message},
})

const transactionFailure = (failure: TransactionFailure): ApiAnswer => {
  const {index, type, message, details, status} = failure
  const isAction = type === 'actionError'
  return {
    status,
    body: {
      error: {
        type: isAction ? 'actionError' : 'mutationError',
        description: `${isAction ? 'The action(s) failed' : 'The mutation(s) failed'}: ${message}`,
        items: [{index, error: {type, description: message, ...details}}],
      },
    },
  }
}

export const answerTo = (error: unknown): ApiAnswer => {
  if (error instanceof TransactionFailure) return transactionFailure(error)
  if (error instanceof QueryParseError) {
    const {query, start, message} = error
    return {
      status: 400,
      body: {
        error: {
          type: 'queryParseError',
          description: message,
          query,
          start,
          end: Math.min(start + 1, query.length),
        },
      },
    }
  }
  if (error instanceof ApiError) return titled(error.status, error.title, error.message)
  if (error instanceof BadRequest) return titled(400, 'Bad Request', error.message)
  if (error instanceof LakeError) return titled(503, 'Service Unavailable', error.message)
  return titled(
    500,
    'Internal Server Error',
    error instanceof Error ? error.message : String(error),
  )
}
