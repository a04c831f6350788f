/** Wraps text at spaces. A word that is longer than the line (an address) stays whole on a line of its own. */
import {BLANK, kindOf, LINE_END, WIDTH_UNKNOWN} from './characters.ts'

/** Combining marks and direction marks take no column. East Asian wide characters count as one. */
const INVISIBLE = /[\p{M}\p{Cf}]/gu

const columns = (word: string): number => Array.from(word.replace(INVISIBLE, '')).length

/** What wrapping would change where there is all the room in the world. */
const LOOSE = /^ |[\t\r\n\u2028\u2029]| {2}| $/

/** What `wrapOrdinary` may not meet: see characters.ts for what is known to take a column. */
const EXTRAORDINARY = /[^ !-\u00ac\u00ae-\u024f\u2010-\u2027]| {2}|^ | $/

const BLANKS = /[ \t]+/g

/** Text of a line, words one space apart; only where a line may break: a no-break space is part of its word. */
const tidy = (line: string, isLoose: boolean): string =>
  isLoose ? line.replace(BLANKS, ' ') : line

/**
 * Of a text whose every character takes a column, words one space apart: the last space that leaves the line
 * within `width` ends it, else the first one after.
 */
const wrapOrdinary = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let start = 0
  while (text.length - start > width) {
    const last = text.lastIndexOf(' ', start + width)
    const end = last > start ? last : text.indexOf(' ', start + width)
    if (end === -1) break
    lines.push(text.slice(start, end))
    start = end + 1
  }
  lines.push(text.slice(start))
  return lines
}

/** `text` in lines of at most `width` columns; its own line breaks are kept. */
export const wrap = (text: string, width: number): readonly string[] => {
  if (width === Infinity && !LOOSE.test(text)) return [text]
  if (!EXTRAORDINARY.test(text)) return wrapOrdinary(text, Math.max(0, width))
  const lines: string[] = []
  // The line so far: where its first word begins and its last one ends, and the columns they take.
  let first = -1
  let end = 0
  let used = 0
  let isLoose = false
  let at = 0
  for (;;) {
    let kind = kindOf(text, at)
    if (kind === BLANK) {
      at += 1
      continue
    }
    if (kind === LINE_END) {
      lines.push(first === -1 ? '' : tidy(text.slice(first, end), isLoose))
      if (at === text.length) return lines
      at += text.startsWith('\r\n', at) ? 2 : 1
      first = -1
      continue
    }
    const start = at
    let isKnown = true
    for (; kind !== BLANK && kind !== LINE_END; kind = kindOf(text, at)) {
      if (kind === WIDTH_UNKNOWN) isKnown = false
      at += 1
    }
    const size = isKnown ? at - start : columns(text.slice(start, at))
    if (first !== -1 && used + 1 + size > width) {
      lines.push(tidy(text.slice(first, end), isLoose))
      first = -1
    }
    if (first === -1) {
      first = start
      used = size
      isLoose = false
    } else {
      used += 1 + size
      if (start - end > 1 || text[end] !== ' ') isLoose = true
    }
    end = at
  }
}

/** `first` before the first line, `rest` before each other; a line left empty has no trailing space. */
export const prefixed = (lines: readonly string[], first: string, rest: string): string => {
  const [head, ...others] = lines
  if (head === undefined) return ''
  const start = `${first}${head}`.trimEnd()
  return others.length === 0
    ? start
    : others.reduce((text, line) => `${text}\n${`${rest}${line}`.trimEnd()}`, start)
}

/** Room for text behind a prefix; never so narrow that every word takes a line. */
export const narrowed = (width: number, prefix: number): number => Math.max(24, width - prefix)
