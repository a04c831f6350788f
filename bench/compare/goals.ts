/** The goals, as data, and whether they are met. */
import {type ContestantId, type FigureId, LABELS, median, type Results, typical} from './results.ts'

type Measure =
  /** Articles a second, as a multiple of another's. */
  | {readonly kind: 'speed'; readonly of: ContestantId; readonly to: ContestantId}
  | {readonly kind: 'figure'; readonly of: FigureId}
  /** Peak, in MB. */
  | {readonly kind: 'memory'; readonly of: ContestantId}
  /** Peak, as a multiple of that at half as many articles. */
  | {readonly kind: 'growth'; readonly of: ContestantId}

export interface Goal {
  readonly name: string
  readonly measure: Measure
  readonly bound: 'at least' | 'at most'
  readonly value: number
  readonly unit: '×' | 's' | 'ms' | 'MB'
  /** The size of the dataset it is set for; any when absent. */
  readonly articles?: number
}

const TEN = {articles: 10_000, unit: '×', bound: 'at least'} as const
const HUNDRED = {articles: 100_000, bound: 'at most'} as const

export const GOALS: readonly Goal[] = [
  {name: 'web to Hugo', measure: {kind: 'speed', of: 'web', to: 'hugo'}, value: 1, ...TEN},
  {
    name: 'four channels to Hugo',
    measure: {kind: 'speed', of: 'four', to: 'hugo'},
    value: 0.5,
    ...TEN,
  },
  {
    name: 'four channels to Astro',
    measure: {kind: 'speed', of: 'four', to: 'astro'},
    value: 6,
    ...TEN,
  },
  {
    name: 'four channels to Eleventy',
    measure: {kind: 'speed', of: 'four', to: 'eleventy'},
    value: 2,
    ...TEN,
  },
  {
    name: 'serializer to toHTML',
    measure: {kind: 'figure', of: 'serializer'},
    bound: 'at least',
    value: 2.5,
    unit: '×',
  },
  {
    name: 'peak memory, four channels',
    measure: {kind: 'memory', of: 'four'},
    value: 1000,
    unit: 'MB',
    ...HUNDRED,
  },
  {
    name: 'peak memory to that at half as many',
    measure: {kind: 'growth', of: 'four'},
    value: 1.3,
    unit: '×',
    ...HUNDRED,
  },
  {
    name: 'opening a changed dataset',
    measure: {kind: 'figure', of: 'open'},
    value: 5,
    unit: 's',
    ...HUNDRED,
  },
  {
    name: 'opening it again, index kept',
    measure: {kind: 'figure', of: 'open-kept'},
    value: 0.5,
    unit: 's',
    ...HUNDRED,
  },
  {
    name: 'one changed article, beyond opening',
    measure: {kind: 'figure', of: 'changed'},
    value: 1,
    unit: 's',
    ...HUNDRED,
  },
  {
    name: 'throwline --help',
    measure: {kind: 'figure', of: 'help'},
    bound: 'at most',
    value: 150,
    unit: 'ms',
  },
  {
    name: 'publish of one article',
    measure: {kind: 'figure', of: 'one-article'},
    bound: 'at most',
    value: 500,
    unit: 'ms',
  },
  {
    name: 'Studio preview, ketamine article',
    measure: {kind: 'figure', of: 'preview'},
    bound: 'at most',
    value: 30,
    unit: 'ms',
  },
]

export type Verdict =
  | 'met'
  | 'not met'
  | 'would be met'
  | 'would not be met'
  /** An amount that grows with the dataset says nothing while it is small. */
  | 'too few to tell'
  | 'not measured'

export interface Judged {
  readonly goal: Goal
  readonly value: number | undefined
  readonly verdict: Verdict
  /** Why there is no value. */
  readonly why?: string
}

type Reading = {readonly value: number} | {readonly why: string}

const reasonOf = (
  entry: {readonly kind: string; readonly why?: string} | undefined,
  name: string,
): string => (entry?.why === undefined ? `${name}: left out` : `${name}: ${entry.why}`)

const speed = (results: Results, of: ContestantId, to: ContestantId): Reading => {
  const [ours, theirs] = [typical(results.contestants[of]), typical(results.contestants[to])]
  // both made the same number of articles
  if (ours !== undefined && theirs !== undefined) return {value: theirs.seconds / ours.seconds}
  const missing = ours === undefined ? of : to
  return {why: reasonOf(results.contestants[missing], LABELS[missing].name)}
}

const memory = (results: Results, of: ContestantId): Reading => {
  const value = typical(results.contestants[of])?.megabytes
  if (value !== undefined) return {value}
  const outcome = results.contestants[of]
  return outcome?.kind === 'measured'
    ? {why: 'this system does not tell'}
    : {why: reasonOf(outcome, LABELS[of].name)}
}

const growth = (results: Results, all: readonly Results[], of: ContestantId): Reading => {
  const half = all.find(({articles}) => articles * 2 === results.articles)
  if (half === undefined)
    return {why: `add ${(results.articles / 2).toLocaleString('en')} to --articles`}
  const [whole, part] = [memory(results, of), memory(half, of)]
  if ('why' in whole) return whole
  return 'why' in part ? part : {value: whole.value / part.value}
}

const figure = (results: Results, of: FigureId): Reading => {
  const entry = results.figures[of]
  if (entry?.kind === 'measured') return {value: median(entry.values)}
  return {why: entry?.why ?? 'left out'}
}

const read = (measure: Measure, results: Results, all: readonly Results[]): Reading => {
  switch (measure.kind) {
    case 'speed':
      return speed(results, measure.of, measure.to)
    case 'figure':
      return figure(results, measure.of)
    case 'memory':
      return memory(results, measure.of)
    case 'growth':
      return growth(results, all, measure.of)
    default:
      throw new TypeError('a measure of no kind')
  }
}

/**
 * A goal set for a dataset of another size is never called met: it would be or would not be.
 * `all`: of this run of the bench, every size.
 */
export const judge = (goal: Goal, results: Results, all: readonly Results[]): Judged => {
  const reading = read(goal.measure, results, all)
  if ('why' in reading) return {goal, value: undefined, verdict: 'not measured', why: reading.why}
  const {value} = reading
  if (!Number.isFinite(value))
    return {goal, value: undefined, verdict: 'not measured', why: 'no number'}
  const isMet = goal.bound === 'at least' ? value >= goal.value : value <= goal.value
  const isItsSize = goal.articles === undefined || goal.articles === results.articles
  if (isItsSize) return {goal, value, verdict: isMet ? 'met' : 'not met'}
  if (!isMet) return {goal, value, verdict: 'would not be met'}
  const isSmall = goal.articles !== undefined && results.articles < goal.articles
  const grows = goal.measure.kind !== 'speed'
  return {goal, value, verdict: grows && isSmall ? 'too few to tell' : 'would be met'}
}

export const judgeAll = (results: Results, all: readonly Results[]): readonly Judged[] =>
  GOALS.map((goal) => judge(goal, results, all))
