/** What can go wrong with a request, a row a kind (RFC 9457). The reference page lists them. */

export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 410 | 422 | 429 | 500 | 503
  readonly title: string
  /** What to do about it. */
  readonly mend: string
}

export const PROBLEMS = {
  PARAMETER_INVALID: {
    status: 400,
    title: 'A parameter is not as it should be',
    mend: 'The detail names the parameter and what it takes.',
  },
  CURSOR_INVALID: {
    status: 400,
    title: 'A cursor that this API did not give',
    mend: 'Send a cursor as it came, or begin anew without one.',
  },
  KEY_MISSING: {
    status: 401,
    title: 'There is no key with the request',
    mend: 'Send "Authorization: Bearer tl_…", or the key in X-Api-Key.',
  },
  KEY_INVALID: {
    status: 401,
    title: 'The key opens nothing',
    mend: 'Check it for missing letters; it may have been rotated or revoked. Ask the publisher for a new one.',
  },
  COUNTRY_CLOSED: {
    status: 403,
    title: 'The key is not for readers in this country',
    mend: 'Ask for one of the countries that the answer lists.',
  },
  ARTICLE_UNKNOWN: {
    status: 404,
    title: 'There is no such article for this key',
    mend: 'Check slug and language. One that was there was removed: /api/v1/changes says so.',
  },
  PATH_UNKNOWN: {
    status: 404,
    title: 'There is nothing at this path',
    mend: 'The reference page lists the paths.',
  },
  METHOD_UNKNOWN: {
    status: 405,
    title: 'The API is for reading',
    mend: 'Use GET or HEAD.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    title: 'None of the asked forms is there',
    mend: 'Accept application/json, text/html, text/plain or text/markdown.',
  },
  ARTICLE_RETRACTED: {
    status: 410,
    title: 'The article was retracted',
    mend: 'Take it down, and show what this answer holds in its place.',
  },
  NOTICE_MISSING: {
    status: 422,
    title: 'There is no crisis notice for these readers',
    mend: 'Ask for one of the countries that the answer lists: without a notice nothing is handed out.',
  },
  RATE_LIMITED: {
    status: 429,
    title: 'Too many requests',
    mend: 'Wait for as many seconds as Retry-After says.',
  },
  FAILURES_LIMITED: {
    status: 429,
    title: 'Too many wrong keys from this network address',
    mend: 'Wait for as many seconds as Retry-After says, and check the key.',
  },
  FAULT: {
    status: 500,
    title: 'Something went wrong on our side',
    mend: 'Try again; tell the publisher if it stays.',
  },
  ARTICLE_REFUSED: {
    status: 503,
    title: 'The article cannot be handed out now',
    mend: 'Keep what you have, and ask again in some minutes: somebody is mending it.',
  },
  UNAVAILABLE: {
    status: 503,
    title: 'The API cannot answer now',
    mend: 'Keep what you have, and ask again in some minutes.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export type ProblemCode = keyof typeof PROBLEMS

/** Thrown by what answers a request. */
export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly kind: ProblemKind
  /** Further members of the body. */
  readonly members: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: ProblemCode,
    detail: string,
    {
      members = {},
      headers = {},
    }: {
      readonly members?: Readonly<Record<string, unknown>>
      readonly headers?: Readonly<Record<string, string>>
    } = {},
  ) {
    super(detail)
    this.name = 'ApiProblem'
    this.code = code
    this.kind = PROBLEMS[code]
    this.members = members
    this.headers = headers
  }
}

/** `path` without a query: it could hold anything. */
export const problemMembers = (
  {code, kind, message, members}: ApiProblem,
  {publicUrl, path}: {readonly publicUrl: string; readonly path: string},
): Readonly<Record<string, unknown>> => ({
  type: `${publicUrl}/api/v1/problems#${code}`,
  title: kind.title,
  status: kind.status,
  detail: `${message} ${kind.mend}`.trim(),
  code,
  instance: path,
  ...members,
})
