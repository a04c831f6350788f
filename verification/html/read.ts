/** The notice in HTML: by its outline where that is enough, else by the whole of it. */
import type {Expected} from '../expected.ts'
import {chainOf, parseHtml} from './dom.ts'
import {FRAGMENT, type Kind} from './kinds.ts'
import {memo} from './memo.ts'
import {readOutline} from './outline/read.ts'
import type {Read} from './reading.ts'
import {repeatReason} from './repeated.ts'
import {readWhole} from './whole.ts'

export {FRAGMENT, MAIL, PAGE} from './kinds.ts'

/** By the whole of it. `parse`: for the tests, which hold parsers side by side. */
export const readFully = (
  html: string,
  expected: Expected,
  kind: Kind,
  parse = parseHtml,
): Read | string => {
  const whole = readWhole(html, expected, kind, parse)
  if (typeof whole === 'string') return whole
  const {attribs} = chainOf(whole.notice).at(-1) ?? whole.notice
  return {
    notice: whole.notice,
    root: {lang: attribs['lang'], dir: attribs['dir']},
    repeatReason: () => repeatReason(whole),
  }
}

/** The notice where it belongs, or why it is not there. */
export const readHtml = (html: string, expected: Expected, kind: Kind): Read | string =>
  // Stryker disable next-line LogicalOperator: both say the same; it saves time only
  readOutline(html, expected, kind) ?? readFully(html, expected, kind)

/** A fragment, first of all the notice. `undefined` when it is. */
export const fragmentReason = (html: unknown, expected: Expected): string | undefined => {
  // Stryker disable next-line StringLiteral: what is no text is no notice, and neither is any other
  const read = readHtml(typeof html === 'string' ? html : '', expected, FRAGMENT)
  return typeof read === 'string' ? read : undefined
}

const MOST_KNOWN = 100
const known = new WeakMap<Expected, (html: string) => string | undefined>()

/**
 * The same for what thousands of articles repeat, as the notice by itself: each is read once. An
 * Expected is frozen, so what is read depends on nothing but the two.
 */
export const repeatedFragmentReason = (html: unknown, expected: Expected): string | undefined => {
  if (typeof html !== 'string') return fragmentReason(html, expected)
  const found = known.get(expected)
  if (found !== undefined) return found(html)
  const reading = memo((each) => fragmentReason(each, expected), MOST_KNOWN)
  known.set(expected, reading)
  return reading(html)
}
