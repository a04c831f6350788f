/** From a body and what was asked to what goes over the wire. */
import {STATUS_CODES} from 'node:http'
import type {Scope} from '../../delivery/partners/partner.ts'
import {type Conditions, isUnchanged} from './conditional.ts'
import type {Standing} from './doors/quota.ts'
import type {Encoded, Prepared} from './prepared.ts'
import {VARY} from './prepared.ts'
import {type ApiProblem, problemMembers} from './problems.ts'

export interface Finished {
  readonly status: number
  /** Names and values in turn: as `writeHead` takes them, which takes no frozen list. */
  readonly headers: string[]
  readonly bytes?: Buffer
}

/** What the answer says besides the body. */
export interface Around {
  readonly standing?: Standing
  /** Of the request, when it has one. */
  readonly origin?: string | undefined
  readonly scope?: Scope
}

const EXPOSED = 'ETag, Last-Modified, RateLimit, RateLimit-Policy, Retry-After'

const around = ({standing, origin, scope}: Around): readonly string[] => [
  ...(standing === undefined
    ? []
    : ['RateLimit-Policy', standing.policy, 'RateLimit', standing.limit]),
  ...(origin !== undefined && scope?.origins.includes(origin) === true
    ? ['Access-Control-Allow-Origin', origin, 'Access-Control-Expose-Headers', EXPOSED]
    : []),
]

/** Of those that a 304 has too (RFC 9110, section 15.4.5): without length, type and encoding. */
const NOT_IN_304: ReadonlySet<string> = new Set([
  'Content-Type',
  'Content-Length',
  'Content-Encoding',
  'Content-Security-Policy',
])

const KEPT_304 = new WeakMap<Encoded, readonly string[]>()

const headersOf304 = (encoded: Encoded): readonly string[] => {
  const known = KEPT_304.get(encoded)
  if (known !== undefined) return known
  const {headers} = encoded
  const kept = headers.filter((_, index) => !NOT_IN_304.has(headers[index - (index % 2)] ?? ''))
  KEPT_304.set(encoded, kept)
  return kept
}

export const finishBody = (
  prepared: Prepared,
  encoded: Encoded,
  conditions: Conditions,
  what: Around,
): Finished => {
  const modified = ['Last-Modified', prepared.lastModified(Date.now())]
  if (prepared.status === 200 && isUnchanged(conditions, prepared, encoded)) {
    return {status: 304, headers: [...headersOf304(encoded), ...modified, ...around(what)]}
  }
  return {
    status: prepared.status,
    headers: [...encoded.headers, ...modified, ...around(what)],
    bytes: encoded.bytes,
  }
}

export const finishProblem = (
  problem: ApiProblem,
  where: {readonly publicUrl: string; readonly path: string},
  what: Around,
): Finished => {
  const bytes = Buffer.from(JSON.stringify(problemMembers(problem, where)))
  return {
    status: problem.kind.status,
    headers: [
      'Content-Type',
      'application/problem+json',
      'Content-Length',
      String(bytes.length),
      'Cache-Control',
      'no-store',
      'Vary',
      VARY,
      'X-Content-Type-Options',
      'nosniff',
      ...Object.entries(problem.headers).flat(),
      ...around(what),
    ],
    bytes,
  }
}

/** For a framework that wants it so. */
export const toResponse = ({status, headers, bytes}: Finished): Response => {
  const pairs = headers.flatMap((name, index): readonly [string, string][] =>
    index % 2 === 0 ? [[name, headers[index + 1] ?? '']] : [],
  )
  const body = bytes === undefined ? null : new Uint8Array(bytes)
  return new Response(body, {status, statusText: STATUS_CODES[status] ?? '', headers: pairs})
}
