/** Headings and small parts that article and digest mails share. */
import {escapeHtml} from '../html/escape.ts'
import {COLOR, css, FONT} from './style.ts'

const LEVELS = {
  1: {font: FONT.title, margin: '0 0 12px'},
  2: {font: FONT.heading, margin: '0 0 12px'},
  3: {font: FONT.subheading, margin: '24px 0 8px'},
  4: {font: FONT.minor, margin: '20px 0 6px'},
} as const

/** `content` is HTML. */
export const headingHtml = (level: 1 | 2 | 3 | 4, content: string): string => {
  const {font, margin} = LEVELS[level]
  return `<h${level} style="margin:${margin};${font};color:${COLOR.ink}">${content}</h${level}>\n`
}

const LINK = css({color: COLOR.link, 'text-decoration': 'underline'})

/** `content` is HTML, `href` is not. */
export const linkHtml = (href: string, content: string, style: string = LINK): string =>
  `<a href="${escapeHtml(href)}" style="${style}">${content}</a>`

const BUTTON = css({
  display: 'inline-block',
  padding: '12px 20px',
  'border-radius': '8px',
  'background-color': COLOR.link,
  color: COLOR.onLink,
  'font-weight': 'bold',
  'line-height': '22px',
  'text-decoration': 'none',
})

export const buttonHtml = (href: string, text: string): string =>
  `<p style="margin:8px 0 24px;${FONT.ui}">${linkHtml(href, escapeHtml(text), BUTTON)}</p>\n`
