/** One message to one address: no redirect followed, nothing read that is not needed. */
import {request as httpRequest, type IncomingMessage} from 'node:http'
import {request as httpsRequest} from 'node:https'
import type {LookupFunction} from 'node:net'
import {asDeliveryFailure, DeliveryFailure} from './failure.ts'
import {checkedAddresses, pinnedTo, type Resolve, resolvePublicly} from './resolve.ts'
import {type AllowedHosts, isAllowed} from './url.ts'

export interface PostOptions {
  readonly allowed: AllowedHosts
  /** By DNS when absent. */
  readonly resolve?: Resolve
  /** Milliseconds for all of it; 10 s when absent. */
  readonly time?: number
}

export interface OutgoingMessage {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const TIME = 10_000
/** Octets of an answer that are read, so that a short one can end in peace. */
const ANSWER = 4096

const failureOf = (status: number): DeliveryFailure => {
  if (status === 410) return new DeliveryFailure('HTTP 410: it is gone', true)
  if (status >= 300 && status < 400) {
    return new DeliveryFailure(`HTTP ${status}: redirects are not followed`)
  }
  return new DeliveryFailure(`HTTP ${status}`)
}

/** Rejects as soon as the signal does, for what knows no signal. */
const within = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  const {promise, reject} = Promise.withResolvers<never>()
  const stop = (): void => reject(signal.reason)
  signal.addEventListener('abort', stop, {once: true})
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

const lookupFor = async (url: URL, options: PostOptions): Promise<LookupFunction | undefined> => {
  const {allowed, resolve = resolvePublicly} = options
  if (isAllowed(allowed, url)) return undefined
  if (url.protocol !== 'https:') throw new DeliveryFailure('webhooks go out by https alone')
  return pinnedTo(await checkedAddresses(url, resolve))
}

const answerTo = (
  url: URL,
  {headers, body}: OutgoingMessage,
  {lookup, signal}: {readonly lookup: LookupFunction | undefined; readonly signal: AbortSignal},
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    send(url, {
      method: 'POST',
      // a connection that is kept could lead where a name led yesterday
      agent: false,
      headers: {...headers, 'content-length': Buffer.byteLength(body)},
      signal,
      ...(lookup !== undefined && {lookup}),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body)
  })

const readBriefly = async (answer: IncomingMessage): Promise<void> => {
  let size = 0
  try {
    for await (const piece of answer) {
      size += Buffer.from(piece).length
      if (size >= ANSWER) return
    }
  } catch {
    // the status has been given: how the rest ends changes nothing
  } finally {
    answer.destroy()
  }
}

/** The status, 2xx. Rejects with DeliveryFailure, or with the reason of `stop`. Certificates are checked. */
export const postMessage = async (
  message: OutgoingMessage,
  options: PostOptions,
  stop: AbortSignal = new AbortController().signal,
): Promise<number> => {
  const {time = TIME} = options
  const late = AbortSignal.timeout(time)
  const signal = AbortSignal.any([stop, late])
  try {
    const url = new URL(message.url)
    const lookup = await within(signal, lookupFor(url, options))
    const answer = await answerTo(url, message, {lookup, signal})
    const status = answer.statusCode ?? 0
    await readBriefly(answer)
    if (status >= 200 && status < 300) return status
    throw failureOf(status)
  } catch (error) {
    if (stop.aborted) throw stop.reason
    if (late.aborted) throw new DeliveryFailure(`no answer within ${time / 1000} s`)
    throw asDeliveryFailure(error)
  }
}
