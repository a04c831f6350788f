/** /data/history: what the log in memory still knows. */
import {Hono} from 'hono'
import {isPublishedId} from '../../ids.ts'
import {effectsOf} from '../../listen/effects.ts'
import type {LakeDocument} from '../../document.ts'
import type {LakeContext} from '../context.ts'
import {json} from '../json-answer.ts'
import type {Change, Transaction} from '../../store/transaction.ts'

const logEntry = (
  {id, timestamp, identity, changes}: Transaction,
  wanted: ReadonlySet<string>,
  withEffects: boolean,
) => {
  const own = changes.filter((change) => wanted.has(change.id))
  return {
    id,
    timestamp,
    author: identity,
    documentIDs: own.map((change) => change.id),
    mutations: own.flatMap((change) => change.mutations),
    ...(withEffects && {
      effects: Object.fromEntries(own.map((change) => [change.id, effectsOf(change)])),
    }),
  }
}

const eventType = ({id, before, after}: Change): string => {
  if (isPublishedId(id)) return after === undefined ? 'unpublishDocument' : 'publishDocumentVersion'
  if (before === undefined) return 'createDocumentVersion'
  return after === undefined ? 'deleteDocumentVersion' : 'editDocumentVersion'
}

const event = (transaction: Transaction, change: Change) => ({
  id: transaction.id,
  type: eventType(change),
  timestamp: transaction.timestamp,
  author: transaction.identity,
  documentId: change.id,
  versionId: change.id,
  revisionId: transaction.id,
  versionRevisionId: transaction.id,
  contributors: [transaction.identity],
})

export const historyRoutes = (lake: LakeContext): Hono => {
  const app = new Hono()
  const {store} = lake

  app.get('/:version/data/history/:dataset/transactions/:ids', (c) => {
    const ids = new Set(c.req.param('ids').split(',').map(decodeURIComponent))
    const query = c.req.query()
    const limit = Number(query['limit'] ?? 50)
    const all = store.history.of(ids)
    const from = all.findIndex(({id}) => id === query['fromTransaction'])
    const to = all.findIndex(({id}) => id === query['toTransaction'])
    const range = all.slice(Math.max(from, 0), to === -1 ? undefined : to + 1)
    const ordered = query['reverse'] === 'true' ? range.toReversed() : range
    const lines = ordered
      .slice(0, Number.isFinite(limit) ? limit : 50)
      .map((transaction) =>
        JSON.stringify(logEntry(transaction, ids, query['effectFormat'] === 'mendoza')),
      )
    return new Response(lines.map((line) => `${line}\n`).join(''), {
      headers: {'content-type': 'application/x-ndjson'},
    })
  })

  app.get('/:version/data/history/:dataset/documents/:ids', (c) => {
    const {revision, time} = c.req.query()
    const found = (id: string): LakeDocument | undefined => {
      const changes = store.history.changesOf(id)
      if (revision !== undefined) {
        const at = changes.find(({transaction}) => transaction.id === revision)
        const current = store.get(id)
        return at?.change.after ?? (current?._rev === revision ? current : undefined)
      }
      if (time !== undefined) {
        const at = changes.findLast(({transaction}) => transaction.timestamp <= time)
        return at?.change.after ?? (changes.length === 0 ? store.get(id) : undefined)
      }
      return changes.at(-1)?.change.after ?? store.get(id) ?? changes.at(-1)?.change.before
    }
    const documents = c.req
      .param('ids')
      .split(',')
      .map(decodeURIComponent)
      .flatMap((id) => found(id) ?? [])
    return json({documents})
  })

  app.get('/:version/data/history/:dataset/events/documents/:id', (c) => {
    const id = c.req.param('id')
    const events = store.history
      .changesOf(id)
      .map(({transaction, change}) => event(transaction, change))
      .toReversed()
    return json({events, nextCursor: ''})
  })

  app.get('/:version/data/history/:dataset/events/releases/:id', () =>
    json({events: [], nextCursor: ''}),
  )

  return app
}
