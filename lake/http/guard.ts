/**
 * Who may speak to the lake. Without a token it is the pages and programs of this machine alone: a
 * page from elsewhere is known by its Origin, one that had its name pointed here by its Host.
 */
import {createHash, timingSafeEqual} from 'node:crypto'
import {ApiError} from './api-error.ts'

const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])$/i

const hostnameOf = (host: string): string => host.replace(/:\d+$/, '')

export const isLoopbackHost = (host: string): boolean => LOOPBACK.test(hostnameOf(host))

export const isLoopbackOrigin = (origin: string): boolean =>
  URL.canParse(origin) && LOOPBACK.test(new URL(origin).hostname)

const digest = (value: string): Buffer => createHash('sha256').update(value).digest()

/** In the same time whatever is wrong with it. */
const isSame = (given: string, token: string): boolean =>
  timingSafeEqual(digest(given), digest(token))

export interface GuardOptions {
  readonly token: string | undefined
  /** Whether names other than the loopback's are this lake's too. */
  readonly anyHost: boolean
}

export class Guard {
  readonly #token: string | undefined
  readonly #anyHost: boolean

  constructor({token, anyHost}: GuardOptions) {
    this.#token = token
    this.#anyHost = anyHost
  }

  /** Throws ApiError 421 for a name that is not ours: DNS rebinding. */
  checkHost(host: string | undefined): void {
    if (this.#anyHost || (host !== undefined && isLoopbackHost(host))) return
    throw new ApiError(
      421,
      'Misdirected Request',
      'The local Content Lake answers to localhost only. Start it with --host to be reached by other names.',
    )
  }

  /** What the browser is told may read the answer; undefined: nobody. */
  allowedOrigin(origin: string | undefined): string | undefined {
    if (origin === undefined) return undefined
    // with a token a page can do nothing that it was not given the token for
    return this.#token !== undefined || isLoopbackOrigin(origin) ? origin : undefined
  }

  /** Throws ApiError 403 for a page of another site: some of its requests need no answer to do harm. */
  checkOrigin(origin: string | undefined): void {
    if (origin === undefined || this.allowedOrigin(origin) !== undefined) return
    throw new ApiError(
      403,
      'Forbidden',
      `${origin} may not use this Content Lake: only pages of this machine may, as long as it has no token`,
    )
  }

  /** Throws ApiError 401. */
  checkToken(authorization: string | undefined): void {
    if (this.#token === undefined) return
    const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? ''
    if (isSame(given, this.#token)) return
    throw new ApiError(401, 'Unauthorized', 'Session does not match: the token is missing or wrong')
  }
}
