/** What can go wrong. Each class has a `code` that stays the same. */
import type {CrisisNotice} from './types.ts'

/** What every failure of the client is. */
export class ClientError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
  }
}

export interface ProblemDetails {
  readonly status: number
  readonly code: string
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly instance: string | undefined
  /** Seconds, where the answer says when to come again. */
  readonly retryAfter: number | undefined
  /** What the answer to a retracted article carries. */
  readonly crisisNotice: CrisisNotice | undefined
}

/** The API said no, with problem details (RFC 9457). */
export class ApiProblem extends ClientError {
  readonly status: number
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly instance: string | undefined
  readonly retryAfter: number | undefined
  readonly crisisNotice: CrisisNotice | undefined

  constructor(details: ProblemDetails) {
    super(details.code, `${details.status} ${details.title}: ${details.detail}`)
    this.status = details.status
    this.type = details.type
    this.title = details.title
    this.detail = details.detail
    this.instance = details.instance
    this.retryAfter = details.retryAfter
    this.crisisNotice = details.crisisNotice
  }
}

/** 429, and waiting it out would take longer than `maxWait`. */
export class RateLimited extends ApiProblem {}

/** An article that the publisher holds back until somebody has mended it: asking at once gives the same. */
export const isHeldBack = ({code}: ProblemDetails): boolean => code === 'ARTICLE_REFUSED'

/** No answer came, as often as it was asked for. `cause` is the last failure. */
export class ConnectionLost extends ClientError {
  readonly url: string

  constructor(url: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super('CONNECTION_LOST', `No answer from ${url}: ${why}. Check address and network.`, {cause})
    this.url = url
  }
}

/** The answer is not what the API of version 1 answers with. */
export class UnexpectedAnswer extends ClientError {
  readonly url: string

  constructor(url: string, why: string) {
    super('ANSWER_INVALID', `${url} answered with ${why}. Check that this is the API's address.`)
    this.url = url
  }
}

/** An article came without its crisis notice: not to be shown. */
export class NoticeMissing extends ClientError {
  readonly url: string

  constructor(url: string) {
    super('NOTICE_MISSING', `${url} answered without its crisis notice. Tell the publisher.`)
    this.url = url
  }
}
