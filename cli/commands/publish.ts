/** `throwline publish`: dataset to files. */
import {dataFolder} from '../../config.ts'
import {type Problem, UsageError} from '../../errors.ts'
import {createPublisher, type ThrowlinePublisher} from '../../publish.ts'
import {CHANNELS, type Channel} from '../../publishers/publisher.ts'
import type {Content} from '../../content/content.ts'
import {imagesOf} from '../images.ts'
import {openConfiguredContent, parseCountry, parseToday} from '../open-content.ts'
import {MessageReport} from '../messages.ts'
import {KeptArticles} from '../out/kept-articles.ts'
import {OutFolder} from '../out/out-folder.ts'
import {readTombstones} from '../out/tombstones.ts'
import {removedSince} from '../out/removed.ts'
import {PARTNER_SCHEMA, readPartnerSchema} from '../partner-schema.ts'
import {problemText, WARNED} from '../problem-list.ts'
import {createProgress} from '../progress.ts'
import {artefactTable, summary} from '../report.ts'

export interface PublishCommandOptions {
  readonly dataset?: string
  readonly out: string
  /** All when absent. */
  readonly channel?: string
  readonly country?: string
  readonly today?: string
  readonly full?: boolean
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

/** Everything a run needs once its options are read. */
interface Run {
  readonly content: Content
  readonly publisher: ThrowlinePublisher
  readonly folder: OutFolder
  readonly kept: KeptArticles
  readonly messages: MessageReport
  readonly channels: readonly Channel[]
  readonly country: string | undefined
  readonly today: string
}

/** The number of refusals. */
const run = async ({
  content,
  publisher,
  folder,
  kept,
  messages,
  channels,
  country,
  today,
}: Run): Promise<number> => {
  const tombstones = await readTombstones(folder.folder)
  const removed = (present: ReadonlySet<string>) =>
    removedSince(tombstones, folder.before, present, today)
  const earlier = (id: string) => kept.find(id)
  const options = {channels, removed, earlier, ...(country !== undefined && {country})}
  const progress = createProgress('articles and digests')
  const warnings: Problem[] = []
  const refusals: Problem[] = []
  /** Images of the article that is being published. */
  let assets: readonly string[] = []
  try {
    if (channels.includes('partner')) await folder.companion(PARTNER_SCHEMA, readPartnerSchema)
    for await (const event of publisher.publish(options)) {
      if (event.kind === 'started') progress.start(event.articles + event.digests)
      if (event.kind === 'step') {
        progress.step()
        assets = []
      }
      if (event.kind === 'unchanged') folder.keep(event.documentId, kept.keep(event.documentId))
      if (event.kind === 'article') {
        kept.publish({id: event.documentId, earlier: event.earlier, assets})
      }
      if (event.kind === 'output') {
        const {output} = event.output
        const images = imagesOf(output)
        for (const url of images) await folder.asset(url, () => content.asset(url))
        assets = [...new Set([...assets, ...images])]
        await folder.write(event.output, publisher.book)
        messages.add(output.path, event.messages ?? [])
      }
      if (event.kind === 'warning') warnings.push(event.problem)
      if (event.kind === 'refused') {
        refusals.push(event.problem)
        folder.refuse(event.problem, event.documentId, event.retracted)
      }
    }
  } finally {
    progress.stop()
    process.stderr.write(problemText(warnings, WARNED) + problemText(refusals))
  }
  return refusals.length
}

/** The exit status: 1 when anything was refused. */
export const publishCommand = async (options: PublishCommandOptions): Promise<number> => {
  const started = performance.now()
  const channels = parseChannels(options.channel)
  const country = parseCountry(options.country)
  const today = parseToday(options.today)
  const content = await openConfiguredContent(options.dataset, today)
  try {
    const publisher = await createPublisher({content, today})
    const folder = await OutFolder.open(options.out, {rewrite: options.full === true})
    const messages = new MessageReport()
    const isFull = options.full === true
    const data = dataFolder()
    const kept = await KeptArticles.read({folder: folder.folder, data, channels, isFull})
    const parts = {content, publisher, folder, kept, messages, channels, country, today}
    const refusals = await run(parts)
    const report = await folder.finish(channels, new Date().toISOString())
    await kept.save(report.artefacts)
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
