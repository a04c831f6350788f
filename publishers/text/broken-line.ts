/** A line of the notice or of a helpline, too long for its column. */
import {SEPARATOR} from '../../crisis-notice/lines.ts'

/** A line that goes on starts with the sign that divides its parts. */
const GOES_ON = ` ${SEPARATOR.trimEnd()} `

/**
 * In at most `width` columns where that can be: it breaks only before a separator, so that no number is
 * divided. White space aside, it stays the line it was.
 */
export const brokenLine = (line: string, width: number): string => {
  const [first = '', ...parts] = line.split(SEPARATOR)
  const lines: string[] = []
  let current = first
  for (const part of parts) {
    const longer = current + SEPARATOR + part
    if (longer.length <= width) current = longer
    else {
      lines.push(current)
      current = GOES_ON + part
    }
  }
  return [...lines, current].join('\n')
}
