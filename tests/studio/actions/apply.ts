/** Applies mutations as the dataset does, all or none. */
import {Mutation} from '@sanity/mutator'
import {isObject, type JsonObject} from '../../../content/json-object.ts'
import {parsePatch} from '../../../lake/transactions/patch.ts'
import type {PatchMutation} from '../../../studio/actions/mutation.ts'
import type {Document} from '../where-used/dataset.ts'

/** As it arrives at the dataset. */
const sent = (value: unknown): JsonObject => {
  const read: unknown = JSON.parse(JSON.stringify(value))
  if (!isObject(read)) throw new Error('no object')
  return {...read}
}

const isDocument = (value: unknown): value is Document =>
  isObject(value) && typeof value['_id'] === 'string' && typeof value['_type'] === 'string'

/** Throws when a revision is not the one that was planned for. Revisions stay as they are. */
export const applied = (
  documents: readonly Document[],
  mutations: readonly PatchMutation[],
): readonly Document[] =>
  documents.map((document) => {
    let result: unknown = sent(document)
    for (const {patch} of mutations) {
      if (patch.id !== document._id) continue
      const {ifRevisionID, ...operations} = parsePatch(sent(patch), 0)
      if (ifRevisionID !== undefined && ifRevisionID !== document['_rev']) {
        throw new Error(`${document._id} was changed meanwhile`)
      }
      const mutation = new Mutation({mutations: [{patch: {id: patch.id, ...operations}}]})
      if (!isDocument(result)) throw new Error(`${document._id} is no document`)
      result = mutation.apply({...result})
    }
    if (!isDocument(result)) throw new Error(`${document._id} is gone`)
    return result
  })
