/** Whether the other side has it already (RFC 9110, sections 13.1.2 and 13.1.3). */
import type {Encoded, Prepared} from './prepared.ts'

export interface Conditions {
  readonly ifNoneMatch: string | undefined
  readonly ifModifiedSince: string | undefined
}

const isListed = (header: string, etag: string): boolean => {
  // what a client of ours sends
  if (header === etag) return true
  return header.split(',').some((each) => {
    const tag = each.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}

/** A date counts only where there is no tag, and only when nothing else was there within its second. */
export const isUnchanged = (
  {ifNoneMatch, ifModifiedSince}: Conditions,
  prepared: Prepared,
  {etag}: Encoded,
): boolean => {
  if (ifNoneMatch !== undefined) return isListed(ifNoneMatch, etag)
  if (ifModifiedSince === undefined) return false
  const since = Date.parse(ifModifiedSince)
  return prepared.madeAt <= since && since <= Date.now()
}
