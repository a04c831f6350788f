/** A table of text; header cells say that they head their column. */
import type {Table} from '../../content/model.ts'
import {escapeHtml} from './escape.ts'

/** Line breaks inside a cell stay. */
const cellText = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

const rowHtml = (cells: readonly string[], open: string, close: string): string =>
  `<tr>${cells.map((cell) => `<${open}>${cellText(cell)}</${close}>`).join('')}</tr>\n`

export const tableHtml = ({rows, header, caption}: Table): string => {
  const [first, ...others] = rows
  const head = header ? first : undefined
  const body = header ? others : rows
  return [
    '<table>\n',
    caption === undefined ? '' : `<caption>${escapeHtml(caption)}</caption>\n`,
    head === undefined ? '' : `<thead>\n${rowHtml(head.cells, 'th scope="col"', 'th')}</thead>\n`,
    `<tbody>\n${body.map(({cells}) => rowHtml(cells, 'td', 'td')).join('')}</tbody>\n`,
    '</table>\n',
  ].join('')
}
