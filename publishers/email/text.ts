/** The text part's own layout: 72 columns, which leaves room for a reply's quote signs. */
import {prefixed, wrap} from '../text/wrap.ts'

export const TEXT_WIDTH = 72

export const paragraph = (text: string): string => wrap(text, TEXT_WIDTH).join('\n')

/** `sign` before the first line, the same width of blanks before the others. */
export const item = (sign: string, text: string): string =>
  prefixed(wrap(text, TEXT_WIDTH - sign.length), sign, ' '.repeat(sign.length))

/** `# Title`, `## Section`: as many signs as the heading's level. */
export const heading = (level: 1 | 2, text: string): string =>
  prefixed(wrap(text, TEXT_WIDTH - level - 1), `${'#'.repeat(level)} `, ' '.repeat(level + 1))

/** Label, then the address on a line of its own, where no mail program breaks it. */
export const linkLine = (label: string, href: string): string => `${paragraph(label)}:\n${href}`
