/** A line of the notice in the text part. */
import {lineText, type NoticeLine} from '../../crisis-notice/lines.ts'
import {brokenLine} from '../text/broken-line.ts'
import {wrap} from '../text/wrap.ts'
import {TEXT_WIDTH} from './text.ts'

/** In at most 72 columns where that can be. White space aside, it stays the line it was. */
export const lineBlock = (line: NoticeLine): string =>
  line.kind === 'helpline'
    ? brokenLine(lineText(line), TEXT_WIDTH)
    : wrap(lineText(line), TEXT_WIDTH).join('\n')
