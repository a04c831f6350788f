/** Plain text, compared as a reader would: word for word, whatever the line breaks. */

/** HTML white space becomes one space (HTML 4.1 section 9.1; no-break spaces stay). */
export const collapse = (text: string): string =>
  // Stryker disable next-line ConditionalExpression: most texts have nothing to collapse; saves time only
  (/[\t\n\r\f]| {2}/.test(text) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text).trim()

/** White space between the words, of which a text may hold this much before all of it is read. */
const ROOM = 1000

/** Whether `text` begins with `words`, both collapsed, and goes on with a word of its own: 988 must not become 9881. */
export const beginsWith = (text: string, words: string): boolean => {
  // A text collapsed up to any place is the beginning of the whole collapsed.
  const head = collapse(text.slice(0, words.length + ROOM))
  // Stryker disable next-line ConditionalExpression,EqualityOperator: a whole mail took 3% of the gate's time
  const enough = head.length > words.length ? head : collapse(text)
  return `${enough} `.startsWith(`${words} `)
}

/** What a terminal or viewer would act upon instead of showing it: all of C0 but tab and line break, DEL, C1. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

export const controlReason = (text: string): string | undefined =>
  CONTROL.test(text) ? 'there is a control character in it' : undefined

/** A text that begins with the notice. */
export const plainTextReason = (text: string, words: string): string | undefined =>
  controlReason(text) ?? (beginsWith(text, words) ? undefined : 'it does not begin with it')
