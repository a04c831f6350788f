/** What a small change asks for, made and past the gate; nothing is written yet. */
import type {PublishEvent, Reach, ThrowlinePublisher} from '../../publish.ts'
import type {EarlierArticle} from '../../publish-inputs.ts'
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

export interface Made {
  readonly articles: readonly MadeArticle[]
  readonly feeds: readonly OutputEvent[]
}

/** Undefined when something was refused. */
const outputsOf = async (
  events: AsyncIterable<PublishEvent>,
): Promise<{outputs: readonly OutputEvent[]; earlier: EarlierArticle | undefined} | undefined> => {
  const outputs: OutputEvent[] = []
  let earlier: EarlierArticle | undefined
  for await (const event of events) {
    if (event.kind === 'refused') return undefined
    if (event.kind === 'output') outputs.push(event)
    if (event.kind === 'article') earlier = event.earlier
  }
  return {outputs, earlier}
}

/** Undefined when something was refused, or an article has other images than it had. */
export const makeChange = async (
  {columns}: StandingTable,
  {touched, newest}: SmallChange,
  publisher: ThrowlinePublisher,
  reach: Reach,
): Promise<Made | undefined> => {
  const articles: MadeArticle[] = []
  for (const each of touched) {
    const made = await outputsOf(publisher.make([each], reach))
    if (made?.earlier === undefined) return undefined
    const {outputs, earlier} = made
    const assets = [...new Set(outputs.flatMap(({output}) => imagesOf(output.output)))]
    if (imagesMark(assets) !== columns.images[each.article]) return undefined
    articles.push({...each, outputs, earlier, assets})
  }
  if (newest.length === 0) return {articles, feeds: []}
  const feeds = await outputsOf(publisher.feeds(newest, reach))
  return feeds && {articles, feeds: feeds.outputs}
}
