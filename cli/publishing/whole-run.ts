/** A run that asks each article whether it stands, and makes those that do not, by as many threads as it is given. */
import type {Content} from '../../content/content.ts'
import type {DatasetFile} from '../../content/file-source.ts'
import type {Reach, ThrowlinePublisher} from '../../publish.ts'
import type {Shard} from '../../publish-shard.ts'
import type {MessageReport} from '../messages.ts'
import {inputsFile} from '../out/inputs.ts'
import {KeptArticles} from '../out/kept-articles.ts'
import {OutFolder} from '../out/out-folder.ts'
import {writeShardFile} from '../out/shard-file.ts'
import {createProgress, SILENT} from '../progress.ts'
import type {Asked} from '../standing/standing.ts'
import {type Tally, tallyOf} from '../totals.ts'
import {expectShortLives, giveBack, growOnce} from './heap.ts'
import type {HelperResult} from './plan.ts'
import {runPublish} from './run.ts'
import {Team} from './team.ts'

export interface WholeRun {
  readonly asked: Asked
  readonly content: Content
  readonly publisher: ThrowlinePublisher
  /** Where the content comes from, if from a file, and its path. */
  readonly file: DatasetFile | undefined
  readonly dataset: string | undefined
  readonly isFull: boolean
  readonly shard: Shard | undefined
  /** Threads for so many articles. */
  readonly jobsFor: (due: number) => number
  readonly messages: MessageReport
}

/** Without its artefacts, which would fill the memory of what follows: the manifest has them. */
export interface WholeRunResult {
  readonly refusals: number
  readonly tally: Tally
  /** Paths. */
  readonly withdrawn: readonly string[]
  /** Paths of outputs of refused articles, or of other channels, that were left as they stood. */
  readonly kept: readonly string[]
  /** Paths of artefacts that are no article's. */
  readonly others: readonly string[]
  /** What each list of articles was made of, by path. */
  readonly lists: ReadonlyMap<string, string>
}

/** Articles: of fewer, lists take less than threads that publish have taken. */
const WORTH_GIVING_BACK = 20_000

interface Helped {
  /** Ids of articles that are still to be made. */
  readonly open: ReadonlySet<string>
  /** By threads, all of which have ended. */
  readonly isHelped: boolean
}

/** Has several threads make what is due, where it is worth their start. */
const publishHelped = async (
  run: WholeRun,
  reach: Reach,
  folder: OutFolder,
  kept: KeptArticles,
  team: Team,
): Promise<Helped> => {
  const {publisher, file, dataset, isFull, shard, messages} = run
  const {data, channels, today} = run.asked
  const due = await publisher.due({
    ...reach,
    earlier: (id) => kept.find(id),
    ...(shard && {shard}),
  })
  const open = new Set(due.map((each) => each.summary.id))
  for (const id of open) kept.forget(id)
  const jobs = run.jobsFor(due.length)
  if (jobs < 2 || dataset === undefined || file === undefined) return {open, isHelped: false}
  const progress = await createProgress('articles')
  progress.start(due.length)
  const index = await file.index()
  const {isNew} = folder
  const out = folder.folder
  const isLarge = due.length >= WORTH_GIVING_BACK
  const plan = {dataset, index, out, data, ...reach, channels, today, isFull, isNew, isLarge}
  const take = (result: HelperResult): void => {
    folder.adopt(result)
    kept.adopt(result.articles)
    for (const {id} of result.articles) open.delete(id)
    for (const [path, own] of result.messages) messages.add(path, own)
  }
  if (isLarge) giveBack()
  await team.publish({plan, commissions: due, jobs, progress, take})
  progress.stop()
  await team.dismiss()
  if (isLarge) {
    giveBack()
    growOnce()
  }
  return {open, isHelped: true}
}

const publishDue = async (
  run: WholeRun,
  folder: OutFolder,
  kept: KeptArticles,
  team: Team,
): Promise<WholeRunResult> => {
  const {content, publisher, shard, messages} = run
  const {data, channels, country, today} = run.asked
  const reach = {channels, ...(country !== undefined && {country})}
  const {open, isHelped} = await publishHelped(run, reach, folder, kept, team)
  const progress = isHelped ? SILENT : await createProgress('articles and digests')
  const stands = (id: string): boolean => !open.has(id)
  const about = {channels, country, today, stands, progress}
  const parts = {content, publisher, folder, kept, messages, ...about}
  const {refusals, refused} = await runPublish({...parts, ...(shard && {shard})})
  const report = await folder.finish(channels, new Date().toISOString())
  kept.save(report.artefacts)
  if (shard !== undefined) {
    const own = {...shard, today, country: country ?? '', refused}
    await writeShardFile(folder.folder, inputsFile(data, folder.folder), own)
  }
  const others: string[] = []
  for (const {documentId, path} of report.artefacts) {
    if (content.typeOf(documentId) !== 'article') others.push(path)
  }
  return {
    refusals,
    tally: tallyOf(report),
    withdrawn: report.withdrawn,
    kept: report.kept,
    others,
    lists: kept.lists,
  }
}

/** Documents: reading the summaries of as many takes as long as a thread takes to start. */
const WORTH_GATHERING = 10_000

/** Where all is to be made, threads start before it is known what all is. */
const gather = async (team: Team, {file, dataset, jobsFor}: WholeRun): Promise<void> => {
  if (file === undefined || dataset === undefined) return
  const {rows} = await file.index()
  if (rows.count < WORTH_GATHERING) return
  const jobs = jobsFor(rows.count)
  if (jobs > 1) team.gather(jobs)
}

export const publishWhole = async (run: WholeRun): Promise<WholeRunResult> => {
  expectShortLives()
  const {isFull} = run
  const {data, channels} = run.asked
  const folder = await OutFolder.open(run.asked.folder, {rewrite: isFull})
  const kept = await KeptArticles.read({
    folder: folder.folder,
    data,
    channels,
    isFull,
    has: (path) => folder.has(path),
  })
  const team = new Team()
  try {
    if (folder.isNew || isFull) await gather(team, run)
    return await publishDue(run, folder, kept, team)
  } finally {
    await team.dismiss()
    kept.discard()
    folder.close()
  }
}
