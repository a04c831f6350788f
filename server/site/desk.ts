/** What an edition is made from: the dataset as it stands, its notices, and a gate that knows them. */
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import {isObject} from '../../content/json-object.ts'
import type {ArticleSummary, Helpline, NoticeDocument, Site} from '../../content/model.ts'
import type {ContentSource} from '../../content/source.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {ContentError, type Problem} from '../../errors.ts'
import {createGate, type Gate} from '../../verification/gate.ts'

export interface Desk {
  readonly content: Content
  readonly site: Site
  readonly book: NoticeBook
  readonly gate: Gate
  /** Newest first, retracted ones included. */
  readonly summaries: readonly ArticleSummary[]
  /** Articles that are there and cannot be read, so that nobody knows where their page belongs. */
  readonly unreadable: ReadonlyMap<string, Error>
  readonly notices: readonly NoticeDocument[]
  readonly helplines: readonly Helpline[]
  /** YYYY-MM-DD. */
  readonly today: string
}

/** One that was retracted is none of them: its old page must go, whatever else is wrong with it. */
const unreadableArticles = async (
  source: ContentSource,
  problems: readonly Problem[],
): Promise<ReadonlyMap<string, Error>> => {
  const byId = Map.groupBy(problems, ({documentId}) => documentId)
  const documents = await source.documents([...byId.keys()])
  const unreadable = new Map<string, Error>()
  for (const [id, own] of byId) {
    const document = documents.get(id)
    const isRetracted = isObject(document) && isObject(document['retraction'])
    if (document !== undefined && !isRetracted) unreadable.set(id, new ContentError(own))
  }
  return unreadable
}

/** What changed since another desk was opened on the same day. */
export interface Since {
  readonly desk: Desk
  readonly changed: ReadonlySet<string>
}

/** Throws ContentError when the site document cannot be read. */
export const openDesk = async (
  source: ContentSource,
  today: string,
  since?: Since,
): Promise<Desk> => {
  const before = since && {content: since.desk.content, changed: since.changed}
  const content = await openContent(source, {today, ...(before && {before})})
  const site = await content.site()
  const notices = (await content.notices()).items
  const helplines = (await content.helplines()).items
  const summaries = await content.summaries()
  const unreadable = await unreadableArticles(source, summaries.problems)
  const book = new NoticeBook({site, notices, helplines, today})
  const gate = createGate(book, {origin: site.url})
  const {items} = summaries
  return Object.freeze({
    content,
    site,
    book,
    gate,
    summaries: items,
    unreadable,
    notices,
    helplines,
    today,
  })
}
