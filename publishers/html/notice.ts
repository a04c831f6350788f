/**
 * The crisis notice as HTML: `noticeLines`, word for word and in order, every way to reach somebody a
 * live link. The gate refuses any other text inside the element, so its shape comes from CSS alone.
 */
import {directionOf} from '../../content/direction.ts'
import type {Helpline} from '../../content/model.ts'
import {
  helplineLine,
  type NoticeLine,
  noticeLines,
  type NoticeRun,
  SEPARATOR,
} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {attribute, escapeHtml} from './escape.ts'

/** The class of a part, or undefined for none. */
export type ClassOf = (part: string) => string | undefined

export interface NoticeOptions {
  /** `id` for the heading, which then labels the note; without it an `aria-label` does. */
  readonly headingId?: string
  /** Parts: `notice`, `notice-lead`, `notice-emergency`, `notice-name`, `notice-dot`. */
  readonly classOf?: ClassOf
}

const none: ClassOf = () => undefined

const runHtml = ({text, href}: NoticeRun, classOf: ClassOf): string => {
  if (href !== undefined) return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
  const dotted = text.startsWith(SEPARATOR) && classOf('notice-dot') !== undefined
  return dotted
    ? `<span${attribute('class', classOf('notice-dot'))}>${SEPARATOR}</span>${escapeHtml(text.slice(SEPARATOR.length))}`
    : escapeHtml(text)
}

/** Between a helpline's name and the ways to reach it. */
const COLON = ': '

/**
 * A name keeps its own direction: an Arabic one in an English notice too, where the words of the line
 * bring no isolates of their own.
 */
const nameHtml = (text: string): string =>
  text.endsWith(COLON)
    ? `<bdi>${escapeHtml(text.slice(0, -COLON.length))}</bdi>${COLON}`
    : escapeHtml(text)

/** The name in bold, then the ways to reach the line, then its hours. */
const helplineRuns = ({runs}: NoticeLine, classOf: ClassOf): string =>
  runs
    .map((run, index) =>
      index === 0
        ? `<strong${attribute('class', classOf('notice-name'))}>${nameHtml(run.text)}</strong>`
        : runHtml(run, classOf),
    )
    .join('')

const lineHtml = (line: NoticeLine, {headingId, classOf = none}: NoticeOptions): string => {
  if (line.kind === 'helpline') return `<li>${helplineRuns(line, classOf)}</li>`
  const inside = line.runs.map((run) => runHtml(run, classOf)).join('')
  return line.kind === 'heading'
    ? `<h2${attribute('id', headingId)}>${inside}</h2>`
    : `<p${attribute('class', classOf(`notice-${line.kind}`))}>${inside}</p>`
}

/** `lang` and `dir` are the notice's own: a fallback may be in another language than the page. */
export const noticeHtml = (notice: CrisisNotice, options: NoticeOptions = {}): string => {
  const {headingId, classOf = none} = options
  const lines = noticeLines(notice)
  const label =
    headingId === undefined
      ? attribute('aria-label', notice.heading)
      : attribute('aria-labelledby', headingId)
  const words = lines.filter(({kind}) => kind !== 'helpline')
  const helplines = lines.filter(({kind}) => kind === 'helpline')
  return `<aside${attribute('class', classOf('notice'))} role="note"${label} lang="${escapeHtml(notice.language)}" dir="${directionOf(notice.language)}">
${words.map((line) => lineHtml(line, options)).join('\n')}
<ul>
${helplines.map((line) => lineHtml(line, options)).join('\n')}
</ul>
</aside>`
}

/**
 * One helpline outside the notice, inline. Throws RangeError for a language without notice wording;
 * every language of publishers/phrases has some.
 */
export const helplineHtml = (
  helpline: Helpline,
  language: string,
  classOf: ClassOf = none,
): string => {
  const wording = noticeWording(language)
  if (wording === undefined) throw new RangeError(`No notice wording in ${language}`)
  return helplineRuns(helplineLine(helpline, language, wording), classOf)
}
