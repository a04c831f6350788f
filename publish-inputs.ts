/** What an article's outputs, or a list, are made of, as one word: another word, and they are made anew. */
import {hash} from 'node:crypto'
import type {Content} from './content/content.ts'
import type {ArticleSummary} from './content/model.ts'
import type {Publication, SitePublication} from './crisis-notice/policy.ts'
import type {ListFile} from './publishers/publisher.ts'

/** Grows with every change of what publishers write, so that no output outlives its publisher. */
export const EDITION = 2

/** An article as an earlier run published it, whole. */
export interface EarlierArticle {
  readonly uses: readonly string[]
  readonly inputs: string
}

const wordOf = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url')

const known = new WeakMap<object, string>()

/** Of what thousands of articles share; none of it changes once it is made. */
const sharedWordOf = (value: object): string => {
  const word = known.get(value) ?? wordOf(value)
  known.set(value, word)
  return word
}

/** What lists say of an article. */
export const summaryWord = (summary: ArticleSummary): string => sharedWordOf(summary)

/** All that articles have around them: another word, and any of them may be another. */
export const frameWord = (frame: readonly unknown[]): string => wordOf(frame)

export interface Surroundings {
  readonly content: Content
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Parts of a publication that do not come from the article's own documents; by value. */
export type Frame = Pick<Publication, 'site' | 'notice' | 'translations' | 'audience'>

/**
 * Undefined when it cannot be told without reading. `uses`: every document that the article was made
 * of. The day counts where a helpline stands in the text, for helplines grow stale.
 */
export const inputsOf = (
  {content, today}: Surroundings,
  uses: readonly string[],
  {site, notice, translations, audience}: Frame,
): string | undefined => {
  const state = content.stateOf(uses)
  if (state === undefined) return undefined
  const day = uses.some((id) => content.typeOf(id) === 'helpline') ? today : ''
  const shared = [sharedWordOf(site), sharedWordOf(notice)]
  return wordOf([EDITION, state, day, ...shared, translations, audience])
}

/**
 * The same of a list of articles. Thousands of entries are each taken by the word of their summary, which
 * both channels share.
 */
export const listInputsOf = (
  {site, notice}: Pick<SitePublication, 'notice' | 'site'>,
  {path, number, newer, older, items}: ListFile,
): string => {
  const shared = [sharedWordOf(site), sharedWordOf(notice)]
  const entries = items.map((entry) => [sharedWordOf(entry.article), sharedWordOf(entry.notice)])
  return wordOf([EDITION, path, number, newer, older, ...shared, entries])
}
