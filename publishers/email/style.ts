/**
 * Inline styles, since many clients drop style sheets. Every colour of text comes with the ground
 * it stands on and passes 4.5:1 there (WCAG 2.2, 1.4.3), so a client that darkens both by force
 * keeps them apart: grounds are either light or dark, nothing between, since forced dark mode turns
 * dark ink light and leaves a ground of middle lightness as it is. The colours are those of the web
 * page by day; no colour depends on prefers-color-scheme, which Gmail does not know.
 */

export const COLOR = {
  page: '#f3efe7', // warm sand
  paper: '#ffffff',
  ink: '#1f2a33',
  quiet: '#52606b', // 6.4:1 on paper, 5.6:1 on page
  link: '#0b5a66', // 7.8:1 on paper
  onLink: '#ffffff',
  line: '#dcd8cf',
  tint: '#f5f3ee',
  notice: '#fdf1dc', // ink on it 13:1, links 7:1
  noticeBar: '#b4560b', // onLink on it 4.9:1
} as const

const SANS = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
/** Georgia first: Outlook takes Times New Roman when it does not know the first name. */
const SERIF = "Georgia,Cambria,'Times New Roman',serif"

/** Name to value, as one style attribute's content. */
export const css = (rules: Readonly<Record<string, string>>): string =>
  Object.entries(rules)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

export const FONT = {
  body: `font-family:${SERIF};font-size:17px;line-height:1.65`,
  ui: `font-family:${SANS};font-size:16px;line-height:1.5`,
  small: `font-family:${SANS};font-size:14px;line-height:1.55`,
  title: `font-family:${SANS};font-size:28px;line-height:1.2;font-weight:bold`,
  heading: `font-family:${SANS};font-size:22px;line-height:1.3;font-weight:bold`,
  subheading: `font-family:${SANS};font-size:18px;line-height:1.35;font-weight:bold`,
  minor: `font-family:${SANS};font-size:16px;line-height:1.4;font-weight:bold`,
} as const

/** Left and right in the mail's writing direction; logical properties are unknown to Outlook. */
export interface Sides {
  readonly direction: 'ltr' | 'rtl'
  readonly start: 'left' | 'right'
  readonly end: 'left' | 'right'
}

const SIDES: Readonly<Record<'ltr' | 'rtl', Sides>> = {
  ltr: Object.freeze({direction: 'ltr', start: 'left', end: 'right'}),
  rtl: Object.freeze({direction: 'rtl', start: 'right', end: 'left'}),
}

/** The same object for the same direction. */
export const sidesOf = (direction: 'ltr' | 'rtl'): Sides => SIDES[direction]
