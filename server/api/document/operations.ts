/** Every operation of the API, a row each: what the router mounts, the document describes and the page shows. */
import {createRoute, type z} from '@hono/zod-openapi'
import {PROBLEMS, type ProblemCode} from '../problems.ts'
import * as parameters from './parameters.ts'
import * as schemas from './schemas.ts'

const json = (schema: z.ZodType) => ({'application/json': {schema}})
const problemBody = {'application/problem+json': {schema: schemas.problem}}
const TEXTS = {
  'text/html': {schema: {type: 'string'} as const},
  'text/plain': {schema: {type: 'string'} as const},
  'text/markdown': {schema: {type: 'string'} as const},
}

const text = (description: string) => ({description, schema: {type: 'string'} as const})

/** On every answer that may be kept. */
const KEPT = {
  ETag: text('Strong; another one for each encoding.'),
  'Last-Modified': text('When this body was first made.'),
  'Cache-Control': text('How long it may be kept.'),
  Vary: text('What the answer depends on.'),
  'Surrogate-Key': text('What a CDN drops it by.'),
}

const LIMITS = {
  'RateLimit-Policy': text('Requests (q) in a window of w seconds.'),
  RateLimit: text('How many are left (r), and seconds until the window ends (t).'),
}

const WAIT = {'Retry-After': text('Seconds to wait.')}

/** Those of any operation with a key. */
const COMMON: readonly ProblemCode[] = [
  'PARAMETER_INVALID',
  'KEY_MISSING',
  'KEY_INVALID',
  'RATE_LIMITED',
  'FAILURES_LIMITED',
  'UNAVAILABLE',
]

const statusesOf = (codes: readonly ProblemCode[]) => {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, own]) => [
      status,
      {
        description: own.map((code) => `${code}: ${PROBLEMS[code].title}.`).join(' '),
        ...(status === 429 && {headers: WAIT}),
        content: problemBody,
      },
    ]),
  )
}

const NOT_CHANGED = {304: {description: 'You have it already.', headers: {ETag: KEPT.ETag}}}

const answered = (description: string, content: ReturnType<typeof json>) => ({
  200: {description, headers: {...KEPT, ...LIMITS}, content},
  ...NOT_CHANGED,
})

const SECURITY = [{bearer: []}, {header: []}]

export const OPERATIONS = {
  listArticles: createRoute({
    operationId: 'listArticles',
    method: 'get',
    path: '/api/v1/articles',
    summary: 'Articles, newest first',
    description: 'Pages of the articles that the key opens. Retracted ones are not among them.',
    tags: ['Articles'],
    security: SECURITY,
    request: {query: parameters.articlesQuery},
    responses: {
      ...answered('A page of articles.', json(schemas.articlePage)),
      ...statusesOf([...COMMON, 'CURSOR_INVALID', 'COUNTRY_CLOSED', 'NOTICE_MISSING']),
    },
  }),
  readArticle: createRoute({
    operationId: 'readArticle',
    method: 'get',
    path: '/api/v1/articles/{slug}',
    summary: 'One article',
    description:
      'As JSON, or with `Accept: text/html`, `text/plain` or `text/markdown` as a whole text that begins with its notice. A retracted one is 410, with a notice too.',
    tags: ['Articles'],
    security: SECURITY,
    request: {params: parameters.articlePath, query: parameters.articleQuery},
    responses: {
      200: {
        description: 'The article.',
        headers: {...KEPT, ...LIMITS},
        content: {...json(schemas.article), ...TEXTS},
      },
      ...NOT_CHANGED,
      410: {
        description: 'It was retracted: show this in its place.',
        headers: {...KEPT, ...LIMITS},
        content: {'application/problem+json': {schema: schemas.gone}, ...TEXTS},
      },
      ...statusesOf([
        ...COMMON,
        'COUNTRY_CLOSED',
        'ARTICLE_UNKNOWN',
        'NOT_ACCEPTABLE',
        'NOTICE_MISSING',
        'ARTICLE_REFUSED',
      ]),
    },
  }),
  listHelplines: createRoute({
    operationId: 'listHelplines',
    method: 'get',
    path: '/api/v1/helplines',
    summary: 'Helplines in use',
    description: 'With the day on which each was last checked.',
    tags: ['Help'],
    security: SECURITY,
    request: {query: parameters.helplinesQuery},
    responses: {
      ...answered('The helplines.', json(schemas.helplines)),
      ...statusesOf([...COMMON, 'COUNTRY_CLOSED', 'NOTICE_MISSING']),
    },
  }),
  readNotice: createRoute({
    operationId: 'readNotice',
    method: 'get',
    path: '/api/v1/notices/{country}/{language}',
    summary: 'The crisis notice for some readers',
    description: 'For pages of your own, whose readers may need it as much.',
    tags: ['Help'],
    security: SECURITY,
    request: {params: parameters.noticePath, query: parameters.noticeQuery},
    responses: {
      ...answered('The notice.', json(schemas.notice)),
      ...statusesOf([...COMMON, 'COUNTRY_CLOSED', 'NOTICE_MISSING']),
    },
  }),
  listChanges: createRoute({
    operationId: 'listChanges',
    method: 'get',
    path: '/api/v1/changes',
    summary: 'What was published and changed, in order',
    description:
      'Enough to keep a copy right: note the cursor of `since=latest`, read all of /articles, then ask for what came after. `helplineChanged` and `noticeChanged` mean that articles carry another notice: ask for them again, most answers are 304.',
    tags: ['Changes'],
    security: SECURITY,
    request: {query: parameters.changesQuery},
    responses: {
      ...answered('Part of the log.', json(schemas.changes)),
      ...statusesOf([...COMMON, 'CURSOR_INVALID']),
    },
  }),
} as const

export type OperationName = keyof typeof OPERATIONS
