/**
 * A folder that stands as the last run left it, asked what little has changed. Where it cannot tell, or the
 * change is no small one, `publish` asks each article instead: the result is the same, to the octet.
 */
import {join} from 'node:path'
import type {Content} from '../../content/content.ts'
import type {IndexState} from '../../content/lazy-index.ts'
import type {ThrowlinePublisher} from '../../publish.ts'
import {EDITION} from '../../publish-inputs.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {FEED_LENGTH} from '../../site-lists.ts'
import type {MessageReport} from '../messages.ts'
import {fileStamp, isSameStamp} from '../out/file-stamp.ts'
import {inputsFile} from '../out/inputs.ts'
import {hasJournal} from '../out/journal.ts'
import {MANIFEST} from '../out/manifest.ts'
import {ManifestText} from '../out/manifest-text.ts'
import type {WholeRunResult} from '../publishing/whole-run.ts'
import type {Tally} from '../totals.ts'
import {VERSION} from '../version.ts'
import {type Looking, look} from './look.ts'
import {makeChange} from './making.ts'
import {publishChange} from './publish-change.ts'
import {smallChange} from './small-change.ts'
import {standingColumns} from './standing-of-run.ts'
import {
  readStandingHead,
  sealedStanding,
  STANDING_VERSION,
  type StandingHead,
  writeStandingTable,
} from './standing-table.ts'
import {articleNumbers} from './touched-articles.ts'

/** What a run was asked for. */
export interface Asked {
  /** That is published into. */
  readonly folder: string
  /** THROWLINE_DATA. */
  readonly data: string
  readonly channels: readonly Channel[]
  readonly country: string | undefined
  /** YYYY-MM-DD. */
  readonly today: string
}

/** What another version may write otherwise, it is asked to write. */
const PROGRAM = `${VERSION} ${EDITION}`

const tableFile = ({data, folder}: Asked): string =>
  inputsFile(data, folder).replace(/ndjson$/, 'table')

const fits = (head: StandingHead, {folder, data, channels, country, today}: Asked): boolean =>
  head.program === PROGRAM &&
  head.today === today &&
  head.country === (country ?? '') &&
  head.channels.join() === channels.join() &&
  isSameStamp(head.manifest, fileStamp(join(folder, MANIFEST))) &&
  isSameStamp(head.record, fileStamp(inputsFile(data, folder)))

export interface StandingRun {
  readonly content: Content
  readonly publisher: ThrowlinePublisher
  readonly index: IndexState
  readonly messages: MessageReport
}

/** Of the articles that feeds carry whole. */
const newestIds = async (content: Content): Promise<readonly string[]> => {
  const {items} = await content.summaries()
  const newest = items.filter(({retraction}) => retraction === undefined)
  return newest.slice(0, FEED_LENGTH).map(({id}) => id)
}

interface Begun {
  readonly looking: Looking
  readonly manifest: Promise<ManifestText | undefined>
}

export class Standing {
  readonly #asked: Asked
  #begun: Begun | undefined

  private constructor(asked: Asked, head: StandingHead) {
    this.#asked = asked
    this.#begun = {
      looking: look({folder: asked.folder, file: tableFile(asked)}, head),
      manifest: ManifestText.read(asked.folder),
    }
  }

  /**
   * Undefined when the last run was asked for something else, or left no table. Begins to look at the
   * folder, while the dataset is opened.
   */
  static async find(asked: Asked): Promise<Standing | undefined> {
    if (hasJournal(asked.folder)) return undefined
    const head = await readStandingHead(tableFile(asked))
    return head !== undefined && fits(head, asked) ? new Standing(asked, head) : undefined
  }

  /**
   * Undefined, and nothing was written, where it cannot tell what has changed, or much has. To be asked once: table
   * and manifest, 2 KB an article, are let go of.
   */
  async publish({content, publisher, index, messages}: StandingRun): Promise<Tally | undefined> {
    const {folder, channels, country} = this.#asked
    const begun = this.#begun
    this.#begun = undefined
    const table = await begun?.looking.table
    if (begun === undefined || table === undefined || !fits(table.head, this.#asked)) {
      return undefined
    }
    const change = await smallChange(table, index, publisher)
    if (change === undefined) return undefined
    const reach = {channels, ...(country !== undefined && {country})}
    const made = await makeChange(table, change, publisher, reach, folder)
    const manifest = await begun.manifest
    if (made === undefined || manifest === undefined) return undefined
    if (!(await begun.looking.stands)) return undefined
    const {rows} = index
    const {book} = publisher
    const place = {...this.#asked, file: tableFile(this.#asked)}
    const latest = change.reachesLists
      ? articleNumbers(table.columns, await newestIds(content))
      : table.head.latest
    return publishChange(table, {...place, manifest, latest, rows, change, made, book, messages})
  }
}

export interface EndedRun extends Omit<StandingRun, 'messages'> {
  readonly ended: Pick<WholeRunResult, 'tally' | 'withdrawn' | 'kept' | 'others' | 'lists'>
}

/** For the next run, once a run has ended in which nothing was refused. */
export const keepStanding = async (
  asked: Asked,
  {content, publisher, index, ended}: EndedRun,
): Promise<void> => {
  const {tally, withdrawn, kept, others, lists} = ended
  const {totals, companions} = tally
  const {folder, data, channels, country, today} = asked
  const manifest = fileStamp(join(folder, MANIFEST))
  const record = fileStamp(inputsFile(data, folder))
  if (manifest === undefined || record === undefined) return
  // what is withdrawn, feeds tell once; what is kept is not of this run
  if (withdrawn.length > 0 || kept.length > 0 || index.problems.length > 0) return
  const {items: summaries} = await content.summaries()
  const {rows} = index
  const columns = await standingColumns({
    folder,
    record: inputsFile(data, folder),
    rows,
    summaries,
    others: [...others, ...companions],
    files: totals.reduce((sum, channel) => sum + channel.files, companions.length),
  })
  if (columns === undefined) return
  const head: StandingHead = {
    version: STANDING_VERSION,
    program: PROGRAM,
    today,
    country: country ?? '',
    channels,
    frame: await publisher.frame(),
    latest: articleNumbers(columns, await newestIds(content)),
    lists: [...lists],
    manifest,
    record,
    totals,
    companions,
    names: rows.names,
  }
  await writeStandingTable(tableFile(asked), head, sealedStanding(columns))
}
