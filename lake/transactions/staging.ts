/** A transaction in the making: what it has done so far, seen by what it does next. */
import {randomUUID} from 'node:crypto'
import {isTooDeep, type LakeDocument, makeDocument} from '../document.ts'
import {isValidId} from '../ids.ts'
import {type JsonObject, text} from '../json.ts'
import type {Store} from '../store/store.ts'
import type {Change} from '../store/transaction.ts'
import {alreadyExists, invalid, notFound, wrongRevision} from './failure.ts'
import {applyPatch, type Patch} from './patch.ts'

export interface StagingOptions {
  readonly store: Store
  readonly transactionId: string
  readonly timestamp: string
}

interface Staged {
  readonly before: LakeDocument | undefined
  after: LakeDocument | undefined
  readonly mutations: JsonObject[]
  /** The mutation that touched it last, for messages. */
  index: number
}

/** An id to be made up: none, or one that ends with a full stop. */
const chooseId = (given: string | undefined): string =>
  given === undefined || given.endsWith('.') ? `${given ?? ''}${randomUUID()}` : given

export class Staging {
  readonly transactionId: string
  readonly timestamp: string
  readonly #store: Store
  readonly #staged = new Map<string, Staged>()

  constructor({store, transactionId, timestamp}: StagingOptions) {
    this.#store = store
    this.transactionId = transactionId
    this.timestamp = timestamp
  }

  get(id: string): LakeDocument | undefined {
    const staged = this.#staged.get(id)
    return staged === undefined ? this.#store.get(id) : staged.after
  }

  /** The ids that refer to `target`, as things stand before this transaction. */
  get store(): Store {
    return this.#store
  }

  /** Gives the id. Throws TransactionFailure when it is taken. */
  create(attributes: JsonObject, index: number): string {
    const document = this.#make(attributes, undefined, index)
    if (this.get(document._id) !== undefined) throw alreadyExists(document._id, index)
    this.#set(document._id, document, [{create: document}], index)
    return document._id
  }

  createOrReplace(attributes: JsonObject, index: number): string {
    const id = chooseId(text(attributes['_id']))
    const existing = this.get(id)
    const document = this.#make({...attributes, _id: id}, existing, index)
    this.#set(id, document, [{createOrReplace: document}], index)
    return id
  }

  /** Gives the id, and whether it was made. */
  createIfNotExists(
    attributes: JsonObject,
    index: number,
  ): {readonly id: string; readonly created: boolean} {
    const document = this.#make(attributes, undefined, index)
    const id = document._id
    if (this.get(id) !== undefined) return {id, created: false}
    this.#set(id, document, [{createIfNotExists: document}], index)
    return {id, created: true}
  }

  delete(id: string, index: number): boolean {
    if (this.get(id) === undefined) return false
    this.#set(id, undefined, [{delete: {id}}], index)
    return true
  }

  patch(id: string, patch: Patch, index: number): void {
    const before = this.get(id)
    if (before === undefined) throw notFound(id, index)
    if (patch.ifRevisionID !== undefined) this.expectRevision(id, patch.ifRevisionID, index)
    const {after: patched, operations} = applyPatch(before, patch, index)
    const after = makeDocument(patched, {
      _id: id,
      _type: before._type,
      _rev: this.transactionId,
      _createdAt: before._createdAt,
      _updatedAt: this.timestamp,
    })
    this.#set(id, after, [{patch: {id, ...operations}}], index)
  }

  /** Throws TransactionFailure when the document is at another revision, or not there. */
  expectRevision(id: string, revision: string, index: number): void {
    const current = this.get(id)?._rev
    if (current !== revision) throw wrongRevision(id, current, revision, index)
  }

  /** What changed, in the order in which documents were first touched. */
  changes(): readonly (Change & {readonly index: number})[] {
    return [...this.#staged].flatMap(([id, {before, after, mutations, index}]) =>
      before === undefined && after === undefined ? [] : [{id, before, after, mutations, index}],
    )
  }

  #make(attributes: JsonObject, existing: LakeDocument | undefined, index: number): LakeDocument {
    const type = text(attributes['_type'])
    if (type === undefined || type === '') {
      throw invalid('Document must have a _type that is a text', index)
    }
    if (attributes['_id'] !== undefined && typeof attributes['_id'] !== 'string') {
      throw invalid('Document _id must be a text', index)
    }
    const id = chooseId(text(attributes['_id']))
    if (!isValidId(id)) throw invalid(`Document ID ${JSON.stringify(id)} is not valid`, index)
    return makeDocument(attributes, {
      _id: id,
      _type: type,
      _rev: this.transactionId,
      _createdAt: text(attributes['_createdAt']) ?? existing?._createdAt ?? this.timestamp,
      _updatedAt: this.timestamp,
    })
  }

  #set(
    id: string,
    after: LakeDocument | undefined,
    mutations: readonly JsonObject[],
    index: number,
  ): void {
    if (isTooDeep(after))
      throw invalid(`Document ${JSON.stringify(id)} is nested too deeply`, index)
    const staged = this.#staged.get(id)
    if (staged === undefined) {
      const before = this.#store.get(id)
      this.#staged.set(id, {before, after, mutations: [...mutations], index})
      return
    }
    staged.after = after
    staged.mutations.push(...mutations)
    staged.index = index
  }
}
