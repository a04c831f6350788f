/** Plain text, compared as a reader would: word for word, whatever the line breaks. */

/** HTML white space becomes one space (HTML 4.1 section 9.1; no-break spaces stay). */
export const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').trim()

/** Whether `text` begins with `words`, both collapsed, and goes on with a word of its own: 988 must not become 9881. */
export const beginsWith = (text: string, words: string): boolean =>
  `${collapse(text)} `.startsWith(`${words} `)
