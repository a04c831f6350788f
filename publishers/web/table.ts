/** A table that scrolls by itself where it is wider than the screen, by touch and by keyboard. */
import type {Table} from '../../content/model.ts'
import {attribute} from '../html/escape.ts'
import {tableHtml} from '../html/table.ts'

/** The frame takes focus (WCAG 2.2, 2.1.1), so it needs a name: the caption, else the header row. */
const labelOf = ({caption, rows}: Table): string => caption ?? (rows[0]?.cells ?? []).join(', ')

export const scrollingTable = (table: Table): string =>
  `<div class="table" role="region" tabindex="0"${attribute('aria-label', labelOf(table))}>\n${tableHtml(table)}</div>\n`
