/**
 * Twilio signs each webhook: HMAC-SHA1 of the address, then of every field's name and value, sorted
 * by name, in base64 (twilio.com/docs/usage/security). SHA-1 is theirs to choose; as a key's HMAC it holds.
 */
import {createHmac, timingSafeEqual} from 'node:crypto'

export const twilioSignature = (token: string, url: string, fields: URLSearchParams): string => {
  const pairs = Array.from(fields, ([name, value]) => [name, value] as const)
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
  const data = url + sorted.map(([name, value]) => name + value).join('')
  return createHmac('sha1', token).update(data, 'utf8').digest('base64')
}

/** Behind a proxy Twilio signs with or without the port that is the protocol's own. */
const spellings = (url: string): readonly string[] => {
  const {protocol, port, host, pathname, search} = new URL(url)
  const usual = protocol === 'https:' ? '443' : '80'
  const rest = `${pathname}${search}`
  return port === '' ? [url, `${protocol}//${host}:${usual}${rest}`] : [url]
}

/** `url`: as Twilio was told it, with its query. */
export const isSignedByTwilio = ({
  token,
  url,
  fields,
  signature,
}: {
  readonly token: string
  readonly url: string
  readonly fields: URLSearchParams
  readonly signature: string
}): boolean => {
  const given = Buffer.from(signature)
  return spellings(url).some((spelling) => {
    const made = Buffer.from(twilioSignature(token, spelling, fields))
    return made.length === given.length && timingSafeEqual(made, given)
  })
}
