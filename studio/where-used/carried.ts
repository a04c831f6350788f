/** Which articles and digests carry a notice: nothing refers to notices, readers' languages lead to them. */
import {baseLanguage} from '../../content/direction.ts'
import {itemsOf, refsOf, textOf, fieldsOf} from '../../schemas/shapes.ts'
import {publishedId, type Stored, stateOf} from './stored.ts'

/** For one country: the languages of its notices, and which of the site's may stand in. */
export interface NoticeShelf {
  readonly languages: readonly string[]
  readonly fallbacks: readonly string[]
}

/**
 * The language of the notice that readers of `language` get; the same lookup as
 * crisis-notice/notice-book.ts, whose answer the tests compare.
 */
export const noticeLanguageFor = (
  language: string,
  {languages, fallbacks}: NoticeShelf,
): string | undefined =>
  [language, baseLanguage(language), ...fallbacks]
    .map((asked) => languages.find((each) => each.toLowerCase() === asked.toLowerCase()))
    .find((found) => found !== undefined)

/** Out of `written`, the languages whose readers get the notice in `language`. */
export const languagesCarrying = (
  language: string,
  written: readonly string[],
  shelf: NoticeShelf,
): readonly string[] => written.filter((each) => noticeLanguageFor(each, shelf) === language)

/** How a notice shows a helpline: to everybody, or first for some topics and to nobody else. */
export const topicsOf = (
  notice: Stored,
  helplines: ReadonlySet<string>,
): 'all' | readonly string[] => {
  const {helplines: own, topicHelplines} = notice.fields
  if (refsOf(own).some((ref) => helplines.has(publishedId(ref)))) return 'all'
  return itemsOf(topicHelplines).flatMap((entry) => {
    const {topic, helplines: lines} = fieldsOf(entry)
    return refsOf(lines).some((ref) => helplines.has(publishedId(ref))) ? [textOf(topic)] : []
  })
}

/** A draft of a notice counts only when there is no published one. */
export const inForce = (notices: readonly Stored[]): readonly Stored[] => {
  const published = new Set(notices.flatMap(({_id}) => (stateOf(_id) === 'published' ? [_id] : [])))
  return notices.filter(({_id}) => stateOf(_id) === 'published' || !published.has(publishedId(_id)))
}
