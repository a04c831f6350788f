/** `throwline/client`: the partner API, typed. No dependencies; browsers, Deno, Node 20 and newer. */
export {
  type ArticleQuery,
  type Client,
  createClient,
  type ListQuery,
  type OneQuery,
  type PageQuery,
} from './client.ts'
export {
  ApiProblem,
  ClientError,
  ConnectionLost,
  NoticeMissing,
  type ProblemDetails,
  RateLimited,
  UnexpectedAnswer,
} from './errors.ts'
export type {MirrorEvent} from './mirror/copies.ts'
export {memoryStore} from './mirror/memory-store.ts'
export {mirror, type MirrorOptions} from './mirror/mirror.ts'
export type {MirrorState, MirrorStore} from './mirror/store.ts'
export {carriesNotice} from './notice.ts'
export type {RequestOptions} from './request.ts'
export type * from './types.ts'
