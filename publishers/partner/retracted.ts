/** What a partner gets in the place of a retracted article: that and why, and the notice. */
import {noticeText} from '../../crisis-notice/lines.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {formatDate} from '../phrases/dates.ts'
import {fill, phrases} from '../phrases.ts'
import {noticeJson} from './json.ts'

/** `problem`: the members of RFC 9457. */
export const retractedJson = (
  {article, notice}: Publication,
  problem: Readonly<Record<string, unknown>>,
) => ({
  ...problem,
  id: article.id,
  slug: article.slug,
  language: article.language,
  retraction: article.retraction ?? null,
  crisisNotice: noticeJson(notice),
})

/** Throws RangeError for an article that was not retracted. */
export const retractedText = ({article, notice}: Publication): string => {
  const {retraction, language, title} = article
  if (retraction === undefined) throw new RangeError(`${article.id} was not retracted`)
  const words = phrases(language)
  const date = formatDate(retraction.date, language)
  const parts = [
    noticeText(notice),
    `# ${words.retracted}: ${title}`,
    fill(words.retractedNotice, {date}),
    `${words.retractedReason}: ${retraction.reason}`,
  ]
  return `${parts.join('\n\n')}\n`
}
