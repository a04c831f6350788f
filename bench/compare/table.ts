/** Results as tables, for a terminal and for Markdown. */
import Table from 'cli-table3'
import {type Goal, type Judged, judgeAll} from './goals.ts'
import {CONTESTANTS, LABELS, type Outcome, type Results, typical} from './results.ts'

/** Three significant digits, and thousands in full. */
export const round = (value: number): string =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toLocaleString('en', {maximumSignificantDigits: 3})

const withUnit = (value: number, unit: Goal['unit']): string => `${round(value)} ${unit}`

const signed = ({bound, value, unit, articles}: Goal): string => {
  const at = articles === undefined ? '' : `, at ${articles.toLocaleString('en')}`
  return `${bound === 'at least' ? '≥' : '≤'} ${withUnit(value, unit)}${at}`
}

type Cells = readonly string[]

export interface Grid {
  readonly head: Cells
  /** Columns of numbers. */
  readonly right: readonly number[]
  readonly rows: readonly Cells[]
}

const told = (value: number | undefined): string => (value === undefined ? '–' : round(value))

const notMeasured = (outcome: Outcome | undefined): string => {
  if (outcome === undefined) return 'left out'
  return outcome.kind === 'measured' ? '' : `${outcome.kind}: ${outcome.why}`
}

/** Whoever was to be measured, the absent included; `× Hugo` is articles a second. */
export const contestantGrid = (results: Results): Grid => {
  const hugo = typical(results.contestants.hugo)
  const rows = CONTESTANTS.filter((id) => results.contestants[id] !== undefined).map((id) => {
    const {name, makes} = LABELS[id]
    const outcome = results.contestants[id]
    const figures = typical(outcome)
    if (figures === undefined) return [name, notMeasured(outcome), '–', '–', '–', '–', '–']
    const {seconds, cpuSeconds, megabytes} = figures
    return [
      name,
      makes,
      round(seconds),
      round(results.articles / seconds),
      told(cpuSeconds),
      told(megabytes),
      told(hugo && hugo.seconds / seconds),
    ]
  })
  const head = ['', 'makes', 'seconds', 'articles/s', 'CPU s', 'peak MB', '× Hugo']
  return {head, right: [2, 3, 4, 5, 6], rows}
}

const judgedRow = ({goal, value, verdict, why}: Judged): Cells => [
  goal.name,
  value === undefined ? '–' : withUnit(value, goal.unit),
  signed(goal),
  why === undefined ? verdict : `${verdict} (${why})`,
]

/** Every goal, the ratio beside it. `all`: of this run of the bench, every size. */
export const goalGrid = (results: Results, all: readonly Results[]): Grid => ({
  head: ['', 'measured', 'goal', ''],
  right: [1],
  rows: judgeAll(results, all).map(judgedRow),
})

/** For a terminal. */
export const terminalTable = ({head, right, rows}: Grid): string => {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, column) => (right.includes(column) ? 'right' : 'left')),
    style: {head: [], border: []},
  })
  table.push(...rows.map((row) => [...row]))
  return table.toString()
}

const line = (cells: Cells): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`

export const markdownTable = ({head, right, rows}: Grid): string =>
  [
    line(head),
    line(head.map((_, column) => (right.includes(column) ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n')

/** `medians of 3 rounds` */
export const readingsOf = ({rounds}: Results): string =>
  rounds === 1 ? 'one round' : `medians of ${rounds} rounds`

/** Where, with what, how much and how often. */
export const aboutLine = (results: Results): string => {
  const {articles, bytes, machine, versions} = results
  const {processor, cores, gigabytes, system} = machine
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  const corpus = `${articles.toLocaleString('en')} articles (${round(bytes / 1e6)} MB)`
  return `${corpus}, ${readingsOf(results)}. ${processor}, ${cores} cores, ${gigabytes} GB, ${system}. ${names.join(', ')}.`
}
