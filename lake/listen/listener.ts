/** One listener: what it wants to hear, and what it is told of a change. */
import {evaluateSync, type ExprNode} from 'groq-js'
import type {LakeDocument} from '../document.ts'
import {isPublishedId, isVersionId} from '../ids.ts'
import type {JsonObject} from '../json.ts'
import {parseQuery} from '../query/query.ts'
import {rewrite} from '../query/rewrite.ts'
import {constantText, searchText} from '../query/text-search.ts'
import type {Change, Transaction} from '../store/transaction.ts'
import {effectsOf} from './effects.ts'

export interface ListenerOptions {
  readonly query: string
  readonly params: JsonObject
  readonly identity: string
  /** Drafts and versions too. */
  readonly layers: 'published' | 'drafts' | 'all'
  readonly includeResult: boolean
  readonly includePreviousRevision: boolean
  readonly includeMutations: boolean
  readonly includeEffects: boolean
  readonly visibility: string
  readonly dereference: (id: string) => LakeDocument | undefined
}

export interface ListenerEvent {
  readonly id: string
  readonly data: JsonObject
}

type Transition = 'appear' | 'disappear' | 'update'

export class Listener {
  readonly #options: ListenerOptions
  readonly #matchesAll: boolean
  readonly #tree: ExprNode

  /** Throws QueryParseError or BadRequest. */
  constructor(options: ListenerOptions) {
    const {query, params} = options
    this.#options = options
    this.#matchesAll = query.trim() === '*'
    this.#tree = parseQuery(query, params)
    this.#prepare([])
  }

  /** The events of one transaction, one a document, in its order. */
  eventsOf(transaction: Transaction): readonly ListenerEvent[] {
    const heard = transaction.changes.flatMap((change) => {
      const transition = this.#transition(change)
      return transition === undefined ? [] : [{change, transition}]
    })
    return heard.map(({change, transition}, index) =>
      this.#event(transaction, change, {transition, index, total: heard.length}),
    )
  }

  #prepare(documents: readonly LakeDocument[]): ExprNode {
    const {params} = this.#options
    return rewrite(this.#tree, {
      everything: {type: 'Value', value: documents},
      textQuery: (argument) => ({
        type: 'Value',
        value: searchText(documents, constantText(argument, params)),
      }),
    })
  }

  #matches(document: LakeDocument | undefined): boolean {
    if (document === undefined) return false
    if (this.#matchesAll) return true
    const {params, identity, dereference} = this.#options
    try {
      const {data} = evaluateSync(this.#prepare([document]), {
        dataset: [document],
        params: {...params},
        identity,
        dereference: ({_ref}) => dereference(_ref) ?? null,
      })
      return Array.isArray(data) ? data.length > 0 : data !== null && data !== false
    } catch {
      // a filter that fails on a document does not match it
      return false
    }
  }

  #transition({id, before, after}: Change): Transition | undefined {
    const {layers} = this.#options
    if (layers === 'published' && !isPublishedId(id)) return undefined
    if (layers === 'drafts' && isVersionId(id)) return undefined
    const matched = this.#matches(before)
    const matches = this.#matches(after)
    if (matched) return matches ? 'update' : 'disappear'
    return matches ? 'appear' : undefined
  }

  #event(
    {id: transactionId, timestamp, identity}: Transaction,
    change: Change,
    place: {readonly transition: Transition; readonly index: number; readonly total: number},
  ): ListenerEvent {
    const {before, after, mutations} = change
    const options = this.#options
    const id = `${transactionId}#${change.id}`
    const data = {
      eventId: id,
      documentId: change.id,
      transactionId,
      transition: place.transition,
      identity,
      timestamp,
      visibility: options.visibility,
      transactionTotalEvents: place.total,
      transactionCurrentEvent: place.index + 1,
      ...(before !== undefined && {previousRev: before._rev}),
      // of a deletion too: the Studio loses an event that has none
      resultRev: transactionId,
      ...(options.includeMutations && {mutations}),
      ...(options.includeEffects && {effects: effectsOf(change)}),
      ...(options.includeResult && after !== undefined && {result: after}),
      ...(options.includePreviousRevision && {previous: before ?? null}),
    }
    return {id, data}
  }
}
