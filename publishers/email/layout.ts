/**
 * The frame of every mail: one centred column of table rows, at most 600 px wide, since Outlook's
 * Word engine lays out tables and little else. No style sheet, no script, nothing that loads but images.
 */
import {escapeHtml} from '../html/escape.ts'
import {COLOR, css, FONT, type Sides} from './style.ts'

const WIDTH = 600

interface FrameOptions {
  readonly language: string
  readonly title: string
  /** What an inbox shows after the subject; hidden in the mail itself. */
  readonly preheader: string
  readonly sides: Sides
}

const HIDDEN = css({
  display: 'none',
  'font-size': '1px',
  'line-height': '1px',
  'max-height': '0',
  'max-width': '0',
  opacity: '0',
  overflow: 'hidden',
  'mso-hide': 'all',
})

/** Gmail drops `html`, so language and direction stand on the outer table as well. */
export const frame = ({language, title, preheader, sides}: FrameOptions) => {
  const attributes = `lang="${escapeHtml(language)}" dir="${sides.direction}"`
  const before = `<!DOCTYPE html>
<html ${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="x-apple-disable-message-reformatting">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:0;background-color:${COLOR.page}">
<div style="${HIDDEN}">${escapeHtml(preheader)}</div>
<table role="presentation" ${attributes} width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${COLOR.page}" style="background-color:${COLOR.page}">
<tr>
<td align="center" role="main" style="padding:12px 8px 32px">
<!--[if mso]><table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${COLOR.paper}" style="max-width:${WIDTH}px;background-color:${COLOR.paper};border-radius:14px;overflow:hidden">
`
  const after = `</table>
<!--[if mso]></td></tr></table><![endif]-->
</td>
</tr>
</table>
</body>
</html>
`
  return {before, after}
}

interface RowOptions {
  readonly sides: Sides
  /** CSS shorthand; 24 px at the sides keep 311 px of text on a phone of 375. */
  readonly padding: string
  readonly ground?: string
  readonly ink?: string
  readonly font?: string
  /** A hairline above. */
  readonly rule?: boolean
}

/** One row of the column, ends with a line break. `content` is HTML. */
export const row = (
  content: string,
  {
    sides,
    padding,
    ground = COLOR.paper,
    ink = COLOR.ink,
    font = FONT.body,
    rule = false,
  }: RowOptions,
): string => {
  const above = rule ? `;border-top:1px solid ${COLOR.line}` : ''
  // An address or a long word must never widen the column on a phone.
  const style = `padding:${padding};background-color:${ground};color:${ink};text-align:${sides.start}${above};overflow-wrap:anywhere;word-break:break-word`
  return `<tr>
<td align="${sides.start}" dir="${sides.direction}" bgcolor="${ground}" style="${style};${font}">
${content.trimEnd()}
</td>
</tr>
`
}
