/**
 * A text block's children as plain text. One flat pass: the toolkit's mark tree takes quadratic
 * time in the number of spans, and plain text has no use for its nesting.
 */
import {isPortableTextSpan} from '@portabletext/toolkit'
import {formatNumbers} from '../../content/citations.ts'
import type {Citation, Link, TextBlock} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'
import {placeCitations} from '../citation-placement.ts'
import {linkText} from './links.ts'
import type {TextOptions} from './options.ts'
import {scripted} from './scripts.ts'

/** `[1]`, `[1,3-5]`. Throws RangeError for a source that has no number. */
const citationText = ({sources}: Citation, {numbers}: TextOptions): string =>
  `[${formatNumbers(numbers(sources))}]`

type Script = 'sub' | 'sup' | undefined

interface Marks {
  readonly link: Link | undefined
  readonly script: Script
}

/** Bold and italics leave no trace in plain text. Throws UnknownBlockError for any other mark. */
const readMarks = (marks: readonly string[], links: ReadonlyMap<string, Link>): Marks => {
  let link: Link | undefined
  let script: Script
  for (const mark of marks) {
    const definition = links.get(mark)
    if (definition !== undefined) {
      if (definition._type !== 'link') throw new UnknownBlockError('mark that is no link')
      link = definition
    } else if (mark === 'sub' || mark === 'sup') script = mark
    else if (mark !== 'strong' && mark !== 'em') throw new UnknownBlockError(`mark ${mark}`)
  }
  return {link, script}
}

/** Throws UnknownBlockError for an inline object or mark it does not know. */
export const inlineText = (block: TextBlock, options: TextOptions): string => {
  const links = new Map(block.markDefs.map((link) => [link._key, link]))
  let text = ''
  let link: Link | undefined
  let linkStart = 0
  let previous: Script
  const closeLink = () => {
    if (link === undefined) return
    text = text.slice(0, linkStart) + linkText(text.slice(linkStart), link.href, options.origin)
    link = undefined
  }
  for (const child of placeCitations(block.children)) {
    if (child._type === 'citation') {
      closeLink()
      text += citationText(child, options)
      previous = undefined
      continue
    }
    const kind: string = child._type
    if (!isPortableTextSpan({...child})) throw new UnknownBlockError(kind)
    const marks = readMarks(child.marks, links)
    if (marks.link !== link) {
      closeLink()
      link = marks.link
      linkStart = text.length
    }
    const {script} = marks
    text +=
      script === undefined || script === previous ? child.text : scripted(script, child.text, text)
    previous = script
  }
  closeLink()
  return text
}
