/** What Sanity promises of strong references: they lead to a document, and it cannot be deleted while they do. */
import {referencesOf} from '../references.ts'
import {missingReference, stillReferenced} from './failure.ts'
import type {Staging} from './staging.ts'

/**
 * Throws TransactionFailure. References that a document held before are not looked at: data that
 * came with a fault can still be edited.
 */
export const checkReferences = (staging: Staging): void => {
  const changes = staging.changes()
  for (const {id, before, after, index} of changes) {
    if (after === undefined) continue
    const held = before === undefined ? undefined : referencesOf(before)
    for (const [target, strong] of referencesOf(after)) {
      if (!strong || held?.get(target) === true) continue
      if (staging.get(target) === undefined) throw missingReference(id, target, index)
    }
  }
  for (const {id, after, index} of changes) {
    if (after !== undefined) continue
    const referring = [...staging.store.indexes.referrers(id)]
      .flatMap(([from, strong]) => (strong ? from : []))
      .filter((from) => from !== id && stillRefers(staging, from, id))
    if (referring.length > 0) throw stillReferenced(id, referring, index)
  }
}

const stillRefers = (staging: Staging, from: string, target: string): boolean => {
  const now = staging.get(from)
  if (now === undefined) return false
  return now === staging.store.get(from) || referencesOf(now).get(target) === true
}
