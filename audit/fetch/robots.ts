/**
 * robots.txt (RFC 9309): whether a path may be read, by `robots-parser`; the escapes of characters that
 * need none, which section 2.2.2 counts as the same, are written out for it first.
 */
import {createRequire} from 'node:module'
import type parser from 'robots-parser'

/** Its types are those of an ES module, it is none. */
const robotsParser: typeof parser.default = createRequire(import.meta.url)('robots-parser')

export interface Robots {
  /** `path` with its query, as in a request line. */
  isAllowed(path: string): boolean
  /** Seconds between requests, where the file asks for some; no part of the RFC, but common. */
  readonly delay: number | undefined
}

/** Section 2.5: at least 500 KiB are read. */
export const ROBOTS_BYTES = 512_000

/** It compares paths on one host; which one is nothing to it. */
const HOST = 'https://host.invalid'

/** `/%7Ejoe` is `/~joe`; `%2F` stays what it is. */
const unescaped = (text: string): string =>
  text.replace(/%([\da-f]{2})/gi, (escape, hex: string) => {
    const character = String.fromCodePoint(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(character) ? character : escape
  })

/** What holds for a crawler whose product token is `agent`. Never throws: what cannot be read says nothing. */
export const parseRobots = (text: string, agent: string): Robots => {
  const rules = robotsParser(`${HOST}/robots.txt`, unescaped(text))
  const delay = rules.getCrawlDelay(agent)
  return Object.freeze({
    isAllowed: (path: string) => rules.isAllowed(`${HOST}${unescaped(path)}`, agent) !== false,
    delay: delay !== undefined && delay >= 0 ? delay : undefined,
  })
}

/** No robots.txt (section 2.3.1.3). */
export const ALL_ALLOWED: Robots = Object.freeze({isAllowed: () => true, delay: undefined})
