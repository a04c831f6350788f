/**
 * Portable Text of the model as plain text. Nothing is skipped: every block, style, mark and list
 * kind either has its form here or throws UnknownBlockError. Headings carry as many `#` as their
 * level in the page (h3, h4), quotations `> `, call-outs a bar `| `. Bold and italics are lost.
 */
import {isPortableTextBlock} from '@portabletext/toolkit'
import type {PortableNode, TextBlock, Warning} from '../../content/model.ts'
import {UnknownBlockError} from '../../errors.ts'
import {barred, figureText, helplineText, warningHeading, withinBar} from './call-outs.ts'
import {inlineText} from './inline.ts'
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

const paragraph = (block: TextBlock, {first, rest}: Prefix, options: TextOptions): string => {
  const width = narrowed(options.width ?? Infinity, Math.max(first.length, rest.length))
  return prefixed(wrap(inlineText(block, options), width), first, rest)
}

const styled = (block: TextBlock, options: TextOptions): string => {
  const prefix = STYLES.get(block.style)
  if (prefix === undefined) throw new UnknownBlockError(`style ${block.style}`)
  return paragraph(block, prefix, options)
}

/** A call-out: severity and title, then the body, behind a bar. */
export const warningText = (warning: Warning, options: TextOptions): string => {
  const inner = withinBar(options)
  const body = blocksText(warning.body, inner)
  return barred(`${warningHeading(warning, inner)}\n${body}`)
}

/** Every block that is not an item of a list. */
const blockText = (node: PortableNode, options: TextOptions): string => {
  const kind: string = node._type
  switch (node._type) {
    case 'block':
      if (!isPortableTextBlock({...node})) throw new UnknownBlockError(kind)
      return styled(node, options)
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
  const parts: string[] = []
  let marker = listMarkers()
  let inList = false
  for (const node of nodes) {
    const isItem = node._type === 'block' && node.listItem !== undefined
    if (isItem && !inList) marker = listMarkers()
    const text = isItem ? paragraph(node, marker(node), options) : blockText(node, options)
    if (text !== '') {
      if (parts.length > 0) parts.push(isItem && inList ? '\n' : '\n\n')
      parts.push(text)
    }
    inList = isItem
  }
  return parts.join('')
}
