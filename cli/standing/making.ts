/** What a small change asks for, made and past the gate; nothing is written yet. */
import type {PublishEvent, Reach, ThrowlinePublisher} from '../../publish.ts'
import type {EarlierArticle} from '../../publish-inputs.ts'
import {readTombstones} from '../out/tombstones.ts'
import {imagesOf} from '../images.ts'
import {imagesMark} from './marks.ts'
import type {SmallChange, Touched} from './small-change.ts'
import type {StandingTable} from './standing-table.ts'

export type OutputEvent = Extract<PublishEvent, {kind: 'output'}>

export interface MadeArticle extends Touched {
  readonly outputs: readonly OutputEvent[]
  readonly earlier: EarlierArticle
  /** Images of its pages. */
  readonly assets: readonly string[]
}

/** What the whole site has, where the change reaches it. */
export interface MadeLists {
  readonly outputs: readonly OutputEvent[]
  /** Inputs of lists that were made anew, by path. */
  readonly inputs: ReadonlyMap<string, string>
  /** Paths of lists that say what they said. */
  readonly standing: ReadonlySet<string>
}

export interface Made {
  readonly articles: readonly MadeArticle[]
  readonly lists: MadeLists | undefined
}

interface Collected extends MadeLists {
  readonly earlier: ReadonlyMap<string, EarlierArticle>
}

/** Undefined when something was refused. */
const collected = async (events: AsyncIterable<PublishEvent>): Promise<Collected | undefined> => {
  const outputs: OutputEvent[] = []
  const earlier = new Map<string, EarlierArticle>()
  const inputs = new Map<string, string>()
  const standing = new Set<string>()
  for await (const event of events) {
    if (event.kind === 'refused') return undefined
    if (event.kind === 'output') outputs.push(event)
    if (event.kind === 'article') earlier.set(event.documentId, event.earlier)
    if (event.kind === 'list' && event.stands) standing.add(event.path)
    if (event.kind === 'list' && !event.stands) inputs.set(event.path, event.inputs)
  }
  return {outputs, earlier, inputs, standing}
}

/** All of the site, of which everything stands but what the change reaches. */
async function* wholeSite(
  {head}: StandingTable,
  publisher: ThrowlinePublisher,
  {touched}: SmallChange,
  reach: Reach,
  folder: string,
): AsyncGenerator<PublishEvent> {
  const ids = new Set(touched.map(({summary}) => summary.id))
  const gone = await readTombstones(folder)
  const lists = new Map(head.lists)
  yield* publisher.publish({
    ...reach,
    // no article came or went
    removed: (present) => gone.filter(({id}) => !present.has(id)),
    stands: (id) => !ids.has(id),
    listStands: (path, inputs) => lists.get(path) === inputs,
  })
}

/** Undefined when something was refused, or an article has other images than it had. */
export const makeChange = async (
  table: StandingTable,
  change: SmallChange,
  publisher: ThrowlinePublisher,
  reach: Reach,
  folder: string,
): Promise<Made | undefined> => {
  const {reachesLists, touched} = change
  const found = await collected(
    reachesLists
      ? wholeSite(table, publisher, change, reach, folder)
      : publisher.make(touched, reach),
  )
  if (found === undefined) return undefined
  const {earlier, inputs, standing} = found
  const byDocument = Map.groupBy(found.outputs, ({output}) => output.output.documentId)
  const articles: MadeArticle[] = []
  for (const each of touched) {
    const outputs = byDocument.get(each.summary.id) ?? []
    const madeOf = earlier.get(each.summary.id)
    const assets = [...new Set(outputs.flatMap(({output}) => imagesOf(output.output)))]
    if (madeOf === undefined) return undefined
    if (imagesMark(assets) !== table.columns.images[each.article]) return undefined
    articles.push({...each, outputs, earlier: madeOf, assets})
    byDocument.delete(each.summary.id)
  }
  if (!reachesLists) return {articles, lists: undefined}
  const outputs = [...byDocument.values()].flat()
  const companions = new Set(table.head.companions)
  const images = outputs.flatMap(({output}) => imagesOf(output.output))
  if (!images.every((url) => companions.has(`web/${url}`))) return undefined
  return {articles, lists: {outputs, inputs, standing}}
}
