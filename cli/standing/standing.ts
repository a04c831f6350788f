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
import {FEED_LENGTH, retractions} from '../../site-lists.ts'
import type {MessageReport} from '../messages.ts'
import {inputsFile, type InputsLine} from '../out/inputs.ts'
import {hasJournal} from '../out/journal.ts'
import {MANIFEST} from '../out/manifest.ts'
import {ManifestText} from '../out/manifest-text.ts'
import type {OutReport} from '../out/out-folder.ts'
import {readTombstones} from '../out/tombstones.ts'
import {type Tally, totalsOf} from '../totals.ts'
import {type Looking, look} from './look.ts'
import {makeChange} from './making.ts'
import {fileStamp, isSameStamp} from './marks.ts'
import {publishChange} from './publish-change.ts'
import {smallChange} from './small-change.ts'
import {standingColumns} from './standing-of-run.ts'
import {
  readStandingHead,
  STANDING_VERSION,
  type StandingHead,
  writeStandingTable,
} from './standing-table.ts'

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

const tableFile = ({data, folder}: Asked): string =>
  inputsFile(data, folder).replace(/ndjson$/, 'table')

const fits = (head: StandingHead, {folder, data, channels, country, today}: Asked): boolean =>
  head.edition === EDITION &&
  head.today === today &&
  head.country === (country ?? '') &&
  head.channels.join() === channels.join() &&
  isSameStamp(head.manifest, fileStamp(join(folder, MANIFEST))) &&
  isSameStamp(head.record, fileStamp(inputsFile(data, folder)))

export interface StandingRun {
  readonly publisher: ThrowlinePublisher
  readonly index: IndexState
  readonly messages: MessageReport
}

export class Standing {
  readonly #asked: Asked
  readonly #looking: Looking
  readonly #manifest: Promise<ManifestText | undefined>

  private constructor(asked: Asked, head: StandingHead) {
    this.#asked = asked
    this.#looking = look({folder: asked.folder, file: tableFile(asked)}, head)
    this.#manifest = ManifestText.read(asked.folder)
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

  /** Undefined, and nothing was written, where it cannot tell what has changed, or much has. */
  async publish({publisher, index, messages}: StandingRun): Promise<Tally | undefined> {
    const {channels, country} = this.#asked
    const table = await this.#looking.table
    if (table === undefined || !fits(table.head, this.#asked)) return undefined
    const change = await smallChange(table, index, publisher)
    if (change === undefined) return undefined
    const reach = {channels, ...(country !== undefined && {country})}
    const made = await makeChange(table, change, publisher, reach)
    const manifest = await this.#manifest
    if (made === undefined || manifest === undefined || !(await this.#looking.stands)) {
      return undefined
    }
    const {rows} = index
    const {book} = publisher
    const place = {...this.#asked, file: tableFile(this.#asked)}
    return publishChange(table, {...place, manifest, rows, change, made, book, messages})
  }
}

export interface EndedRun extends Omit<StandingRun, 'messages'> {
  readonly content: Content
  readonly report: OutReport
  /** As the record has them. */
  readonly articles: readonly InputsLine[]
}

/** For the next run, once a run has ended in which nothing was refused. */
export const keepStanding = async (
  asked: Asked,
  {content, publisher, index, report, articles}: EndedRun,
): Promise<void> => {
  const {artefacts, companions, withdrawn, kept} = report
  const {folder, data, channels, country, today} = asked
  const manifest = fileStamp(join(folder, MANIFEST))
  const record = fileStamp(inputsFile(data, folder))
  if (manifest === undefined || record === undefined) return
  // what is withdrawn, feeds tell once; what is kept is not of this run
  if (withdrawn.length > 0 || kept.length > 0 || index.problems.length > 0) return
  const {items: summaries} = await content.summaries()
  const {rows} = index
  const found = standingColumns({folder, rows, summaries, articles, artefacts, companions})
  if (found === undefined) return
  const {columns, numbers} = found
  const gone = await readTombstones(folder)
  const newest = summaries.filter(({retraction}) => retraction === undefined).slice(0, FEED_LENGTH)
  const head: StandingHead = {
    version: STANDING_VERSION,
    edition: EDITION,
    today,
    country: country ?? '',
    channels,
    frame: await publisher.frame(),
    latest: newest.flatMap(({id}) => numbers.get(id) ?? []),
    hasTombstones: gone.length > 0 || retractions(summaries).length > 0,
    manifest,
    record,
    totals: totalsOf(artefacts),
    companions,
    names: rows.names,
  }
  await writeStandingTable(tableFile(asked), {head, columns})
}
