/** A text block's children as Markdown: one pass, span by span. */
import {isPortableTextSpan} from '@portabletext/toolkit'
import {formatNumbers} from '../../content/citations.ts'
import type {Link, Span, TextBlock} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'
import {placeCitations} from '../citation-placement.ts'
import type {TextOptions} from '../text/options.ts'
import {scripted} from '../text/scripts.ts'
import {brokenLines, escapeWords, linkDestination} from './escape.ts'

/** `strong` and `em` by what stands around the words. */
const SIGNS: Readonly<Record<string, string>> = {strong: '**', em: '*', 'strong em': '***'}

interface Piece {
  readonly text: string
  /** A key of SIGNS, or nothing. */
  readonly emphasis: string
  readonly href?: string
}

const LETTER = /[\p{L}\p{N}]/u

/**
 * Whether signs between the two would be read as emphasis wherever they stand (section 6.2): with a letter
 * inside they open and close after anything.
 */
const isSafe = (text: string): boolean => {
  const first = [...text].at(0) ?? ''
  const last = [...text].at(-1) ?? ''
  return LETTER.test(first) && LETTER.test(last)
}

/** White space inside the signs would undo them: it goes outside. Where they cannot work they are left out. */
const emphasised = (text: string, emphasis: string, isBesideAnother: boolean): string => {
  const sign = SIGNS[emphasis]
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  if (sign === undefined || isBesideAnother || !isSafe(inner)) return escapeWords(text)
  return `${before}${sign}${escapeWords(inner)}${sign}${after}`
}

interface Marks {
  readonly link: Link | undefined
  readonly script: 'sub' | 'sup' | undefined
  readonly emphasis: string
}

/** Throws UnknownBlockError for a mark it does not know. */
const readMarks = ({marks}: Span, links: ReadonlyMap<string, Link>): Marks => {
  let link: Link | undefined
  let script: Marks['script']
  for (const mark of marks) {
    const definition = links.get(mark)
    if (definition !== undefined) {
      if (definition._type !== 'link') throw new UnknownBlockError('mark that is no link')
      link = definition
    } else if (mark === 'sub' || mark === 'sup') script = mark
    else if (mark !== 'strong' && mark !== 'em') throw new UnknownBlockError(`mark ${mark}`)
  }
  const emphasis = ['strong', 'em'].filter((mark) => marks.includes(mark)).join(' ')
  return {link, script, emphasis}
}

const piecesOf = (block: TextBlock, options: TextOptions): readonly Piece[] => {
  const links = new Map(block.markDefs.map((link) => [link._key, link]))
  const pieces: Piece[] = []
  let before = ''
  for (const child of placeCitations(block.children)) {
    if (child._type === 'citation') {
      const text = `[${formatNumbers(options.numbers(child.sources))}]`
      pieces.push({text, emphasis: ''})
      before += text
      continue
    }
    const kind: string = child._type
    if (!isPortableTextSpan({...child})) throw new UnknownBlockError(kind)
    const {link, script, emphasis} = readMarks(child, links)
    const text = script === undefined ? child.text : scripted(script, child.text, before)
    before += text
    if (text === '') continue
    const href = link?.href.startsWith('/') === true ? `${options.origin}${link.href}` : link?.href
    const piece = {text, emphasis, ...(href !== undefined && {href})}
    const last = pieces.at(-1)
    if (last !== undefined && last.emphasis === emphasis && last.href === href) {
      pieces[pieces.length - 1] = {...last, text: last.text + text}
    } else pieces.push(piece)
  }
  return pieces
}

/** A link whose words are white space alone shows its address. */
const linked = (words: string, href: string): string =>
  `[${words.trim() === '' ? escapeWords(href) : words.replaceAll('\n', ' ')}](${linkDestination(href)})`

/** White space at both ends is left out. Throws UnknownBlockError for an inline object or mark it does not know. */
export const inlineMarkdown = (block: TextBlock, options: TextOptions): string => {
  const pieces = piecesOf(block, options)
  let line = ''
  for (const [index, {text, emphasis, href}] of pieces.entries()) {
    const beside = [pieces[index - 1], pieces[index + 1]].some(
      (other) => other !== undefined && other.emphasis !== '' && emphasis !== '',
    )
    const words = emphasised(text, emphasis, beside)
    line += href === undefined ? words : linked(words, href)
  }
  return brokenLines(line)
}
