/** The blocks that stand out of the running text: warnings, helplines, figures. */
import {directionOf} from '../../content/direction.ts'
import type {Figure, Helpline, Severity, Site} from '../../content/model.ts'
import {helplineLine} from '../../crisis-notice/lines.ts'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {escapeHtml} from '../html/escape.ts'
import {helplineRuns} from './helpline.ts'
import {imageUrl} from './links.ts'
import {COLOR, css, FONT, type Sides, sidesOf} from './style.ts'

interface Tone {
  readonly ground: string
  readonly bar: string
  readonly ink: string
}

/** The words say the severity; the colour only repeats it. Ink on ground passes 7:1. */
const TONES: Readonly<Record<Severity | 'helpline', Tone>> = {
  info: {ground: '#edf5f6', bar: '#0b5a66', ink: '#0b3f48'},
  caution: {ground: '#fbf4e2', bar: '#8a5a00', ink: '#503400'},
  danger: {ground: '#fdeeee', bar: '#a3262a', ink: '#6b1518'},
  helpline: {ground: COLOR.notice, bar: COLOR.noticeBar, ink: COLOR.ink},
}

/** A box with a bar at its start; `content` is HTML. A table, since Outlook gives padding to cells only. */
const box = (content: string, tone: Tone, sides: Sides, language?: string): string => {
  const style = css({
    padding: '16px 20px 4px',
    [`border-${sides.start}`]: `5px solid ${tone.bar}`,
    'border-radius': '4px',
    'background-color': tone.ground,
    color: tone.ink,
    'text-align': sides.start,
  })
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px">
<tr>
<td${lang} dir="${sides.direction}" align="${sides.start}" bgcolor="${tone.ground}" style="${style};${FONT.ui}">
${content}</td>
</tr>
</table>
`
}

/** `body` is the warning's blocks as HTML. */
export const warningBox = (
  {
    label,
    title,
    severity,
    body,
  }: {
    readonly label: string
    readonly title: string
    readonly severity: Severity
    readonly body: string
  },
  sides: Sides,
): string => {
  const heading = `<p style="margin:0 0 8px;font-weight:bold">${escapeHtml(`${label}: ${title}`)}</p>\n`
  return box(heading + body, TONES[severity], sides)
}

/** As the notice would show it, in the notice's language. */
export const helplineBox = (helpline: Helpline, language: string): string => {
  const wording = noticeWording(language)
  if (wording === undefined) throw new RangeError(`No notice wording for ${language}`)
  const {runs} = helplineLine(helpline, language, wording)
  const line = `<p style="margin:-12px 0 12px">${helplineRuns(runs)}</p>\n`
  return box(line, TONES.helpline, sidesOf(directionOf(language)), language)
}

const PICTURE = css({
  display: 'block',
  width: '100%',
  height: 'auto',
  border: '0',
  'border-radius': '8px',
})

/** With images off the description stands in the image's place, in type that can be read. */
export const pictureHtml = (
  image: {readonly url: string; readonly width?: number; readonly height?: number},
  alt: string,
  site: Site,
): string =>
  `<img src="${escapeHtml(imageUrl({url: image.url, alt}, site))}" alt="${escapeHtml(alt)}" width="552" style="${PICTURE};${FONT.small};color:${COLOR.quiet}">`

export const figureHtml = ({image, alt, caption}: Figure, site: Site): string => {
  const under =
    caption === undefined
      ? ''
      : `<p style="margin:8px 0 0;${FONT.small};color:${COLOR.quiet}">${escapeHtml(caption)}</p>\n`
  return `<div style="margin:8px 0 24px">
${pictureHtml(image, alt, site)}
${under}</div>
`
}
