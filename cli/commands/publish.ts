/** `throwline publish`: dataset to files. */
import {availableParallelism} from 'node:os'
import {dataFolder} from '../../config.ts'
import {openContent} from '../../content/assemble.ts'
import {UsageError} from '../../errors.ts'
import {createPublisher} from '../../publish.ts'
import type {Shard} from '../../publish-shard.ts'
import {CHANNELS, type Channel} from '../../publishers/publisher.ts'
import {configuredFile, openConfiguredContent, parseCountry, parseToday} from '../open-content.ts'
import {MessageReport} from '../messages.ts'
import {type Artefact, readManifest} from '../out/manifest.ts'
import type {OutReport} from '../out/out-folder.ts'
import {problemText, WARNED} from '../problem-list.ts'
import {publishWhole} from '../publishing/whole-run.ts'
import {artefactTable, summary} from '../report.ts'
import {keepStanding, Standing, type StandingRun} from '../standing/standing.ts'
import type {Tally} from '../totals.ts'

export interface PublishCommandOptions {
  readonly dataset?: string
  readonly out: string
  /** All when absent. */
  readonly channel?: string
  readonly country?: string
  readonly today?: string
  readonly full?: boolean
  /** `3/8` */
  readonly shard?: string
  readonly jobs?: string
  readonly verbose?: boolean
  readonly json?: boolean
}

const parseChannels = (value: string | undefined): readonly Channel[] => {
  if (value === undefined) return CHANNELS
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const channels = CHANNELS.filter((channel) => names.includes(channel))
  const unknown = names.filter((name) => !CHANNELS.some((channel) => channel === name))
  if (unknown.length > 0) {
    throw new UsageError(`--channel ${unknown.join(',')}: choose from ${CHANNELS.join(', ')}.`)
  }
  if (channels.length === 0) {
    throw new UsageError(`--channel names none: choose from ${CHANNELS.join(', ')}.`)
  }
  return channels
}

/** More would be folders without an article in them. */
const MOST_SHARDS = 10_000

const parseShard = (value: string | undefined): Shard | undefined => {
  if (value === undefined) return undefined
  const [number = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(value)?.slice(1).map(Number) ?? []
  if (number >= 1 && number <= of && of <= MOST_SHARDS) return {number, of}
  throw new UsageError(`--shard ${value}: write a part and how many there are, as in 3/8.`)
}

/** Fewer are done before threads have started. */
const WORTH_THREADS = 100
const MOST_JOBS = 64

/** Threads: as many as there are cores, where each can open the dataset and the work is worth it. */
const jobsFor = ({jobs, dataset}: PublishCommandOptions, due: number): number => {
  const asked = jobs === undefined ? availableParallelism() : Number(jobs)
  if (!Number.isInteger(asked) || asked < 1 || asked > MOST_JOBS) {
    throw new UsageError(`--jobs ${jobs}: write a number, 1 to ${MOST_JOBS}.`)
  }
  const isShared = dataset !== undefined && dataset.endsWith('.ndjson')
  if (!isShared || due === 0) return 1
  return jobs === undefined && due < WORTH_THREADS * asked ? 1 : asked
}

const quoted = (word: string): string =>
  /^[\w./,:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/** As this command was called: in a checkout it is not on the path. */
const COMMAND = import.meta.filename.endsWith('.ts') ? 'npm run -s throwline --' : 'throwline'

const verifyCommandLine = ({out, dataset, today}: PublishCommandOptions): string =>
  [
    `${COMMAND} verify`,
    quoted(out),
    ...(dataset === undefined ? [] : ['--dataset', quoted(dataset)]),
    ...(today === undefined ? [] : ['--today', today]),
  ].join(' ')

interface Published {
  readonly tally: Tally
  readonly refusals: number
  /** Paths. */
  readonly withdrawn: readonly string[]
  readonly kept: readonly string[]
}

/** What a small change asked for, if it was one and the folder stands. */
const publishSmall = async (
  standing: Standing | undefined,
  run: StandingRun,
): Promise<Published | undefined> => {
  const tally = await standing?.publish(run)
  if (tally === undefined) return undefined
  process.stderr.write(problemText(run.publisher.book.warnings, WARNED))
  return {tally, refusals: 0, withdrawn: [], kept: []}
}

/** For `--json`; the artefacts as the manifest has them, which nothing else need hold in memory. */
const reportOf = async (
  folder: string,
  {tally, withdrawn, kept}: Published,
): Promise<OutReport & {readonly artefacts: readonly Artefact[]}> => {
  const {companions, written, unchanged} = tally
  const artefacts = (await readManifest(folder))?.artefacts ?? []
  return {artefacts, companions, written, unchanged, withdrawn, kept}
}

/** The exit status: 1 when anything was refused. */
export const publishCommand = async (options: PublishCommandOptions): Promise<number> => {
  const started = performance.now()
  const channels = parseChannels(options.channel)
  const country = parseCountry(options.country)
  const today = parseToday(options.today)
  const shard = parseShard(options.shard)
  const {dataset} = options
  const isFull = options.full === true
  const asked = {folder: options.out, data: dataFolder(), channels, country, today}
  const file = dataset === undefined ? undefined : configuredFile(dataset)
  const isSmall = file !== undefined && shard === undefined && !isFull
  const standing = isSmall ? await Standing.find(asked) : undefined
  const content =
    file === undefined
      ? await openConfiguredContent(undefined, today)
      : await openContent(file, {today})
  try {
    const publisher = await createPublisher({content, today})
    const verbose = options.verbose === true || options.json === true
    const messages = new MessageReport({verbose})
    const publishAll = async (): Promise<Published> => {
      const jobs = (due: number): number => jobsFor(options, due)
      const about = {asked, file, dataset, isFull, shard, jobsFor: jobs}
      const ended = await publishWhole({...about, content, publisher, messages})
      if (ended.refusals === 0 && file !== undefined && shard === undefined) {
        await keepStanding(asked, {content, publisher, index: await file.index(), ended})
      }
      return ended
    }
    const small =
      file &&
      (await publishSmall(standing, {
        content,
        publisher,
        index: await file.index(),
        messages,
      }))
    const published = small ?? (await publishAll())
    const {tally, refusals} = published
    const seconds = (performance.now() - started) / 1000
    if (options.json === true) {
      const report = await reportOf(options.out, published)
      const whole = {...report, messages: messages.rows(), refusals, seconds}
      process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`)
    } else {
      const shown = [
        artefactTable(tally, options.out),
        messages.text(),
        summary(tally, {refusals, seconds, verify: verifyCommandLine(options)}),
      ]
      process.stdout.write(`${shown.filter((part) => part !== '').join('\n\n')}\n`)
    }
    return refusals === 0 ? 0 : 1
  } finally {
    await content.close()
  }
}
