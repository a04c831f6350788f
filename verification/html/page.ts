/** A whole web page (contracts.md, `out/web`). */
import {repeatsNotice} from '../../crisis-notice/policy.ts'
import type {Expected} from '../expected.ts'
import type {Expectation} from '../expectation.ts'
import {PAGE, readHtml} from './read.ts'
import {directionOf} from './visibility.ts'

/** `undefined` when the notice is there, and again at the end where the topics ask for it. */
export const pageReason = (
  html: string,
  expected: Expected,
  {audience, topics}: Expectation,
  reader = readHtml,
): string | undefined => {
  const read = reader(html, expected, PAGE)
  if (typeof read === 'string') return read
  const {lang, dir} = read.root
  if (lang !== audience.language) {
    return `the page says it is in ${lang}, not in ${audience.language}`
  }
  if (dir !== directionOf(audience.language)) {
    return `the page does not run ${directionOf(audience.language)}`
  }
  return repeatsNotice(topics) ? read.repeatReason() : undefined
}
