/** The body of /data/mutate, staged one mutation after the other. */
import {isObject, type JsonObject, text} from '../json.ts'
import {autoKeys} from './auto-keys.ts'
import {invalid, notFound} from './failure.ts'
import {parsePatch} from './patch.ts'
import type {Staging} from './staging.ts'

export interface MutationResult {
  readonly id: string
  readonly operation: 'create' | 'update' | 'delete' | 'none'
}

export interface MutationContext {
  readonly staging: Staging
  /** The ids that a query finds, for a mutation that names documents by one. */
  readonly select: (query: string, params: JsonObject) => readonly string[]
  /** Gives objects in lists a `_key`. */
  readonly generateKeys: boolean
}

type Apply = (
  context: MutationContext,
  body: JsonObject,
  index: number,
) => readonly MutationResult[]

const targets = ({select}: MutationContext, body: JsonObject, index: number): readonly string[] => {
  const id = body['id']
  if (typeof id === 'string') return [id]
  if (Array.isArray(id)) return id.flatMap((item) => text(item) ?? [])
  const query = text(body['query'])
  if (query === undefined) throw invalid('Neither id nor query says which document', index)
  return select(query, isObject(body['params']) ? body['params'] : {})
}

const withKeys = ({generateKeys}: MutationContext, body: JsonObject): JsonObject => {
  if (!generateKeys) return body
  const keyed = autoKeys(body)
  return isObject(keyed) ? keyed : body
}

const APPLY: Readonly<Record<string, Apply>> = {
  create: (context, body, index) => [
    {id: context.staging.create(withKeys(context, body), index), operation: 'create'},
  ],
  createOrReplace: (context, body, index) => {
    const id = text(body['_id'])
    if (id === undefined) throw invalid('createOrReplace needs a document with an _id', index)
    const existed = context.staging.get(id) !== undefined
    context.staging.createOrReplace(withKeys(context, body), index)
    return [{id, operation: existed ? 'update' : 'create'}]
  },
  createIfNotExists: (context, body, index) => {
    if (text(body['_id']) === undefined) {
      throw invalid('createIfNotExists needs a document with an _id', index)
    }
    const {id, created} = context.staging.createIfNotExists(withKeys(context, body), index)
    return [{id, operation: created ? 'create' : 'none'}]
  },
  delete: (context, body, index) =>
    targets(context, body, index).map((id) => {
      const revision = text(body['ifRevisionID'])
      if (revision !== undefined) context.staging.expectRevision(id, revision, index)
      return {id, operation: context.staging.delete(id, index) ? 'delete' : 'none'}
    }),
  patch: (context, body, index) => {
    const patch = parsePatch(withKeys(context, body), index)
    return targets(context, body, index).map((id) => {
      if (context.staging.get(id) === undefined) throw notFound(id, index)
      context.staging.patch(id, patch, index)
      return {id, operation: 'update'}
    })
  },
}

/** One result a document touched. Throws TransactionFailure. */
export const stageMutations = (
  context: MutationContext,
  mutations: readonly unknown[],
): readonly MutationResult[] =>
  mutations.flatMap((mutation, index) => {
    const [name, ...others] = isObject(mutation) ? Object.keys(mutation) : []
    const apply = name === undefined || !Object.hasOwn(APPLY, name) ? undefined : APPLY[name]
    const body = isObject(mutation) && name !== undefined ? mutation[name] : undefined
    if (apply === undefined || others.length > 0 || !isObject(body)) {
      throw invalid(
        `A mutation is one of ${Object.keys(APPLY).join(', ')}, with an object; this is ${JSON.stringify(name ?? mutation)}`,
        index,
      )
    }
    return apply(context, body, index)
  })
