/** Sends a transaction, all or nothing, and says in words why it was refused. */
import type {Mutation, SanityClient} from '@sanity/client'
import {fieldsOf} from '../../schemas/shapes.ts'
import type {PatchMutation} from './mutation.ts'

const CHANGED =
  'Somebody changed one of these documents just now. Look at the list again, then try once more.'

const statusOf = (error: unknown): unknown => fieldsOf(error)['statusCode']

const asMutation = ({patch}: PatchMutation): Mutation => {
  const {insert, unset, set, setIfMissing, id, ifRevisionID} = patch
  return {
    patch: {
      id,
      ...(ifRevisionID !== undefined && {ifRevisionID}),
      ...(set !== undefined && {set: {...set}}),
      ...(setIfMissing !== undefined && {setIfMissing: {...setIfMissing}}),
      ...(unset !== undefined && {unset: [...unset]}),
      ...(insert !== undefined && {insert: {after: insert.after, items: [...insert.items]}}),
    },
  }
}

/** Undefined when it was done. */
export const sendAll = async (
  client: SanityClient,
  mutations: readonly PatchMutation[],
): Promise<string | undefined> => {
  try {
    await client.mutate(mutations.map(asMutation), {visibility: 'sync', returnDocuments: false})
    return undefined
  } catch (error) {
    if (statusOf(error) === 409) return CHANGED
    return error instanceof Error ? error.message : String(error)
  }
}
