/** What a run of the bench found, as it is kept in bench/results/. */
import {z} from 'zod'

const run = z.object({
  seconds: z.number(),
  /** Of all its threads and processes; absent where the system does not tell. */
  cpuSeconds: z.number().optional(),
  /** Peak, in units of 1,000,000 bytes; absent where the system does not tell. */
  megabytes: z.number().optional(),
})

/** One process from start to end. */
export type Run = z.infer<typeof run>

const notMeasured = [
  z.object({kind: z.literal('absent'), why: z.string()}),
  z.object({kind: z.literal('failed'), why: z.string()}),
] as const

const outcome = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('measured'), runs: z.array(run).min(1)}),
  ...notMeasured,
])

export type Outcome = z.infer<typeof outcome>

const figure = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('measured'), values: z.array(z.number()).min(1)}),
  ...notMeasured,
])

/** One number, read several times. */
export type Figure = z.infer<typeof figure>

export const CONTESTANTS = ['web', 'four', 'hugo', 'astro', 'eleventy', 'to-html'] as const
export type ContestantId = (typeof CONTESTANTS)[number]

export const FIGURES = [
  'serializer',
  'open',
  'open-kept',
  'changed',
  'help',
  'one-article',
  'preview',
] as const
/**
 * `serializer`: times `toHTML`. `open` and `open-kept`: seconds, a dataset that has changed and one
 * that has not, start-up of the process left out. `changed`: seconds of the `publish` after one
 * article changed, opening left out. The others: milliseconds.
 */
export type FigureId = (typeof FIGURES)[number]

const results = z.object({
  /** YYYY-MM-DD */
  date: z.iso.date(),
  command: z.string(),
  machine: z.object({
    processor: z.string(),
    cores: z.number(),
    gigabytes: z.number(),
    system: z.string(),
  }),
  versions: z.record(z.string(), z.string()),
  articles: z.number(),
  /** Of the dataset. */
  bytes: z.number(),
  rounds: z.number(),
  contestants: z.partialRecord(z.enum(CONTESTANTS), outcome),
  figures: z.partialRecord(z.enum(FIGURES), figure),
})

export type Results = z.infer<typeof results>

/** Throws ZodError when it is no such file. */
export const parseResults = (json: string): Results => results.parse(JSON.parse(json))

/** Between the two in the middle when they are even in number. NaN when there are none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** Medians of what was measured. */
export interface Typical {
  readonly seconds: number
  readonly cpuSeconds: number | undefined
  readonly megabytes: number | undefined
}

const known = (numbers: readonly (number | undefined)[]): number | undefined => {
  const told = numbers.filter((number) => number !== undefined)
  return told.length === 0 ? undefined : median(told)
}

export const typical = (result: Outcome | undefined): Typical | undefined =>
  result?.kind === 'measured'
    ? {
        seconds: median(result.runs.map(({seconds}) => seconds)),
        cpuSeconds: known(result.runs.map(({cpuSeconds}) => cpuSeconds)),
        megabytes: known(result.runs.map(({megabytes}) => megabytes)),
      }
    : undefined

export interface ContestantLabel {
  readonly name: string
  readonly makes: string
  readonly isOurs: boolean
}

export const LABELS: Readonly<Record<ContestantId, ContestantLabel>> = {
  web: {name: 'Throwline, web', makes: 'web pages, gate on', isOurs: true},
  four: {name: 'Throwline, four channels', makes: 'four channels, gate on', isOurs: true},
  hugo: {name: 'Hugo', makes: 'web pages, no check', isOurs: false},
  astro: {name: 'Astro', makes: 'web pages, no check', isOurs: false},
  eleventy: {name: 'Eleventy', makes: 'web pages, no check', isOurs: false},
  'to-html': {name: 'toHTML to files', makes: 'bodies alone, no check', isOurs: false},
}
