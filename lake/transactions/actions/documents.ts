/** The document actions: https://www.sanity.io/docs/http-reference/actions */
import {draftId, isDraftId, isPublishedId, layerOf, publishedId} from '../../ids.ts'
import {isObject, type JsonObject, text} from '../../json.ts'
import {parsePatch} from '../patch.ts'
import type {Staging} from '../staging.ts'
import {type Action, refuse, required} from './action.ts'
import {strengthenOnPublish} from './strengthen.ts'

/** The published id of a pair, and its draft's. Throws when the two do not belong together. */
const pair = (
  body: JsonObject,
  index: number,
): {readonly published: string; readonly draft: string} => {
  const published = required(body, 'publishedId', index)
  const draft = required(body, 'draftId', index)
  if (!isPublishedId(published)) {
    throw refuse(`${JSON.stringify(published)} is not a published document ID`, index, 400)
  }
  if (isPublishedId(draft) || publishedId(draft) !== published) {
    throw refuse(
      `${JSON.stringify(draft)} is not a draft or version of ${JSON.stringify(published)}`,
      index,
      400,
    )
  }
  return {published, draft}
}

const attributesOf = (body: JsonObject, index: number): JsonObject => {
  const attributes = body['attributes'] ?? body['document']
  if (!isObject(attributes)) throw refuse('The action needs attributes', index, 400)
  return attributes
}

/** The content of a document, to become another document. */
const content = ({_id, _rev, _createdAt, _updatedAt, _system, ...rest}: JsonObject): JsonObject =>
  rest

const guard = (staging: Staging, id: string, revision: unknown, index: number): void => {
  if (typeof revision === 'string') staging.expectRevision(id, revision, index)
}

const create: Action = (staging, body, index) => {
  const published = text(body['publishedId'])
  const attributes = attributesOf(body, index)
  const wanted =
    text(attributes['_id']) ?? (published === undefined ? 'drafts.' : draftId(published))
  if (isPublishedId(wanted)) {
    throw refuse(`${JSON.stringify(wanted)} is not the ID of a draft or version`, index, 400)
  }
  if (isDraftId(wanted) && staging.get(publishedId(wanted)) !== undefined) {
    throw refuse(`Document ${JSON.stringify(publishedId(wanted))} is already published`, index)
  }
  const draft = {...attributes, _id: wanted}
  if (body['ifExists'] === 'ignore') staging.createIfNotExists(draft, index)
  else staging.create(draft, index)
}

const edit: Action = (staging, body, index) => {
  const {published, draft} = pair(body, index)
  const patch = body['patch']
  if (!isObject(patch)) throw refuse('The action needs a patch', index, 400)
  if (staging.get(draft) === undefined) {
    const base = staging.get(published)
    if (base === undefined) {
      throw refuse(
        `Neither ${JSON.stringify(draft)} nor ${JSON.stringify(published)} exists`,
        index,
        404,
      )
    }
    staging.create({...content(base), _id: draft, _createdAt: base._createdAt}, index)
  }
  staging.patch(draft, parsePatch(patch, index), index)
}

const replaceDraft: Action = (staging, body, index) => {
  const attributes = attributesOf(body, index)
  const published = publishedId(text(body['publishedId']) ?? required(attributes, '_id', index))
  const draft = text(attributes['_id']) ?? draftId(published)
  if (isPublishedId(draft)) {
    throw refuse(`${JSON.stringify(draft)} is not the ID of a draft`, index, 400)
  }
  if (staging.get(draft) === undefined && staging.get(published) === undefined) {
    throw refuse(`Document ${JSON.stringify(published)} does not exist`, index, 404)
  }
  staging.createOrReplace({...attributes, _id: draft}, index)
}

const publish: Action = (staging, body, index) => {
  const {published, draft} = pair(body, index)
  const source = staging.get(draft)
  if (source === undefined) throw refuse(`Document ${JSON.stringify(draft)} does not exist`, index)
  guard(staging, draft, body['ifDraftRevisionId'], index)
  guard(staging, draft, body['ifVersionRevisionId'], index)
  guard(staging, published, body['ifPublishedRevisionId'], index)
  staging.createOrReplace(
    {
      ...strengthenOnPublish(content(source)),
      _id: published,
      _createdAt: staging.get(published)?._createdAt ?? source._createdAt,
    },
    index,
  )
  staging.delete(draft, index)
}

const unpublish: Action = (staging, body, index) => {
  const {published, draft} = pair(body, index)
  const source = staging.get(published)
  if (source === undefined)
    throw refuse(`Document ${JSON.stringify(published)} is not published`, index)
  guard(staging, published, body['ifPublishedRevisionId'], index)
  staging.createIfNotExists({...content(source), _id: draft, _createdAt: source._createdAt}, index)
  staging.delete(published, index)
}

const discard: Action = (staging, body, index) => {
  const id = text(body['draftId']) ?? required(body, 'versionId', index)
  if (isPublishedId(id)) {
    throw refuse(
      `${JSON.stringify(id)} is published: only drafts and versions are discarded`,
      index,
      400,
    )
  }
  if (!staging.delete(id, index))
    throw refuse(`Document ${JSON.stringify(id)} does not exist`, index)
}

const remove: Action = (staging, body, index) => {
  const published = required(body, 'publishedId', index)
  const listed: readonly unknown[] = Array.isArray(body['includeDrafts'])
    ? body['includeDrafts']
    : Array.isArray(body['includeVersions'])
      ? body['includeVersions']
      : []
  const others = [...staging.store.indexes.ofGroup(published)].filter((id) => id !== published)
  const left = others.filter((id) => layerOf(id) === 'drafts' && !listed.includes(id))
  if (left.length > 0 && Array.isArray(body['includeDrafts'])) {
    throw refuse(
      `Document ${JSON.stringify(published)} has drafts that includeDrafts does not name: ${left.join(', ')}`,
      index,
    )
  }
  const gone = [published, ...others.filter((id) => listed.includes(id))].filter((id) =>
    staging.delete(id, index),
  )
  if (gone.length === 0) throw refuse(`Document ${JSON.stringify(published)} does not exist`, index)
}

export const DOCUMENT_ACTIONS: Readonly<Record<string, Action>> = {
  'sanity.action.document.create': create,
  'sanity.action.document.edit': edit,
  'sanity.action.document.replaceDraft': replaceDraft,
  'sanity.action.document.publish': publish,
  'sanity.action.document.unpublish': unpublish,
  'sanity.action.document.discard': discard,
  'sanity.action.document.delete': remove,
}
