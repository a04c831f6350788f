/** A dataset with later changes laid over it; the dataset itself stays as it was. */
import type {JsonObject} from '../json-object.ts'
import {stringField} from '../json-object.ts'
import type {Dataset} from '../source.ts'

/** What became of a document: as it stands now, or `undefined` when it is gone. */
export type Changes = ReadonlyMap<string, JsonObject | undefined>

const typeOf = (document: JsonObject | undefined): string | undefined =>
  stringField(document, '_type')

/** Changed documents keep their place; new ones come last. Reads `changes` as they are at the time of the call. */
export const overlay = (base: Dataset, changes: Changes): Dataset => {
  const changed = new Map(changes)
  const {readNow} = base
  const later = [...changed].filter(([id]) => base.typeOf(id) === undefined)
  return Object.freeze({
    ids: (type: string) => [
      ...base.ids(type).filter((id) => !changed.has(id) || typeOf(changed.get(id)) === type),
      ...later.flatMap(([id, document]) => (typeOf(document) === type ? [id] : [])),
    ],
    typeOf: (id: string) => (changed.has(id) ? typeOf(changed.get(id)) : base.typeOf(id)),
    sizeOf: (id: string) =>
      changed.has(id) ? JSON.stringify(changed.get(id) ?? '').length : base.sizeOf(id),
    read: async (id: string) => (changed.has(id) ? changed.get(id) : base.read(id)),
    ...(readNow !== undefined && {
      readNow: (id: string) => (changed.has(id) ? changed.get(id) : readNow.call(base, id)),
    }),
    problems: base.problems.filter(({documentId}) => !changed.has(documentId)),
  })
}
