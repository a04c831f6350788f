/** Actions on the versions of documents in releases. */
import {isPublishedId, isVersionId, publishedId} from '../../ids.ts'
import {isObject, type JsonObject, text} from '../../json.ts'
import {type Action, refuse, required} from './action.ts'

const copy = ({_rev, _updatedAt, _system, ...rest}: JsonObject): JsonObject => rest

const checkVersion = (id: string, published: string, index: number): void => {
  if (isPublishedId(id) || publishedId(id) !== published) {
    throw refuse(
      `${JSON.stringify(id)} is not a draft or version of ${JSON.stringify(published)}`,
      index,
      400,
    )
  }
}

const create: Action = (staging, body, index) => {
  const published = required(body, 'publishedId', index)
  const given = body['document'] ?? body['attributes']
  if (isObject(given)) {
    checkVersion(required(given, '_id', index), published, index)
    staging.create(given, index)
    return
  }
  const id = required(body, 'versionId', index)
  const baseId = required(body, 'baseId', index)
  checkVersion(id, published, index)
  const base = staging.get(baseId)
  if (base === undefined) throw refuse(`Document ${JSON.stringify(baseId)} does not exist`, index)
  const revision = text(body['ifBaseRevisionId'])
  if (revision !== undefined) staging.expectRevision(baseId, revision, index)
  staging.create({...copy(base), _id: id}, index)
}

const discard: Action = (staging, body, index) => {
  const id = required(body, 'versionId', index)
  if (isPublishedId(id)) {
    throw refuse(`${JSON.stringify(id)} is not the ID of a draft or version`, index, 400)
  }
  if (!staging.delete(id, index))
    throw refuse(`Document ${JSON.stringify(id)} does not exist`, index)
}

const replace: Action = (staging, body, index) => {
  const document = body['document'] ?? body['attributes']
  if (!isObject(document)) throw refuse('The action needs a document', index, 400)
  const id = required(document, '_id', index)
  if (isPublishedId(id)) {
    throw refuse(`${JSON.stringify(id)} is not the ID of a draft or version`, index, 400)
  }
  if (staging.get(id) === undefined) {
    throw refuse(`Document ${JSON.stringify(id)} does not exist`, index)
  }
  staging.createOrReplace(document, index)
}

/** Marks that the published document goes when the release is published. */
const unpublish: Action = (staging, body, index) => {
  const published = required(body, 'publishedId', index)
  const id = required(body, 'versionId', index)
  checkVersion(id, published, index)
  if (!isVersionId(id)) throw refuse(`${JSON.stringify(id)} is not in a release`, index, 400)
  const base = staging.get(published)
  if (base === undefined)
    throw refuse(`Document ${JSON.stringify(published)} is not published`, index)
  staging.createOrReplace({...copy(base), _id: id, _system: {delete: true}}, index)
}

export const VERSION_ACTIONS: Readonly<Record<string, Action>> = {
  'sanity.action.document.version.create': create,
  'sanity.action.document.version.discard': discard,
  'sanity.action.document.version.replace': replace,
  'sanity.action.document.version.unpublish': unpublish,
}
