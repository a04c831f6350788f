/** The notice as HTML: its lines as they are, links live, nothing added. */
import {directionOf} from '../../content/direction.ts'
import {noticeLines, type NoticeRun} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {escapeHtml} from '../html/escape.ts'

const runHtml = ({text, href}: NoticeRun): string =>
  href === undefined
    ? escapeHtml(text)
    : `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`

/** `attributes` goes into the `aside`, e.g. a class; it must not hide it. */
export const noticeHtml = (notice: CrisisNotice, attributes = ''): string => {
  const lines = noticeLines(notice).map(({kind, runs}) => {
    const [first, ...rest] = runs.map(runHtml)
    const inside =
      kind === 'helpline' || kind === 'heading'
        ? `<strong>${first ?? ''}</strong>${rest.join('')}`
        : runs.map(runHtml).join('')
    return `<p>${inside}</p>`
  })
  const direction = directionOf(notice.language)
  return `<aside role="note" lang="${escapeHtml(notice.language)}" dir="${direction}" aria-label="${escapeHtml(notice.heading)}"${attributes}>
${lines.join('\n')}
</aside>`
}
