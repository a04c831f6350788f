/** Wrapping by lists of words: what the one in one pass is held to. */

/** Combining marks and direction marks take no column. East Asian wide characters count as one. */
const INVISIBLE = /[\p{M}\p{Cf}]/gu

/** A column a character, and none of them white space but the space. */
const PLAIN = /^[\x20-\x7e]*$/

const columns = (word: string): number =>
  PLAIN.test(word) ? word.length : Array.from(word.replace(INVISIBLE, '')).length

/** White space that wrapping would change. */
const LOOSE = /^[ \t]|\t| {2}|[ \t]$/

const wrapLine = (line: string, width: number): readonly string[] => {
  const hasRoom = width === Infinity || (line.length <= width && PLAIN.test(line))
  if (hasRoom && !LOOSE.test(line)) return [line]
  // Only spaces where a line may break: a no-break space is part of its word.
  const words = line.split(/[ \t]+/).filter((word) => word !== '')
  if (width === Infinity) return [words.join(' ')]
  const lines: string[] = []
  let current: string[] = []
  let used = 0
  for (const word of words) {
    const size = columns(word)
    if (current.length > 0 && used + 1 + size > width) {
      lines.push(current.join(' '))
      current = []
      used = 0
    }
    used += current.length === 0 ? size : size + 1
    current.push(word)
  }
  return [...lines, current.join(' ')]
}

/** `text` in lines of at most `width` columns; its own line breaks are kept. */
export const plainWrap = (text: string, width: number): readonly string[] =>
  text.split(/\r\n?|[\n\u2028\u2029]/).flatMap((line) => wrapLine(line, width))

/** `first` before the first line, `rest` before each other; a line left empty has no trailing space. */
export const plainPrefixed = (lines: readonly string[], first: string, rest: string): string =>
  lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd()).join('\n')
