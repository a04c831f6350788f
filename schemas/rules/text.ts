/** Rules for words: their length, and characters that would not survive a headline or a mail header. */
import {advise, firstOf, type Verdict} from '../verdict.ts'

const LINE_BREAK = /[\n\v\f\r\u{85}\u{2028}\u{2029}]/u

/** U+202A to U+202E: they can make a text read as another one (UAX 9, section 2). */
const OVERRIDE = /[\u{202a}-\u{202e}]/u

const DIRECTION = /[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['\u{202a}', '\u{202c}'],
  ['\u{202b}', '\u{202c}'],
  ['\u{202d}', '\u{202c}'],
  ['\u{202e}', '\u{202c}'],
  ['\u{2066}', '\u{2069}'],
  ['\u{2067}', '\u{2069}'],
  ['\u{2068}', '\u{2069}'],
])

const isClosed = (text: string): boolean => {
  const open: string[] = []
  for (const [character] of text.matchAll(DIRECTION)) {
    const closer = CLOSERS.get(character)
    if (closer !== undefined) open.push(closer)
    else if (open.pop() !== character) return false
  }
  return open.length === 0
}

const written = (text: string): Verdict =>
  text === '' || text.trim() !== ''
    ? true
    : advise('There are only spaces here. Write something, or empty the field.')

/** Direction characters that are opened must be closed, or the text after them turns round. */
export const closedDirections = (text: string | undefined): Verdict =>
  text === undefined || isClosed(text)
    ? true
    : advise(
        'An invisible text-direction character is not closed. Delete the words around it and type them again.',
      )

const oneLine = (text: string): Verdict => {
  if (LINE_BREAK.test(text)) {
    return advise('There is a line break in this. Delete it, so that it is one line.')
  }
  if (OVERRIDE.test(text)) {
    return advise(
      'There is an invisible character that turns text round. Delete this and type it again instead of pasting it.',
    )
  }
  return closedDirections(text)
}

const short = (text: string, max: number): Verdict =>
  text.length <= max
    ? true
    : advise(`This has ${text.length} characters. Shorten it to ${max} or fewer.`)

/** One line of at most `max` characters (UTF-16 units, as the Studio counts). */
export const line =
  (max: number) =>
  (text: string | undefined): Verdict =>
    text === undefined ? true : firstOf([written(text), oneLine(text), short(text, max)])

/** A few sentences of at most `max` characters; line breaks are fine. */
export const prose =
  (max: number) =>
  (text: string | undefined): Verdict =>
    text === undefined ? true : firstOf([written(text), closedDirections(text), short(text, max)])
