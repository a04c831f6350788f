/** `throwline publish`: dataset to files. */
import {UsageError} from '../../errors.ts'
import {createPublisher} from '../../publish.ts'
import {CHANNELS, type Channel} from '../../publishers/publisher.ts'
import type {Content} from '../../content/content.ts'
import {imagesOf} from '../images.ts'
import {openConfiguredContent, parseCountry, parseToday} from '../open-content.ts'
import {OutFolder} from '../out/out-folder.ts'
import {readTombstones} from '../out/tombstones.ts'
import {removedSince} from '../out/removed.ts'
import {createProgress} from '../progress.ts'
import {artefactTable, problemLine, summaryLine} from '../report.ts'

export interface PublishCommandOptions {
  readonly dataset?: string
  readonly out: string
  readonly channel: string
  readonly country?: string
  readonly today?: string
  readonly full: boolean
  readonly json: boolean
}

const parseChannels = (value: string): readonly Channel[] => {
  const names = value.split(',').map((name) => name.trim())
  const channels = CHANNELS.filter((channel) => names.includes(channel))
  const unknown = names.filter((name) => !CHANNELS.some((channel) => channel === name))
  if (unknown.length > 0) {
    throw new UsageError(`--channel ${unknown.join(',')}: choose from ${CHANNELS.join(', ')}.`)
  }
  return channels
}

/** Everything a run needs once its options are read. */
interface Run {
  readonly content: Content
  readonly folder: OutFolder
  readonly channels: readonly Channel[]
  readonly country: string | undefined
  readonly today: string
}

const run = async ({content, folder, channels, country, today}: Run): Promise<number> => {
  const publisher = await createPublisher({content, today})
  const progress = createProgress()
  const present = new Set((await content.summaries()).items.map(({id}) => id))
  const earlier = await readTombstones(folder.folder)
  const removed = removedSince(earlier, folder.previous, present, today)
  let refusals = 0
  const options = {channels, removed, ...(country !== undefined && {country})}
  for await (const event of publisher.publish(options)) {
    if (event.kind === 'started') progress.start(event.articles + event.digests)
    if (event.kind === 'step') progress.step()
    if (event.kind === 'output') {
      await folder.write(event.output, publisher.book)
      for (const url of imagesOf(event.output.output)) {
        await folder.asset(url, await content.asset(url))
      }
    }
    if (event.kind === 'warning') process.stderr.write(problemLine(event.problem))
    if (event.kind === 'refused') {
      refusals += 1
      folder.refuse(event.problem, event.documentId, event.retracted)
      process.stderr.write(problemLine(event.problem))
    }
  }
  progress.stop()
  return refusals
}

/** The exit status: 1 when anything was refused. */
export const publishCommand = async (options: PublishCommandOptions): Promise<number> => {
  const started = performance.now()
  const channels = parseChannels(options.channel)
  const country = parseCountry(options.country)
  const today = parseToday(options.today)
  const content = await openConfiguredContent(options.dataset, today)
  try {
    const folder = await OutFolder.open(options.out)
    const refusals = await run({content, folder, channels, country, today})
    const report = await folder.finish(channels, new Date().toISOString())
    const seconds = (performance.now() - started) / 1000
    if (options.json) {
      process.stdout.write(`${JSON.stringify({...report, refusals, seconds}, null, 2)}\n`)
    } else {
      process.stdout.write(`${artefactTable(report, options.out)}\n\n`)
      process.stdout.write(`${summaryLine(report, refusals, seconds)}\n`)
    }
    return refusals === 0 ? 0 : 1
  } finally {
    await content.close()
  }
}
