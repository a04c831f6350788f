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
import {KeptArticles} from '../out/kept-articles.ts'
import {OutFolder} from '../out/out-folder.ts'
import {writeShardFile} from '../out/shard-file.ts'
import {createProgress, SILENT} from '../progress.ts'
import {collectSooner} from '../publishing/heap.ts'
import {runPublish} from '../publishing/run.ts'
import type {HelperResult} from '../publishing/plan.ts'
import {publishInParts} from '../publishing/team.ts'
import {artefactTable, summary} from '../report.ts'

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

/** The exit status: 1 when anything was refused. */
export const publishCommand = async (options: PublishCommandOptions): Promise<number> => {
  const started = performance.now()
  const channels = parseChannels(options.channel)
  const country = parseCountry(options.country)
  const today = parseToday(options.today)
  const shard = parseShard(options.shard)
  const {dataset} = options
  const file = dataset === undefined ? undefined : configuredFile(dataset)
  const content =
    file === undefined
      ? await openConfiguredContent(undefined, today)
      : await openContent(file, {today})
  try {
    const publisher = await createPublisher({content, today})
    const folder = await OutFolder.open(options.out, {rewrite: options.full === true})
    const messages = new MessageReport()
    const isFull = options.full === true
    const data = dataFolder()
    const kept = await KeptArticles.read({
      folder: folder.folder,
      data,
      channels,
      isFull,
      has: (path) => folder.has(path),
    })
    const reach = {channels, ...(country !== undefined && {country})}
    const due = await publisher.due({
      ...reach,
      earlier: (id) => kept.find(id),
      ...(shard && {shard}),
    })
    /** Ids of articles that are still to be made. */
    const open = new Set(due.map((each) => each.summary.id))
    const jobs = jobsFor(options, due.length)
    if (jobs > 1 && dataset !== undefined && file !== undefined) {
      const progress = createProgress('articles')
      progress.start(due.length)
      const index = await file.index()
      const plan = {dataset, index, out: folder.folder, data, ...reach, today, isFull}
      const take = (result: HelperResult): void => {
        folder.adopt(result)
        kept.adopt(result.articles)
        for (const [id] of result.articles) open.delete(id)
        for (const [path, own] of result.messages) messages.add(path, own)
      }
      await publishInParts(plan, {commissions: due, jobs, progress, take})
      progress.stop()
      collectSooner()
    }
    const progress = jobs > 1 ? SILENT : createProgress('articles and digests')
    const stands = (id: string): boolean => !open.has(id)
    const about = {channels, country, today, stands, progress}
    const parts = {content, publisher, folder, kept, messages, ...about}
    const {refusals, refused} = await runPublish({...parts, ...(shard && {shard})})
    const report = await folder.finish(channels, new Date().toISOString())
    const articles = await kept.save(report.artefacts)
    if (shard !== undefined) {
      const own = {today, country: country ?? '', articles, refused}
      await writeShardFile(folder.folder, {...shard, ...own})
    }
    const seconds = (performance.now() - started) / 1000
    if (options.json === true) {
      const whole = {...report, messages: messages.rows(), refusals, seconds}
      process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`)
    } else {
      const shown = [
        artefactTable(report, options.out),
        messages.text({verbose: options.verbose === true}),
        summary(report, {refusals, seconds, verify: verifyCommandLine(options)}),
      ]
      process.stdout.write(`${shown.filter((part) => part !== '').join('\n\n')}\n`)
    }
    return refusals === 0 ? 0 : 1
  } finally {
    await content.close()
  }
}
