/**
 * Text into CommonMark 0.31 that reads as the same text, under GitHub's extensions too. An ASCII
 * punctuation sign may always be escaped by a backslash (section 2.4).
 */

/** Signs with a meaning anywhere in a line. */
const ANYWHERE = /[\\`*_[\]<>~|&#!$^@]/g

/** GitHub makes links of these, and reads what follows as a part of them, backslashes included. */
const BARE_LINK = /(?<=https?|ftp):(?=\/\/)|(?<=www)\./gi

/** What makes a list, a heading's underline or a table of a line that begins with it. */
const AT_START = /^(?:[-+=:]|\d{1,9}[.)])/

/** Words within a line. */
export const escapeWords = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(ANYWHERE, String.raw`\$&`)
    .replace(BARE_LINK, String.raw`\$&`)

/** Lines of escaped words as lines of one paragraph (hard breaks); empty ones are left out. */
export const brokenLines = (escaped: string): string =>
  escaped
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(AT_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`))
    .join('\\\n')

/** Running text, with hard breaks where it has line breaks of its own. */
export const escapeMarkdown = (text: string): string => brokenLines(escapeWords(text))

/** `(…)` of a link. Between `<` and `>` everything may stand but these and line breaks. */
export const linkDestination = (href: string): string =>
  `<${href.replace(/[\r\n]+/g, '').replace(/[\\<>&]/g, String.raw`\$&`)}>`
