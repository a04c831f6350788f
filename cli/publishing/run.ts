/** One run of the publisher into a folder. */
import type {Content} from '../../content/content.ts'
import type {Problem} from '../../errors.ts'
import type {ThrowlinePublisher} from '../../publish.ts'
import type {Shard} from '../../publish-shard.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {shapeOf} from '../../publishers/sms/message.ts'
import {imagesOf} from '../images.ts'
import type {MessageReport} from '../messages.ts'
import type {KeptArticles} from '../out/kept-articles.ts'
import type {OutFolder} from '../out/out-folder.ts'
import {removedSince} from '../out/removed.ts'
import {readTombstones} from '../out/tombstones.ts'
import {PARTNER_SCHEMA, readPartnerSchema} from '../partner-schema.ts'
import {problemText, WARNED} from '../problem-list.ts'
import type {Progress} from '../progress.ts'

/** Everything a run needs once its options are read. */
export interface Run {
  readonly content: Content
  readonly publisher: ThrowlinePublisher
  readonly folder: OutFolder
  readonly kept: KeptArticles
  readonly messages: MessageReport
  readonly channels: readonly Channel[]
  readonly country: string | undefined
  readonly today: string
  readonly shard?: Shard
  /** Whether nothing of an article is left to be made. */
  readonly stands: (articleId: string) => boolean
  readonly progress: Progress
}

export interface RunResult {
  readonly refusals: number
  /** Articles and digests. */
  readonly refused: readonly string[]
}

export const runPublish = async ({
  content,
  publisher,
  folder,
  kept,
  messages,
  channels,
  country,
  today,
  shard,
  stands,
  progress,
}: Run): Promise<RunResult> => {
  const tombstones = await readTombstones(folder.folder)
  const removed = (present: ReadonlySet<string>) =>
    removedSince(tombstones, folder.beside(present), present, today)
  const options = {
    channels,
    removed,
    stands,
    listStands: (path: string, inputs: string) => kept.listStands(path, inputs),
    ...(country !== undefined && {country}),
    ...(shard && {shard}),
  }
  const warnings: Problem[] = []
  const refusals: Problem[] = []
  const refused = new Set<string>()
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
      if (event.kind === 'list') {
        if (event.stands) folder.keepList(event.path)
        kept.list(event.path, event.inputs)
      }
      if (event.kind === 'output') {
        const {output} = event.output
        const images = imagesOf(output)
        for (const url of images) await folder.asset(url, () => content.asset(url))
        assets = [...new Set([...assets, ...images])]
        await folder.write(event.output, publisher.book)
        messages.add(output.path, (event.messages ?? []).map(shapeOf))
      }
      if (event.kind === 'warning') warnings.push(event.problem)
      if (event.kind === 'refused') {
        refusals.push(event.problem)
        refused.add(event.documentId)
        folder.refuse(event.problem, event.documentId, event.retracted)
      }
    }
  } finally {
    progress.stop()
    process.stderr.write(problemText(warnings, WARNED) + problemText(refusals))
  }
  return {refusals: refusals.length, refused: [...refused]}
}
