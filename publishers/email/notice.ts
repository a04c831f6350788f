/**
 * The crisis notice in a mail: the first visible block, the lines of crisis-notice/lines.ts and
 * nothing else. Its links are buttons of 44 px (WCAG 2.2, 2.5.5), tall enough for shaking hands.
 */
import {directionOf} from '../../content/direction.ts'
import {noticeLines, noticeText, type NoticeLine, type NoticeRun} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {escapeHtml} from '../html/escape.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT, sidesOf} from './style.ts'

const BUTTON = {
  display: 'inline-block',
  margin: '4px 0',
  padding: '10px 16px',
  'border-radius': '8px',
  'font-weight': 'bold',
  'line-height': '24px',
} as const

const EMERGENCY = css({
  ...BUTTON,
  'background-color': COLOR.lamp,
  border: `1px solid ${COLOR.lamp}`,
  color: COLOR.harbour,
  'text-decoration': 'none',
})

const WAY = css({
  ...BUTTON,
  'background-color': COLOR.harbour,
  border: `1px solid ${COLOR.lamp}`,
  color: COLOR.sail,
  'text-decoration': 'underline',
})

const linked = ({text, href}: NoticeRun, style: string): string =>
  href === undefined
    ? escapeHtml(text)
    : `<a href="${escapeHtml(href)}" style="${style}">${escapeHtml(text)}</a>`

const LINES: Readonly<Record<NoticeLine['kind'], (line: NoticeLine) => string>> = {
  heading: ({runs}) =>
    `<h2 style="margin:0 0 6px;${FONT.heading};color:${COLOR.lamp}">${runs.map((run) => linked(run, WAY)).join('')}</h2>`,
  lead: ({runs}) =>
    `<p style="margin:0 0 8px">${runs.map((run) => linked(run, WAY)).join('')}</p>`,
  emergency: ({runs}) =>
    `<p style="margin:0 0 8px">${runs.map((run) => linked(run, EMERGENCY)).join('')}</p>`,
  helpline: ({runs: [name, ...ways]}) =>
    `<p style="margin:8px 0 0">${name === undefined ? '' : `<strong>${escapeHtml(name.text)}</strong>`}${ways.map((run) => linked(run, WAY)).join('')}</p>`,
}

export const noticePiece = (notice: CrisisNotice): Piece => {
  const {direction, start} = sidesOf(directionOf(notice.language))
  const ground = css({
    padding: '22px 24px 24px',
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
