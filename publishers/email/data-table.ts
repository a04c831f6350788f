/** A table of the text, with header cells that a screen reader can announce. */
import type {Table} from '../../content/model.ts'
import {escapeHtml} from '../html/escape.ts'
import {COLOR, css, FONT, type Sides} from './style.ts'

const cellStyle = (sides: Sides, isHeader: boolean): string =>
  css({
    padding: '8px 10px',
    border: `1px solid ${COLOR.line}`,
    'text-align': sides.start,
    'vertical-align': 'top',
    // Words stay whole, whatever the text around the table does.
    'overflow-wrap': 'break-word',
    'word-break': 'normal',
    ...(isHeader ? {'background-color': COLOR.tint, 'font-weight': 'bold'} : {}),
  })

const cells = (row: Table['rows'][number], columns: number, sides: Sides, isHeader: boolean) => {
  const [open, close] = isHeader ? ['th scope="col"', 'th'] : ['td', 'td']
  // A short row is filled up, so that its cells stand under their headers.
  return Array.from({length: columns}, (_, column) => {
    const text = escapeHtml(row.cells[column] ?? '').replaceAll('\n', '<br>')
    return `<${open} align="${sides.start}" style="${cellStyle(sides, isHeader)}">${text}</${close}>`
  }).join('\n')
}

export const tableHtml = (table: Table, sides: Sides): string => {
  const columns = table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const rows = table.rows.map(
    (row, index) => `<tr>\n${cells(row, columns, sides, table.header && index === 0)}\n</tr>\n`,
  )
  const caption =
    table.caption === undefined
      ? ''
      : `<caption style="caption-side:top;padding:0 0 8px;text-align:${sides.start};color:${COLOR.quiet}">${escapeHtml(table.caption)}</caption>\n`
  const style = css({width: '100%', 'border-collapse': 'collapse'})
  return `<div style="margin:8px 0 24px;overflow-x:auto">
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${style};${FONT.small}">
${caption}${rows.join('')}</table>
</div>
`
}
