/** Where in a decoded part a recipient's link stands. */
import {LINK_SLOTS, type LinkSlot, SLOT_NAMES} from './slots.ts'

/** Character offsets of the address that a link slot takes the place of. */
export interface Place {
  readonly name: LinkSlot
  readonly start: number
  readonly end: number
}

/**
 * The last one counts: the footer is the end of both parts, and an editor may link to the same page
 * further up. The notice is before both.
 */
const lastOf = (decoded: string, before: string, url: string, after: string): number => {
  const at = decoded.lastIndexOf(`${before}${url}${after}`)
  return at < 0 ? at : at + before.length
}

/** In the text part an address is alone on its line; in HTML it is the whole of an `href`. */
const AROUND = {text: ['\r\n', '\r\n'], html: ['href="', '"']} as const

/** In the order in which they stand. `site`: https origin of the site, without a final slash. */
export const placesIn = (
  decoded: string,
  kind: 'text' | 'html',
  site: string,
): readonly Place[] => {
  const [before, after] = AROUND[kind]
  return SLOT_NAMES.flatMap((name): readonly Place[] => {
    const url = `${site}${LINK_SLOTS[name]}`
    const start = lastOf(decoded, before, url, after)
    return start < 0 ? [] : [{name, start, end: start + url.length}]
  }).toSorted((one, other) => one.start - other.start)
}
