/**
 * The crisis notice in a mail: the first visible block, the lines of crisis-notice/lines.ts and
 * nothing else. Its links are 44 px high (WCAG 2.2, 2.5.5), tall enough for shaking hands.
 */
import {directionOf} from '../../content/direction.ts'
import {noticeLines, noticeText, type NoticeLine, type NoticeRun} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {escapeHtml} from '../html/escape.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT, sidesOf} from './style.ts'

/** 44 px high: 24 of line, 10 above and below. */
const TARGET = {
  display: 'inline-block',
  'line-height': '24px',
  'font-weight': 'bold',
} as const

const EMERGENCY = css({
  ...TARGET,
  padding: '10px 18px',
  'border-radius': '8px',
  'background-color': COLOR.lamp,
  color: COLOR.harbour,
  'text-decoration': 'none',
})

const WAY = css({
  ...TARGET,
  padding: '10px 0',
  color: COLOR.lamp,
  'text-decoration': 'underline',
})

/** The name on a line of its own, where styles work; else it runs on, as in plain text. */
const NAME = css({display: 'block', 'margin-top': '16px', 'line-height': '1.3'})

const linked = ({text, href}: NoticeRun, style: string): string =>
  href === undefined
    ? escapeHtml(text)
    : `<a href="${escapeHtml(href)}" style="${style}">${escapeHtml(text)}</a>`

const all = (runs: readonly NoticeRun[], style: string): string =>
  runs.map((run) => linked(run, style)).join('')

const LINES: Readonly<Record<NoticeLine['kind'], (line: NoticeLine) => string>> = {
  heading: ({runs}) =>
    `<h2 style="margin:0 0 6px;${FONT.heading};color:${COLOR.lamp}">${all(runs, WAY)}</h2>`,
  lead: ({runs}) => `<p style="margin:0 0 12px">${all(runs, WAY)}</p>`,
  emergency: ({runs}) => `<p style="margin:0 0 4px">${all(runs, EMERGENCY)}</p>`,
  helpline: ({runs: [name, ...ways]}) => {
    const label = name === undefined ? '' : `<strong style="${NAME}">${escapeHtml(name.text)}</strong>`
    return `<p style="margin:0">${label}${all(ways, WAY)}</p>`
  },
}

export const noticePiece = (notice: CrisisNotice): Piece => {
  const {direction, start} = sidesOf(directionOf(notice.language))
  const ground = css({
    padding: '22px 24px 16px',
    'background-color': COLOR.harbour,
    color: COLOR.sail,
    'text-align': start,
  })
  const attributes = `lang="${escapeHtml(notice.language)}" dir="${direction}"`
  const lines = noticeLines(notice).map((line) => LINES[line.kind](line))
  return {
    html: `<tr>
<td ${attributes} align="${start}" bgcolor="${COLOR.harbour}" style="${ground};${FONT.body}">
<div role="note" aria-label="${escapeHtml(notice.heading)}">
${lines.join('\n')}
</div>
</td>
</tr>
`,
    text: noticeText(notice),
  }
}
