/** What can go wrong between here and a Sanity project, named, with the mend. */
import {isHttpError} from '@sanity/client'
import {isObject, stringField} from '../json-object.ts'

/** An answer that is not a success. */
export class HttpFailure extends Error {
  readonly status: number
  readonly retryAfter: string | undefined
  constructor(status: number, body: string, retryAfter: string | undefined) {
    super(body.slice(0, 300))
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** The answer began and did not end. */
export class BrokenOffError extends Error {}

export interface Failure {
  readonly code: string
  readonly message: string
  /** Whether the same request may succeed a little later. */
  readonly isPassing: boolean
  /** Milliseconds the service asked to wait. */
  readonly wait?: number
}

interface Refusal {
  readonly code: string
  readonly isPassing: boolean
  message(place: string, said: string): string
}

const MISSING: Refusal = {
  code: 'SOURCE_NOT_FOUND',
  isPassing: false,
  message: (place, said) =>
    `There is no project or dataset ${place}${said}. Check SANITY_PROJECT_ID and SANITY_DATASET.`,
}

const UNAUTHORIZED: Refusal = {
  code: 'SOURCE_UNAUTHORIZED',
  isPassing: false,
  message: (place, said) =>
    `The project does not let this token read ${place}${said}. Make a token with read access to the dataset and set SANITY_API_TOKEN.`,
}

/** Status → what it means here. */
const REFUSALS: ReadonlyMap<number, Refusal> = new Map([
  [401, UNAUTHORIZED],
  [403, UNAUTHORIZED],
  [404, MISSING],
  [
    429,
    {
      code: 'SOURCE_RATE_LIMITED',
      isPassing: true,
      message: (place, said) =>
        `${place} was asked too often${said}. Wait a minute and try again, and let fewer programs read it at once.`,
    },
  ],
])

const UNAVAILABLE: Refusal = {
  code: 'SOURCE_UNAVAILABLE',
  isPassing: true,
  message: (place, said) => `${place} cannot answer now${said}. Try again in some minutes.`,
}

const REFUSED: Refusal = {
  code: 'SOURCE_REFUSED',
  isPassing: false,
  message: (place, said) =>
    `${place} refused the request${said}. Check SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_HOST.`,
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, section 10.2.3). */
const retryDelay = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(date - Date.now(), 0)
}

/** What the answer itself says, in brackets. */
const quoted = (body: string): string => {
  const text = body.replace(/\s+/g, ' ').trim().slice(0, 200)
  return text === '' ? '' : ` (${text})`
}

const refusal = (status: number, place: string, body: string, retryAfter?: string): Failure => {
  const {code, isPassing, message} = REFUSALS.get(status) ?? (status >= 500 ? UNAVAILABLE : REFUSED)
  const wait = retryDelay(retryAfter)
  return {
    code,
    isPassing,
    message: message(place, quoted(body)),
    ...(wait !== undefined && {wait}),
  }
}

/** Codes of an error and of what caused it, as Node nests them. */
const codesOf = (error: unknown): readonly string[] => {
  const codes: string[] = []
  let next = error
  for (let depth = 0; depth < 5 && next instanceof Error; depth++) {
    const code = stringField({...next}, 'code')
    if (code !== undefined) codes.push(code)
    next = next.cause
  }
  return codes
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const header = (headers: unknown, name: string): string | undefined =>
  isObject(headers) ? stringField(headers, name) : undefined

/** Names whatever a request threw. `place` is `project/dataset`. */
export const failureOf = (error: unknown, place: string): Failure => {
  if (error instanceof HttpFailure) {
    return refusal(error.status, place, error.message, error.retryAfter)
  }
  if (isHttpError(error)) {
    const {statusCode, headers} = error.response
    return refusal(statusCode, place, error.message, header(headers, 'retry-after'))
  }
  if (codesOf(error).some((code) => UNREACHABLE.has(code))) {
    return {
      code: 'SOURCE_UNREACHABLE',
      isPassing: true,
      message: `${place} cannot be reached. Check the network, SANITY_PROJECT_ID and SANITY_API_HOST.`,
    }
  }
  return {
    code: 'SOURCE_DISCONNECTED',
    isPassing: true,
    message: `The connection to ${place} broke off, and half a dataset is not used. Try again.`,
  }
}
