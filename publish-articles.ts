/** One article on the channels asked for: read, attached to its notice, rendered and read back. */
import type {Content} from './content/content.ts'
import {unwrap} from './content/join.ts'
import type {Article, ArticleSummary, Site} from './content/model.ts'
import type {NoticeBook} from './crisis-notice/notice-book.ts'
import {type Entry, Publication} from './crisis-notice/policy.ts'
import type {Problem} from './errors.ts'
import {problemsOf} from './problems.ts'
import {type EarlierArticle, type Frame, inputsOf} from './publish-inputs.ts'
import type {Output, Publisher} from './publishers/publisher.ts'
import type {SmsMessage} from './publishers/sms/message.ts'
import {smsMessage} from './publishers/sms/sms-publisher.ts'
import type {Expectation} from './verification/expectation.ts'
import type {Gate, VerifiedOutput} from './verification/gate.ts'

export type PublishEvent =
  | {readonly kind: 'started'; readonly articles: number; readonly digests: number}
  /** An article whose outputs stand as they should. */
  | {readonly kind: 'unchanged'; readonly documentId: string}
  /** An article was published whole; to be given to the next run. */
  | {readonly kind: 'article'; readonly documentId: string; readonly earlier: EarlierArticle}
  /** A list of articles: `stands` as it should be, or was made. To be given to the next run. */
  | {
      readonly kind: 'list'
      readonly path: string
      readonly inputs: string
      readonly stands: boolean
    }
  /** One article or digest is done, published or refused. */
  | {readonly kind: 'step'; readonly documentId: string}
  | {
      readonly kind: 'output'
      readonly output: VerifiedOutput
      /** For `sms` only: the messages taken apart, in the order of the output's. */
      readonly messages?: readonly SmsMessage[]
    }
  /** `retracted`: what was published before must go, even though nothing takes its place. */
  | {
      readonly kind: 'refused'
      /** The article, digest or site that was refused; the problem may lie in what it references. */
      readonly documentId: string
      readonly problem: Problem
      readonly retracted: boolean
    }
  | {readonly kind: 'warning'; readonly problem: Problem}

export interface Desk {
  readonly content: Content
  readonly today: string
  readonly site: Site
  readonly book: NoticeBook
  readonly gate: Gate
  readonly country: string
  readonly presses: readonly Publisher[]
}

/** An article to be made, and the same one in other languages. Plain data. */
export interface Commission {
  readonly summary: ArticleSummary
  readonly translations: readonly ArticleSummary[]
}

/** As an earlier run left it on all channels asked for, if that still stands as it was. */
export type EarlierOf = (articleId: string) => EarlierArticle | undefined

export const refused = (
  problems: readonly Problem[],
  documentId?: string,
  retracted = false,
): readonly PublishEvent[] =>
  problems.map((problem) => ({
    kind: 'refused',
    documentId: documentId ?? problem.documentId,
    problem,
    retracted,
  }))

/** Passes outputs through the gate; a refused one does not stop the next. */
export async function* verified(
  gate: Gate,
  documentId: string,
  retracted: boolean,
  expectation: Expectation,
  render: () => Iterable<Output>,
  messages?: () => readonly SmsMessage[],
): AsyncGenerator<PublishEvent> {
  try {
    for (const output of render()) {
      const passed = await gate.pass(output, expectation)
      yield {kind: 'output', output: passed, ...(messages && {messages: messages()})}
    }
  } catch (error) {
    yield* refused(problemsOf(error, documentId), documentId, retracted)
  }
}

async function* publishArticle(
  desk: Desk,
  article: Article,
  publication: Publication,
): AsyncGenerator<PublishEvent> {
  const {audience} = publication
  const expectation = {audience, topics: article.topics}
  const retracted = article.retraction !== undefined
  for (const press of desk.presses) {
    const render = () => press.article(publication)
    const messages = press.channel === 'sms' ? () => [smsMessage(publication)] : undefined
    yield* verified(desk.gate, article.id, retracted, expectation, render, messages)
  }
}

const frameOf = (
  {site, book, country}: Desk,
  summary: ArticleSummary,
  translations: readonly ArticleSummary[],
): Frame => {
  const notice = book.notice({country, language: summary.language}, summary.topics)
  return {site, notice, translations, audience: notice.audience}
}

/** Whether its outputs are to be made; one that cannot be told is, and then says why. */
export const isDue = (
  desk: Desk,
  {summary, translations}: Commission,
  earlier: EarlierOf,
): boolean => {
  const before = earlier(summary.id)
  if (before === undefined) return true
  try {
    return before.inputs !== inputsOf(desk, before.uses, frameOf(desk, summary, translations))
  } catch {
    return true
  }
}

interface Listed extends Commission {
  /** Its whole text is needed, changed or not. */
  readonly isForFeeds: boolean
  /** Its outputs are as they should be. */
  readonly stands: boolean
}

interface Shown {
  readonly entry: Entry
  /** Absent where it was not needed. */
  readonly publication?: Publication
}

/** What lists may name, unless it was refused or retracted. */
export async function* publishListed(
  desk: Desk,
  {summary, translations, isForFeeds, stands}: Listed,
): AsyncGenerator<PublishEvent, Shown | undefined> {
  const {content, site, book, country} = desk
  const {id: documentId, retraction} = summary
  const isRetracted = retraction !== undefined
  try {
    const frame = frameOf(desk, summary, translations)
    const entry = Object.freeze({article: summary, notice: frame.notice})
    if (stands) yield {kind: 'unchanged', documentId}
    if (stands && !isForFeeds) return isRetracted ? undefined : {entry}
    const {result, uses} = await content.reading(documentId)
    const article = unwrap(result)
    const publication = Publication.create({site, book, article, country, translations})
    if (stands) return {entry, publication}
    let isWhole = true
    for await (const event of publishArticle(desk, article, publication)) {
      if (event.kind === 'refused') isWhole = false
      yield event
    }
    if (!isWhole) return undefined
    const made = [...uses]
    const inputs = inputsOf(desk, made, frame)
    if (inputs !== undefined) yield {kind: 'article', documentId, earlier: {uses: made, inputs}}
    return isRetracted ? undefined : {entry, publication}
  } catch (error) {
    yield* refused(problemsOf(error, documentId), documentId, isRetracted)
    return undefined
  }
}
