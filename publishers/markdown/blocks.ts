/** Portable Text of the model as Markdown. Nothing is skipped: what has no form here throws UnknownBlockError. */
import {isPortableTextBlock} from '@portabletext/toolkit'
import type {Figure, PortableNode, Table, TextBlock, Warning} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'
import {phrases} from '../phrases.ts'
import type {TextOptions} from '../text/options.ts'
import {escapeMarkdown, linkDestination} from './escape.ts'
import {inlineMarkdown} from './inline.ts'
import {helplineMarkdown} from './notice.ts'

export interface MarkdownOptions extends Required<Omit<TextOptions, 'width'>> {
  /** An image's address, absolute. */
  readonly imageUrl: (url: string) => string
}

const STYLES: ReadonlyMap<string, string> = new Map([
  ['normal', ''],
  ['h3', '### '],
  ['h4', '#### '],
  ['blockquote', '> '],
])

/** `first` before the first line, as many spaces or the same sign before each other. */
const prefixed = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n')

export const quotedMarkdown = (text: string): string => prefixed(text, '> ', '> ')

/** A heading is one line: a line break within it becomes a space. */
export const headingMarkdown = (level: number, text: string): string =>
  `${'#'.repeat(level)} ${escapeMarkdown(text.replace(/\s+/g, ' ').trim())}`

const styled = (block: TextBlock, options: TextOptions): string => {
  const sign = STYLES.get(block.style)
  if (sign === undefined) throw new UnknownBlockError(`style ${block.style}`)
  const text = inlineMarkdown(block, options)
  if (text === '') return ''
  if (sign.startsWith('#')) return `${sign}${text.replaceAll('\\\n', ' ')}`
  return prefixed(text, sign, sign)
}

const figureMarkdown = ({image, alt, caption}: Figure, options: MarkdownOptions): string => {
  const words = escapeMarkdown(alt.replace(/\s+/g, ' '))
  const picture = `![${words}](${linkDestination(options.imageUrl(image.url))})`
  return [picture, ...(caption === undefined ? [] : [escapeMarkdown(caption)])].join('\n\n')
}

/** With GitHub's extension; without it the rows are lines, the cells apart by bars. */
const tableMarkdown = ({rows, header, caption}: Table): string => {
  const cells = rows.map((row) =>
    row.cells.map((cell) => escapeMarkdown(cell.replace(/\s+/g, ' ').trim())),
  )
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const line = (row: readonly string[]): string =>
    `| ${Array.from({length: columns}, (_, column) => row[column] ?? '').join(' | ')} |`
  const [first = [], ...others] = cells
  const head = header ? first : []
  const body = header ? others : cells
  const table = [line(head), `|${' --- |'.repeat(columns)}`, ...body.map(line)].join('\n')
  const above = caption === undefined ? [] : [escapeMarkdown(caption)]
  return [...above, ...(columns === 0 ? [] : [table])].join('\n\n')
}

/** Severity in words, title, body. */
export const warningMarkdown = (warning: Warning, options: MarkdownOptions): string => {
  const {severity, title, body} = warning
  const label = phrases(options.language).severity[severity]
  const heading = escapeMarkdown(`${label}: ${title.replace(/\s+/g, ' ')}`)
  return quotedMarkdown([heading, blocksMarkdown(body, options)].join('\n\n'))
}

const blockMarkdown = (node: PortableNode, options: MarkdownOptions): string => {
  const kind: string = node._type
  switch (node._type) {
    case 'block':
      if (!isPortableTextBlock({...node})) throw new UnknownBlockError(kind)
      return styled(node, options)
    case 'figure':
      return figureMarkdown(node, options)
    case 'table':
      return tableMarkdown(node)
    case 'helplineRef':
      return quotedMarkdown(helplineMarkdown(node.helpline, options.noticeLanguage))
    case 'warningRef':
      return warningMarkdown(node.warning, options)
    default:
      throw new UnknownBlockError(kind)
  }
}

interface Level {
  readonly kind: string
  readonly count: number
  /** Columns of what stands before the text. */
  readonly width: number
}

/** Markers of one run of items. An item that is nested deeper than its list allows hangs below the one before. */
const markers = (): ((item: TextBlock) => string) => {
  let levels: readonly Level[] = []
  return ({listItem: kind = '', level = 1}) => {
    if (kind !== 'bullet' && kind !== 'number') throw new UnknownBlockError(`list item ${kind}`)
    const above = levels.slice(0, Math.max(0, Math.trunc(level) - 1))
    const before = levels[above.length]
    const count = before?.kind === kind ? before.count + 1 : 1
    const sign = kind === 'bullet' ? '- ' : `${count}. `
    levels = [...above, {kind, count, width: sign.length}]
    return `${' '.repeat(above.reduce((sum, {width}) => sum + width, 0))}${sign}`
  }
}

/** Blocks apart by a blank line, items of one list by a line break; no final line break. */
export const blocksMarkdown = (
  nodes: readonly PortableNode[],
  options: MarkdownOptions,
): string => {
  const parts: string[] = []
  let marker = markers()
  let inList = false
  for (const node of nodes) {
    const isItem = node._type === 'block' && node.listItem !== undefined
    if (isItem && !inList) marker = markers()
    let text: string
    if (isItem) {
      const sign = marker(node)
      text = prefixed(inlineMarkdown(node, options), sign, ' '.repeat(sign.length))
    } else text = blockMarkdown(node, options)
    if (text !== '') {
      if (parts.length > 0) parts.push(isItem && inList ? '\n' : '\n\n')
      parts.push(text)
    }
    inList = isItem
  }
  return parts.join('')
}
