/** The crisis notice as Markdown: `noticeLines`, word for word and in order, every way to reach somebody a link. */
import type {Helpline} from '../../content/model.ts'
import {helplineLine, type NoticeLine, noticeLines} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {brokenLines, escapeWords, linkDestination} from './escape.ts'

const runsMarkdown = ({runs}: NoticeLine): string =>
  runs
    .map(({text, href}) =>
      href === undefined ? escapeWords(text) : `[${escapeWords(text)}](${linkDestination(href)})`,
    )
    .join('')

const BEFORE: Readonly<Record<NoticeLine['kind'], string>> = {
  heading: '## ',
  lead: '',
  emergency: '',
  helpline: '- ',
}

/** Blocks apart by blank lines, the helplines as one list. No final line break. */
export const noticeMarkdown = (notice: CrisisNotice): string => {
  const lines = noticeLines(notice).map((line) => ({
    kind: line.kind,
    text: `${BEFORE[line.kind]}${brokenLines(runsMarkdown(line))}`,
  }))
  const words = lines.filter(({kind}) => kind !== 'helpline').map(({text}) => text)
  const helplines = lines.filter(({kind}) => kind === 'helpline').map(({text}) => text)
  return [...words, helplines.join('\n')].join('\n\n')
}

/** One helpline outside the notice. Throws RangeError for a language without notice wording. */
export const helplineMarkdown = (helpline: Helpline, language: string): string => {
  const wording = noticeWording(language)
  if (wording === undefined) throw new RangeError(`No notice wording for ${language}`)
  return runsMarkdown(helplineLine(helpline, language, wording))
}
