/**
 * Inline styles, since many clients drop style sheets. Every colour of text comes with the ground
 * it stands on and passes 4.5:1 there (WCAG 2.2, 1.4.3), so a client that darkens both by force
 * keeps them apart; no colour depends on prefers-color-scheme, which Gmail does not know.
 */

export const COLOR = {
  page: '#efe9dd', // warm sand
  paper: '#ffffff',
  ink: '#1d2b30',
  quiet: '#52626a', // 6.3:1 on paper, 5.2:1 on page
  link: '#0b5d69', // 7.3:1 on paper
  line: '#d8d2c4',
  tint: '#f3f6f4', // pale sage
  harbour: '#14424d', // the notice's ground; white on it 10.7:1
  sail: '#fdf6e6', // on harbour 9.9:1
  lamp: '#f9c45e', // on harbour 6.7:1
} as const

const SANS = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const SERIF = "Georgia,'Times New Roman',serif"

/** Name to value, as one style attribute's content. */
export const css = (rules: Readonly<Record<string, string>>): string =>
  Object.entries(rules)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

export const FONT = {
  body: `font-family:${SANS};font-size:17px;line-height:1.6`,
  small: `font-family:${SANS};font-size:14px;line-height:1.55`,
  note: `font-family:${SANS};font-size:16px;line-height:1.55`,
  title: `font-family:${SERIF};font-size:30px;line-height:1.2;font-weight:bold`,
  heading: `font-family:${SERIF};font-size:23px;line-height:1.3;font-weight:bold`,
  subheading: `font-family:${SERIF};font-size:19px;line-height:1.35;font-weight:bold`,
  minor: `font-family:${SANS};font-size:17px;line-height:1.4;font-weight:bold`,
} as const

/** Left and right in the mail's writing direction; logical properties are unknown to Outlook. */
export interface Sides {
  readonly direction: 'ltr' | 'rtl'
  readonly start: 'left' | 'right'
  readonly end: 'left' | 'right'
}

export const sidesOf = (direction: 'ltr' | 'rtl'): Sides =>
  direction === 'ltr'
    ? {direction, start: 'left', end: 'right'}
    : {direction, start: 'right', end: 'left'}
