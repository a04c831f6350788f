/** A helpline's runs in HTML, for the notice and for a helpline named in the text. */
import type {NoticeRun} from '../../crisis-notice/lines.ts'
import {escapeHtml} from '../html/escape.ts'
import {COLOR, css} from './style.ts'

/** 44 px high: 24 of line, 10 above and below. */
const button = (ground: string): string =>
  css({
    display: 'inline-block',
    margin: '3px 0',
    padding: '10px 14px',
    'border-radius': '6px',
    'background-color': ground,
    color: COLOR.onLink,
    'font-weight': 'bold',
    'line-height': '24px',
    'text-decoration': 'none',
  })

export const EMERGENCY = button(COLOR.noticeBar)
export const WAY = button(COLOR.link)

/** The name on a line of its own, where styles work; else it runs on, as in plain text. */
const NAME = css({display: 'block', margin: '14px 0 3px'})

/** Hours go to the next line together, where they can. */
const HOURS = css({display: 'inline-block', 'font-size': '14px'})

const runHtml = ({text, href}: NoticeRun, style: string): string =>
  href === undefined
    ? escapeHtml(text)
    : `<a href="${escapeHtml(href)}" style="${style}">${escapeHtml(text)}</a>`

export const runsHtml = (runs: readonly NoticeRun[], linkStyle: string): string =>
  runs.map((run) => runHtml(run, linkStyle)).join('')

const hoursHtml = ({text}: NoticeRun): string => {
  const words = text.trimStart()
  return `${' '.repeat(text.length - words.length)}<span style="${HOURS}">${escapeHtml(words)}</span>`
}

/** Name, ways to reach it, hours. The name has a direction of its own, in an English mail too. */
export const helplineRuns = (runs: readonly NoticeRun[]): string => {
  const [name, ...rest] = runs
  const hours = rest.at(-1)
  if (name === undefined || hours === undefined) return runsHtml(runs, WAY)
  const label = `<strong dir="auto" style="${NAME}">${escapeHtml(name.text)}</strong>`
  return label + runsHtml(rest.slice(0, -1), WAY) + hoursHtml(hours)
}
