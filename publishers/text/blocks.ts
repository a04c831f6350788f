/**
 * Portable Text of the model as plain text. Nothing is skipped: every block, style, mark and list
 * kind either has its form here or throws UnknownBlockError. Headings carry as many `#` as their
 * level in the page (h3, h4), quotations `> `, call-outs a bar `| `. Bold and italics are lost.
 */
import type {PortableNode, TextBlock, Warning} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'
import {barred, figureText, helplineText, warningHeading, withinBar} from './call-outs.ts'
import {inlineTexts} from './inline.ts'
import {isBlock} from './known.ts'
import {listMarkers} from './list-marker.ts'
import type {TextOptions} from './options.ts'
import {tableText} from './table.ts'
import {narrowed, prefixed, wrap} from './wrap.ts'

interface Prefix {
  readonly first: string
  readonly rest: string
}

const STYLES: ReadonlyMap<string, Prefix> = new Map([
  ['normal', {first: '', rest: ''}],
  ['h3', {first: '### ', rest: ''}],
  ['h4', {first: '#### ', rest: ''}],
  ['blockquote', {first: '> ', rest: '> '}],
])

const paragraph = (text: string, {first, rest}: Prefix, options: TextOptions): string => {
  const width = narrowed(options.width ?? Infinity, Math.max(first.length, rest.length))
  return prefixed(wrap(text, width), first, rest)
}

/** Of a block that is no item of a list. */
const prefixOf = (block: TextBlock): Prefix => {
  if (!isBlock(block)) throw new UnknownBlockError('block')
  const prefix = STYLES.get(block.style)
  if (prefix === undefined) throw new UnknownBlockError(`style ${block.style}`)
  return prefix
}

/** A call-out: severity and title, then the body, behind a bar. */
export const warningText = (warning: Warning, options: TextOptions): string => {
  const inner = withinBar(options)
  const body = blocksText(warning.body, inner)
  return barred(`${warningHeading(warning, inner)}\n${body}`)
}

/** Every block that is not running text. */
const objectText = (node: Exclude<PortableNode, TextBlock>, options: TextOptions): string => {
  const kind: string = node._type
  switch (node._type) {
    case 'figure':
      return figureText(node, options)
    case 'table':
      return tableText(node, options.width ?? Infinity)
    case 'helplineRef':
      return helplineText(node.helpline, options)
    case 'warningRef':
      return warningText(node.warning, options)
    default:
      throw new UnknownBlockError(kind)
  }
}

/** Blocks apart by a blank line, items of one list by a line break; no final line break. */
export const blocksText = (nodes: readonly PortableNode[], options: TextOptions): string => {
  const inline = inlineTexts(nodes, options)
  let whole = ''
  let marker = listMarkers()
  let inList = false
  for (const [index, node] of nodes.entries()) {
    const isItem = node._type === 'block' && node.listItem !== undefined
    if (isItem && !inList) marker = listMarkers()
    let text: string
    if (node._type === 'block') {
      const prefix = isItem ? marker(node) : prefixOf(node)
      text = paragraph(inline(node, index), prefix, options)
    } else text = objectText(node, options)
    if (text !== '') {
      if (whole !== '') whole += isItem && inList ? '\n' : '\n\n'
      whole += text
    }
    inList = isItem
  }
  return whole
}
