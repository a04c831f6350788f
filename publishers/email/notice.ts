/**
 * The crisis notice in a mail: the first visible block, the lines of crisis-notice/lines.ts and
 * nothing else. Its links are 44 px high (WCAG 2.2, 2.5.5), tall enough for shaking hands.
 */
import {directionOf} from '../../content/direction.ts'
import {type NoticeLine, noticeLines} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {escapeHtml} from '../html/escape.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {EMERGENCY, helplineRuns, runsHtml, WAY} from './helpline.ts'
import {lineBlock} from './notice-text.ts'
import type {Piece} from './pieces.ts'
import {COLOR, css, FONT, sidesOf} from './style.ts'

const LINES: Readonly<Record<NoticeLine['kind'], (line: NoticeLine) => string>> = {
  heading: ({runs}) =>
    `<h2 style="margin:0 0 6px;${FONT.heading};color:${COLOR.ink}">${runsHtml(runs, WAY)}</h2>`,
  lead: ({runs}) => `<p style="margin:0 0 12px">${runsHtml(runs, WAY)}</p>`,
  emergency: ({runs}) => `<p style="margin:0 0 4px">${runsHtml(runs, EMERGENCY)}</p>`,
  helpline: ({runs}) => `<p style="margin:0">${helplineRuns(runs)}</p>`,
}

/** Made once a notice, which many articles share. */
export const noticePiece = perFrozen((notice: CrisisNotice): Piece => {
  const {direction, start} = sidesOf(directionOf(notice.language))
  const ground = css({
    padding: '20px 20px',
    [`border-${start}`]: `6px solid ${COLOR.noticeBar}`,
    'background-color': COLOR.notice,
    color: COLOR.ink,
    'text-align': start,
  })
  const attributes = `lang="${escapeHtml(notice.language)}" dir="${direction}"`
  const lines = noticeLines(notice)
  return Object.freeze({
    html: `<tr>
<td ${attributes} align="${start}" bgcolor="${COLOR.notice}" style="${ground};${FONT.ui}">
<div role="note" aria-label="${escapeHtml(notice.heading)}">
${lines.map((line) => LINES[line.kind](line)).join('\n')}
</div>
</td>
</tr>
`,
    text: lines.map(lineBlock).join('\n\n'),
  })
})
