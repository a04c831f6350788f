/** Readers of `{_type: 'reference', _ref}`. */
import {idKind} from '../dataset-ids.ts'
import {isObject} from '../json-object.ts'
import {refusesHidden} from './codes.ts'
import type {Lookup, Shelf} from './lookup.ts'
import type {Place} from './place.ts'
import {type Reader, reportType} from './reader.ts'

const EXPECTED = 'a reference to a document'

/** The id, when the dataset holds a document of that type under it; otherwise reported. */
const resolve = (
  value: unknown,
  place: Place,
  type: string,
  lookup: Pick<Lookup, 'typeOf'>,
): string | undefined => {
  const id = isObject(value) ? value['_ref'] : undefined
  if (typeof id !== 'string') {
    reportType(value, place, EXPECTED)
    return undefined
  }
  if (refusesHidden(id, place)) return undefined
  const kind = idKind(id)
  if (kind === 'draft' || kind === 'version') {
    const what = kind === 'draft' ? 'a draft' : 'a version of a release'
    place.report(
      'DRAFT_REFERENCE',
      `The reference points to ${id}, ${what}, which readers never see. Publish that document and reference it again.`,
    )
    return undefined
  }
  const found = lookup.typeOf(id)
  if (found === type) return id
  if (found === undefined) {
    place.report(
      'DANGLING_REFERENCE',
      `There is no published document ${id.slice(0, 128)}. Publish it, or remove the reference.`,
    )
  } else {
    place.report(
      'WRONG_REFERENCE_TYPE',
      `${id} is a document of type ${found}, and a ${type} belongs here. Reference a ${type}.`,
    )
  }
  return undefined
}

/** A checked id; empty when it was reported. */
export const referenceId =
  (type: string, lookup: Pick<Lookup, 'typeOf'>): Reader<string> =>
  (value, place) =>
    resolve(value, place, type, lookup) ?? ''

/** An id whose document somebody else will look for. */
export const looseReferenceId: Reader<string> = (value, place) => {
  const id = isObject(value) ? value['_ref'] : undefined
  if (typeof id !== 'string') {
    reportType(value, place, EXPECTED)
    return ''
  }
  if (!refusesHidden(id, place) && idKind(id) !== 'published') {
    place.report(
      'DRAFT_REFERENCE',
      `The reference points to ${id.slice(0, 128)}, which is no published document. Publish it and reference it again.`,
    )
  }
  return id
}

/** The document itself; its own problems become problems of whoever refers to it. */
export const referenced =
  <T>(shelf: Shelf<T>, lookup: Pick<Lookup, 'typeOf'>): Reader<T> =>
  (value, place) => {
    const id = resolve(value, place, shelf.type, lookup)
    if (id === undefined) return shelf.standIn
    const result = shelf.get(id)
    if (result.ok) return result.value
    for (const problem of result.problems) place.adopt(problem)
    const count = result.problems.filter(({documentId}) => documentId === id).length
    place.report(
      'REFERENCE_INVALID',
      `The ${shelf.type} ${id} cannot be published${count > 0 ? `: it has ${count} of the problems listed` : ''}. Mend it, or remove the reference.`,
    )
    return shelf.standIn
  }

/** Reports every value that stands in the list for a second time. */
export const reportRepeats = (ids: readonly string[], place: Place, what: string): void => {
  const seen = new Set<string>()
  ids.forEach((id) => {
    if (id !== '' && seen.has(id)) {
      place.report('DUPLICATE_REFERENCE', `${id} stands here twice. Keep one ${what} of it.`)
    }
    seen.add(id)
  })
}
