/**
 * An article of a site that stands, by itself: for a run after a small change of its dataset. Whoever calls
 * this knows from an earlier run what else has the article's slug.
 */
import {newestFirst} from './content/newest-first.ts'
import type {Commission, Desk} from './publish-articles.ts'
import {frameWord} from './publish-inputs.ts'
import {translationsOf} from './site-lists.ts'

/** What articles have around them, as one word; another one, and any of them may be another. */
export const frameOf = async ({content, site}: Desk): Promise<string> => {
  const notices = await content.notices()
  const helplines = await content.helplines()
  const digests = await content.digests()
  return frameWord([site, notices, helplines, digests])
}

/** `others`: at least those with its slug. Undefined when it or one of them cannot be told. */
export const commissionOf = async (
  {content}: Desk,
  id: string,
  others: readonly string[],
): Promise<Commission | undefined> => {
  const results = await Promise.all([id, ...others].map((each) => content.summary(each)))
  const summaries = results.flatMap((result) => (result.ok ? [result.value] : []))
  const [summary] = summaries
  if (summary === undefined || summaries.length < results.length) return undefined
  const bySlug = Map.groupBy(newestFirst(summaries), ({slug}) => slug)
  return {summary, translations: translationsOf(summary, bySlug)}
}
