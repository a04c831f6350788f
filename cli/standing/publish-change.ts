/** A small change, published into a folder that stands: the articles that it touches, and nothing else. */
import {join} from 'node:path'
import type {SealedColumns} from '../../content/column-file.ts'
import type {PackedState} from '../../content/packed-rows.ts'
import type {NoticeBook} from '../../crisis-notice/notice-book.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {shapeOf} from '../../publishers/sms/message.ts'
import type {MessageReport} from '../messages.ts'
import {type FileStamp, fileStamp} from '../out/file-stamp.ts'
import {appendInputs, inputsFile, inputsLine, listId} from '../out/inputs.ts'
import {stampsOf} from '../out/kept-articles.ts'
import {type Artefact, MANIFEST} from '../out/manifest.ts'
import type {ManifestText} from '../out/manifest-text.ts'
import {OutFolder} from '../out/out-folder.ts'
import {type ChannelTotals, type Tally, totalsAfter} from '../totals.ts'
import type {Place} from './look.ts'
import type {Made, OutputEvent} from './making.ts'
import {renewed} from './renewed.ts'
import type {SmallChange} from './small-change.ts'
import {
  sealedStanding,
  type StandingHead,
  type StandingTable,
  writeStandingTable,
} from './standing-table.ts'
import {filesOf} from './touched-articles.ts'

export interface ChangeOptions extends Place {
  /** THROWLINE_DATA. */
  readonly data: string
  readonly manifest: ManifestText
  /** Numbers of the newest articles. */
  readonly latest: readonly number[]
  readonly rows: PackedState
  readonly change: SmallChange
  readonly made: Made
  readonly book: NoticeBook
  readonly channels: readonly Channel[]
  readonly messages: MessageReport
}

const pathOf = ({output}: OutputEvent): string => output.output.path

/** By path, the file's number; undefined where an output is new, or an old one has gone. */
const filesOfOutputs = (
  table: StandingTable,
  {articles, lists}: Made,
): ReadonlyMap<string, number> | undefined => {
  const numbers = new Set(articles.map(({article}) => article))
  const known = filesOf(table, numbers)
  const own = articles.flatMap(({outputs}) => outputs.map(pathOf))
  const others = lists?.outputs.map(pathOf) ?? []
  const {owners} = table.columns
  const isOwned = (file: number): boolean => owners[file] !== 0
  const owned = [...known].filter(([, file]) => isOwned(file)).length
  if (own.length !== owned || ![...own, ...others].every((path) => known.has(path)))
    return undefined
  const all = new Set([...others, ...(lists?.standing ?? []), ...table.head.companions])
  const isWhole =
    lists === undefined || [...known].every(([path, file]) => isOwned(file) || all.has(path))
  return isWhole
    ? new Map([...own, ...others].map((path) => [path, known.get(path) ?? 0]))
    : undefined
}

const saysTheSame = (one: Artefact, other: Artefact): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const tally = (
  totals: readonly ChannelTotals[],
  companions: readonly string[],
  written: number,
): Tally => {
  const files = totals.reduce((sum, channel) => sum + channel.files, companions.length)
  return {totals, companions, written, unchanged: files - written, withdrawn: 0, kept: 0}
}

/** What articles and lists were made of, for a run that asks each of them. */
const recordLines = (
  folder: string,
  made: Made,
  channels: readonly Channel[],
): readonly string[] => {
  const articles = made.articles.map(({summary, earlier, outputs, assets}) => {
    const files = stampsOf(folder, outputs.map(pathOf))
    return inputsLine({id: summary.id, ...earlier, channels, files, assets})
  })
  const lists = [...(made.lists?.inputs ?? [])].map(([path, inputs]) => {
    const files = stampsOf(folder, [path])
    return inputsLine({id: listId(path), inputs, uses: [], channels: [], files, assets: []})
  })
  return [...articles, ...lists]
}

const stamped = (file: string): FileStamp => fileStamp(file) ?? {size: 0, modified: 0}

/**
 * Undefined, and nothing was written, where the folder is not as the table has it. What is left when it is
 * killed on the way, a longer run completes: files, manifest, record and table are written in this order,
 * and each tells whether the one before it is what it was.
 */
export const publishChange = async (
  table: StandingTable,
  {
    folder,
    data,
    file,
    manifest,
    latest,
    rows,
    change,
    made,
    book,
    channels,
    messages,
  }: ChangeOptions,
): Promise<Tally | undefined> => {
  const isSame = change.changes.rows.size === 0 && change.changes.moved === undefined
  if (isSame) return tally(table.head.totals, table.head.companions, 0)
  const files = filesOfOutputs(table, made)
  if (files === undefined) return undefined
  const before = new Map([...files.keys()].map((path) => [path, manifest.get(path)]))
  const old = [...before.values()].filter((artefact) => artefact !== undefined)
  if (old.length < files.size) return undefined

  const out = await OutFolder.open(folder, {isHelping: true})
  for (const event of [
    ...made.articles.flatMap(({outputs}) => outputs),
    ...(made.lists?.outputs ?? []),
  ]) {
    await out.write(event.output, book)
    messages.add(pathOf(event), (event.messages ?? []).map(shapeOf))
  }
  const {artefacts, written} = await out.handOver()
  const entries = artefacts.filter((artefact) => {
    const said = before.get(artefact.path)
    return said === undefined || !saysTheSame(said, artefact)
  })
  const stamps = [...files].map(([path, number]) => [number, stamped(join(folder, path))] as const)
  const news = {rows, changes: change.changes, articles: made.articles, files: new Map(stamps)}
  let next: SealedColumns | undefined
  const seal = (): void => {
    const columns = renewed(table.columns, news)
    next = columns && sealedStanding(columns)
  }
  if (entries.length === 0) seal()
  else await manifest.replace(folder, entries, new Date().toISOString(), seal)
  await out.settle()

  const record = inputsFile(data, folder)
  await appendInputs(record, recordLines(folder, made, channels))

  const totals = totalsAfter(table.head.totals, old, artefacts)
  if (next !== undefined) {
    const head: StandingHead = {
      ...table.head,
      names: rows.names,
      manifest: stamped(join(folder, MANIFEST)),
      record: stamped(record),
      totals,
      latest,
      lists: [...new Map([...table.head.lists, ...(made.lists?.inputs ?? [])])],
    }
    await writeStandingTable(file, head, next)
  }
  return tally(totals, table.head.companions, written)
}
