/** Request bodies, never more than a bound of them in memory. */
import {BadRequest} from '../bad-request.ts'
import {isObject, type JsonObject, parseJson} from '../json.ts'
import {ApiError} from './api-error.ts'

const tooLarge = (limit: number): ApiError =>
  new ApiError(413, 'Request Entity Too Large', `The request body may have ${limit} bytes at most`)

/** Throws ApiError 413. */
export const readBytes = async (request: Request, limit: number): Promise<Uint8Array> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let length = 0
  if (request.body !== null) {
    for await (const chunk of request.body) {
      length += chunk.length
      if (length > limit) throw tooLarge(limit)
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks, length)
}

/** Throws BadRequest for what is not JSON. */
export const readJson = async (request: Request, limit: number): Promise<unknown> => {
  const bytes = await readBytes(request, limit)
  try {
    return parseJson(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch {
    throw new BadRequest('The request body is not JSON')
  }
}

export const readJsonObject = async (request: Request, limit: number): Promise<JsonObject> => {
  const value = await readJson(request, limit)
  if (!isObject(value)) throw new BadRequest('The request body is not a JSON object')
  return value
}
