/** Text into XML 1.0. */
import {escapeHtml} from '../html/escape.ts'

/** All that is not a Char (XML 1.0, section 2.2), lone surrogates included, is left out. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Safe between tags and in double-quoted attributes. */
export const escapeXml = (text: string): string => escapeHtml(text.replace(FORBIDDEN, ''))
