/** One GET, one answer: no redirect followed, the body within limits. */
import {request as httpRequest, type IncomingHttpHeaders, type IncomingMessage} from 'node:http'
import {request as httpsRequest} from 'node:https'
import type {Readable} from 'node:stream'
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib'
import {asFailure, unreachable} from './failure.ts'
import {publicLookup, refusePrivateLiteral} from './lookup.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Decoded of its `content-encoding`. */
  readonly body: Buffer
}

export interface RequestLimits {
  /** Of the body as a reader gets it, after decompression. */
  readonly bytes: number
  /** Keeps the beginning of a longer body; without it a longer one is a failure. */
  readonly isCut?: boolean
  /** Milliseconds until the last byte. */
  readonly time: number
  readonly allowPrivate: boolean
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  br: createBrotliDecompress,
  deflate: createInflate,
  gzip: createGunzip,
  'x-gzip': createGunzip,
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`

const bodyOf = async (message: IncomingMessage, limits: RequestLimits): Promise<Buffer> => {
  const encoding = message.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const decoder = DECODERS[encoding]?.()
  // pipe() passes no failure on
  if (decoder !== undefined) message.on('error', (error) => decoder.destroy(error)).pipe(decoder)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of decoder ?? message) {
    const buffer = Buffer.from(piece)
    pieces.push(buffer)
    size += buffer.length
    if (size <= limits.bytes) continue
    if (limits.isCut === true) break
    throw unreachable(`it is larger than ${megabytes(limits.bytes)}`)
  }
  return Buffer.concat(pieces).subarray(0, limits.bytes)
}

/** Throws FetchFailure. Certificates are checked. */
export const get = async (
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
): Promise<Answer> => {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const signal = AbortSignal.timeout(limits.time)
  const request = (): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      send(url, {
        agent: false,
        headers: {...headers, 'accept-encoding': 'gzip, br, deflate'},
        signal,
        ...(!limits.allowPrivate && {lookup: publicLookup}),
      })
        .on('response', resolve)
        .on('error', reject)
        .end()
    })
  try {
    if (!limits.allowPrivate) refusePrivateLiteral(url)
    const message = await request()
    try {
      const body = await bodyOf(message, limits)
      return {status: message.statusCode ?? 0, headers: message.headers, body}
    } finally {
      message.destroy()
    }
  } catch (error) {
    // what is broken off by us says only that it was broken off
    throw asFailure(signal.aborted ? signal.reason : error)
  }
}
