/** A notice's line in the text part. */
import {lineText, type NoticeLine, SEPARATOR} from '../../crisis-notice/lines.ts'
import {wrap} from '../text/wrap.ts'
import {TEXT_WIDTH} from './text.ts'

/**
 * A line of the notice in at most 72 columns where that can be: a helpline's line breaks only before
 * a separator, so that no number is divided. White space aside, it stays the line it was.
 */
export const lineBlock = (line: NoticeLine): string => {
  if (line.kind !== 'helpline') return wrap(lineText(line), TEXT_WIDTH).join('\n')
  const [first = '', ...parts] = lineText(line).split(SEPARATOR)
  const lines: string[] = []
  let current = first
  for (const part of parts) {
    const longer = current + SEPARATOR + part
    if (longer.length <= TEXT_WIDTH) current = longer
    else {
      lines.push(current)
      current = ` ${SEPARATOR.trimEnd()} ${part}`
    }
  }
  return [...lines, current].join('\n')
}
