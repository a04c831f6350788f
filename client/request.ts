/** One GET: tried again when the server or the line fails, waited for when there were too many. */
import {
  ApiProblem,
  ConnectionLost,
  isHeldBack,
  type ProblemDetails,
  RateLimited,
  UnexpectedAnswer,
} from './errors.ts'
import {isRecord, isString} from './guards.ts'
import {isSoundNotice} from './notice.ts'
import {remembered} from './remembered.ts'
import {backOff, retryAfter, type Wait, wait} from './waiting.ts'

export interface RequestOptions {
  /** The publisher's site: `https://health.example`. */
  readonly url: string
  /** `tl_…`, as `partners add` printed it. */
  readonly key: string
  readonly fetch?: typeof globalThis.fetch
  /** Tries after the first one, when the server or the connection fails; 4. */
  readonly retries?: number
  /** Milliseconds before the first of them, doubled with each; 250. */
  readonly firstWait?: number
  /** Milliseconds that one call may spend waiting because the API asked it to; 60,000. */
  readonly maxWait?: number
  /** Milliseconds that one try may take; 30,000. */
  readonly timeout?: number
  /** Characters of answers kept to be asked for by ETag; 4,000,000. */
  readonly memory?: number
  readonly wait?: Wait
}

export type Query = Readonly<Record<string, string | number | undefined>>

/** `path`: below `/api/v1/`. Gives what the answer's JSON holds. */
export type Get = (path: string, query: Query, signal: AbortSignal | undefined) => Promise<unknown>

const problemOf = (status: number, body: unknown, after: number | undefined): ProblemDetails => {
  const said = isRecord(body) ? body : {}
  const text = (name: string, otherwise: string): string => {
    const value = said[name]
    return isString(value) ? value : otherwise
  }
  return {
    status,
    code: text('code', `HTTP_${status}`),
    type: text('type', 'about:blank'),
    title: text('title', 'Refused'),
    detail: text('detail', 'The answer does not say why'),
    instance: isString(said['instance']) ? said['instance'] : undefined,
    retryAfter: after === undefined ? undefined : Math.ceil(after / 1000),
    crisisNotice: isSoundNotice(said['crisisNotice']) ? said['crisisNotice'] : undefined,
  }
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Worth asking again at once. */
const isPassing = (problem: ProblemDetails): boolean =>
  problem.status === 408 ||
  (problem.status >= 500 && problem.status !== 501 && !isHeldBack(problem))

export const requester = (options: RequestOptions): Get => {
  const {retries = 4, firstWait = 250, maxWait = 60_000, timeout = 30_000} = options
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  const pause = options.wait ?? wait
  const answers = remembered(options.memory ?? 4_000_000)
  const base = new URL('api/v1/', `${options.url.replace(/\/+$/, '')}/`)

  const ask = async (address: string, signal: AbortSignal | undefined) => {
    const known = answers.get(address)
    const limit = AbortSignal.timeout(timeout)
    const response = await send(address, {
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${options.key}`,
        ...(known === undefined ? {} : {'if-none-match': known.etag}),
      },
      // a copy that some cache still holds may have the number of yesterday
      cache: 'no-store',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    })
    const {status, headers} = response
    const text = status === 304 && known !== undefined ? known.body : await response.text()
    const isAnswer = response.ok || status === 304
    const body = parsed(text)
    // the page of some gateway, or half of an answer
    if (isAnswer && body === undefined) throw new UnexpectedAnswer(address, 'what is not JSON')
    const etag = headers.get('etag')
    if (response.ok && etag !== null) answers.set(address, {etag, body: text})
    return {isAnswer, body, status, headers}
  }

  return async (path, query, signal) => {
    const url = new URL(path, base)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    let waited = 0
    let failures = 0
    for (let tries = 0; ; tries += 1) {
      signal?.throwIfAborted()
      const shortest = backOff(firstWait, tries)
      const answer = await ask(url.href, signal).catch((error: unknown) => {
        signal?.throwIfAborted()
        if (failures === retries) throw new ConnectionLost(url.href, error)
        return undefined
      })
      if (answer === undefined) {
        failures += 1
        await pause(shortest, signal)
        continue
      }
      const {isAnswer, body, status, headers} = answer
      if (isAnswer) return body
      const after = retryAfter(headers, Date.now())
      const problem = problemOf(status, body, after)
      const delay = Math.max(after ?? 0, shortest)
      const isTooLong = waited + delay > maxWait
      if (status === 429) {
        if (isTooLong) throw new RateLimited(problem)
      } else if (isPassing(problem) && failures < retries && !isTooLong) failures += 1
      else throw new ApiProblem(problem)
      waited += delay
      await pause(delay, signal)
    }
  }
}
