import Table from 'cli-table3'
import colors from 'picocolors'
import {NO_BORDERS} from '../report.ts'

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const made = new Table({
    head: head.map((title) => colors.dim(title)),
    chars: NO_BORDERS,
    style: {head: [], border: [], 'padding-left': 0, 'padding-right': 0},
  })
  made.push(...rows.map((row) => [...row]))
  return made.toString().replace(/[ ]+$/gm, '')
}

export const orAll = (names: readonly string[]): string =>
  names.length === 0 ? 'all' : names.join(', ')

export const minute = (time: Date): string =>
  `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
