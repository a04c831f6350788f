/** A table in plain text: aligned columns where they fit the line, else each row as labelled lines. */
import type {Table} from '../../content/model.ts'
import {narrowed, prefixed, wrap} from './wrap.ts'

/** The widest table without wrapping, in columns. */
const WIDEST = 100
const GAP = '   '

type Row = readonly string[]

const tidy = (cell: string): string => cell.replace(/\s+/g, ' ').trim()

const aligned = (rows: readonly Row[], widths: readonly number[], header: boolean): string => {
  const lines = rows.map((row) =>
    widths
      .map((width, column) => (row[column] ?? '').padEnd(width))
      .join(GAP)
      .trimEnd(),
  )
  const [first = '', ...rest] = lines
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP)
  return (header ? [first, rule, ...rest] : lines).join('\n')
}

/** `Header: cell` lines, a blank line between rows; without a header, the cells alone. */
const labelled = (rows: readonly Row[], header: boolean, width: number): string => {
  const [labels = [], ...below] = rows
  const body = header && below.length > 0 ? below : rows
  return body
    .map((row) =>
      row
        .flatMap((cell, column) => {
          const label = body === below ? (labels[column] ?? '') : ''
          const line = label === '' ? cell : `${label}: ${cell}`
          return cell === '' ? [] : [line]
        })
        .map((line, index) =>
          prefixed(wrap(line, narrowed(width, 2)), index === 0 ? '- ' : '  ', '  '),
        )
        .join('\n'),
    )
    .filter((row) => row !== '')
    .join('\n\n')
}

/** The caption first, as a line of its own. */
export const tableText = (table: Table, width: number): string => {
  const rows = table.rows.map(({cells}) => cells.map(tidy))
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({length: columns}, (_, column) =>
    rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0),
  )
  const total = widths.reduce((sum, each) => sum + each, GAP.length * (columns - 1))
  const body =
    total <= Math.min(width, WIDEST)
      ? aligned(rows, widths, table.header)
      : labelled(rows, table.header, width)
  const caption = table.caption === undefined ? [] : wrap(table.caption, width)
  return [...caption, body].filter((part) => part !== '').join('\n')
}
