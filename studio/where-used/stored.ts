/** Documents as the dataset stores them: drafts and versions beside the published ones. */
import {publishedId} from '../../schemas/rules/dataset.ts'
import {fieldsOf, type Fields, itemsOf, textOf} from '../../schemas/shapes.ts'

export {publishedId}

export interface Stored {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  /** All of it, the three above included. */
  readonly fields: Fields
}

/** Answers of the dataset; what is no document is left out. */
export const storedOf = (answer: unknown): readonly Stored[] =>
  itemsOf(answer).flatMap((each) => {
    const fields = fieldsOf(each)
    const {_id, _type, _rev} = fields
    return typeof _id === 'string' && typeof _type === 'string' && typeof _rev === 'string'
      ? [Object.freeze({_id, _type, _rev, fields})]
      : []
  })

export type State = 'published' | 'draft' | 'version'

export const stateOf = (id: string): State => {
  if (id.startsWith('drafts.')) return 'draft'
  return id.startsWith('versions.') ? 'version' : 'published'
}

/** What an editor knows the document by. */
export const titleOf = ({fields, _id}: Pick<Stored, 'fields' | '_id'>): string => {
  const {title, heading, name, country, language} = fields
  const audience = [country, language].map(textOf).filter((part) => part !== '')
  if (fields['_type'] === 'crisisNotice') return [...audience, textOf(heading)].join(' · ')
  const known = [title, heading, name].map(textOf).find((text) => text !== '')
  return known ?? publishedId(_id)
}

/** Oldest state first would show an outdated title: the draft is what the editor works on. */
const RANK: Readonly<Record<State, number>> = {draft: 0, version: 1, published: 2}

/** The documents of each id, its draft first. */
export const byPublishedId = (
  documents: readonly Stored[],
): ReadonlyMap<string, readonly Stored[]> => {
  const groups = new Map<string, Stored[]>()
  for (const document of documents) {
    const id = publishedId(document._id)
    groups.set(id, [...(groups.get(id) ?? []), document])
  }
  for (const group of groups.values()) {
    group.sort((one, other) => RANK[stateOf(one._id)] - RANK[stateOf(other._id)])
  }
  return groups
}
