/**
 * A text block's children as plain text. One flat pass: the toolkit's mark tree takes quadratic
 * time in the number of spans, and plain text has no use for its nesting.
 */
import {formatNumbers} from '../../content/citations.ts'
import {Lately} from '../../content/lately.ts'
import type {Citation, Link, PortableNode, TextBlock} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'
import {placeCitations} from '../citation-placement.ts'
import {isSpan} from './known.ts'
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

const NO_LINKS: ReadonlyMap<string, Link> = new Map()

const linksOf = ({markDefs}: TextBlock): ReadonlyMap<string, Link> =>
  markDefs.length === 0 ? NO_LINKS : new Map(markDefs.map((link) => [link._key, link]))

const NO_MARKS: Marks = {link: undefined, script: undefined}

/** Bold and italics leave no trace in plain text. Throws UnknownBlockError for any other mark. */
const readMarks = (marks: readonly string[], links: ReadonlyMap<string, Link>): Marks => {
  if (marks.length === 0) return NO_MARKS
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

/** `text` with the address of the link that began at `start`, if there is one. */
const closed = (text: string, link: Link | undefined, start: number, origin: string): string =>
  link === undefined ? text : text.slice(0, start) + linkText(text.slice(start), link.href, origin)

/** Throws UnknownBlockError for an inline object or mark it does not know. */
export const inlineText = (block: TextBlock, options: TextOptions): string => {
  const links = linksOf(block)
  let text = ''
  let link: Link | undefined
  let linkStart = 0
  let previous: Script
  for (const child of placeCitations(block.children)) {
    if (child._type === 'citation') {
      text = closed(text, link, linkStart, options.origin) + citationText(child, options)
      link = undefined
      previous = undefined
      continue
    }
    const kind: string = child._type
    if (!isSpan(child)) throw new UnknownBlockError(kind)
    const marks = readMarks(child.marks, links)
    if (marks.link !== link) {
      text = closed(text, link, linkStart, options.origin)
      link = marks.link
      linkStart = text.length
    }
    const {script} = marks
    text +=
      script === undefined || script === previous ? child.text : scripted(script, child.text, text)
    previous = script
  }
  return closed(text, link, linkStart, options.origin)
}

/** Inline texts of one text's blocks, for the article and the site they were made for. */
interface InlineTexts {
  readonly numbers: TextOptions['numbers']
  readonly origin: string
  readonly texts: (string | undefined)[]
}

const made = new Lately<readonly PortableNode[], InlineTexts>()

/**
 * `inlineText` of the blocks in `nodes`, by their place in it. A mail and a partner have the same, in lines
 * of another width: of frozen nodes what was made is kept, for the last that asked, since numbers and
 * origin are all else that the answer depends on.
 */
export const inlineTexts = (
  nodes: readonly PortableNode[],
  options: TextOptions,
): ((block: TextBlock, index: number) => string) => {
  const {numbers, origin} = options
  const before = made.get(nodes)
  const isSame = before !== undefined && before.numbers === numbers && before.origin === origin
  const {texts} = isSame ? before : {texts: []}
  if (!isSame && Object.isFrozen(nodes)) made.set(nodes, {numbers, origin, texts})
  return (block, index) => (texts[index] ??= inlineText(block, options))
}
