/** The head of a mail in the one spelling that leaves nothing to a reader. */
import {LINE_LIMIT, MAY_REPEAT, NEEDED} from '../structure.ts'

/** RFC 5322 section 2.2, of printable US-ASCII, with one space after the colon and none at the end. */
const FIELD = /^([A-Za-z][A-Za-z0-9-]*): (?:[ -~]*[!-~])?$/

/** RFC 5322 section 2.2.3; a line of white space alone is obsolete (section 4.2). */
const FOLDED = /^[ \t][ -~]*[!-~]$/

/**
 * RFC 2045 section 4 and RFC 2046 section 5.1.4, last in the head, so that nothing continues them. The
 * boundary is of those characters of RFC 2046 section 5.1.1 that mean nothing within a header.
 */
const MIME =
  /\r\nMIME-Version: 1\.0\r\nContent-Type: multipart\/alternative; boundary="([0-9A-Za-z=_.+-]{1,70})"$/

/** What else would tell readers how to take the whole: only its language has no bearing on that. */
const isForeign = (name: string): boolean =>
  name.startsWith('content-') && name !== 'content-type' && name !== 'content-language'

/** The boundary; `undefined` when a reader might see another, or none. `head` without its last CRLF. */
export const plainBoundary = (head: string): string | undefined => {
  const names = new Set<string>()
  for (const line of head.split('\r\n')) {
    if (line.length > LINE_LIMIT) return undefined
    // Stryker disable next-line OptionalChaining: what matches has a name; the type asks
    const name = FIELD.exec(line)?.[1]?.toLowerCase()
    if (name === undefined) {
      if (names.size === 0 || !FOLDED.test(line)) return undefined
    } else {
      if (isForeign(name) || (names.has(name) && name !== MAY_REPEAT)) return undefined
      names.add(name)
    }
  }
  return NEEDED.every((name) => names.has(name)) ? MIME.exec(head)?.[1] : undefined
}
