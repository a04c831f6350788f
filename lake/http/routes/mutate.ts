/** /data/mutate and /data/actions */
import {Hono} from 'hono'
import {BadRequest} from '../../bad-request.ts'
import {isObject, text, textField, type JsonObject} from '../../json.ts'
import {runQuery} from '../../query/query.ts'
import {viewOf} from '../../query/view.ts'
import {stageActions} from '../../transactions/actions/stage-actions.ts'
import {stageMutations} from '../../transactions/mutations.ts'
import {transact} from '../../transactions/transact.ts'
import {LOCAL_EDITOR} from '../../users/local-editor.ts'
import {readJsonObject} from '../body.ts'
import type {LakeContext} from '../context.ts'
import {json} from '../json-answer.ts'

const listOf = (body: JsonObject, name: string): readonly unknown[] => {
  const list = body[name]
  if (!Array.isArray(list)) throw new BadRequest(`The request body needs a list of ${name}`)
  return list
}

/** Reads the documents as they are before the transaction, drafts and versions too. */
const selector =
  ({store, projectId, dataset}: LakeContext) =>
  (query: string, params: JsonObject): readonly string[] => {
    const found = runQuery(query, {
      store,
      view: viewOf(store, 'raw'),
      params,
      identity: LOCAL_EDITOR.id,
      projectId,
      dataset,
    })
    const list: readonly unknown[] = Array.isArray(found) ? found : [found]
    return list.flatMap((item) => textField(item, '_id') ?? [])
  }

export const mutateRoutes = (lake: LakeContext): Hono => {
  const app = new Hono()
  const {store} = lake

  app.post('/:version/data/mutate/:dataset', async (c) => {
    const body = await readJsonObject(c.req.raw, lake.limits.json)
    const is = (name: string): boolean => c.req.query(name) === 'true'
    const transactionId = text(body['transactionId'])
    const {
      transactionId: id,
      result: results,
      documents,
    } = await transact(
      {
        store,
        identity: LOCAL_EDITOR.id,
        dryRun: is('dryRun') || body['dryRun'] === true,
        ...(transactionId !== undefined && {transactionId}),
      },
      (staging) =>
        stageMutations(
          {staging, select: selector(lake), generateKeys: is('autoGenerateArrayKeys')},
          listOf(body, 'mutations'),
        ),
    )
    return json({
      transactionId: id,
      results: is('returnDocuments')
        ? results.map((result) => ({...result, document: documents(result.id) ?? null}))
        : results,
    })
  })

  app.post('/:version/data/actions/:dataset', async (c) => {
    const body = await readJsonObject(c.req.raw, lake.limits.json)
    const transactionId = text(body['transactionId'])
    const actions = listOf(body, 'actions')
    if (actions.some((action) => !isObject(action))) throw new BadRequest('An action is an object')
    const {transactionId: id} = await transact(
      {
        store,
        identity: LOCAL_EDITOR.id,
        dryRun: body['dryRun'] === true,
        ...(transactionId !== undefined && {transactionId}),
      },
      (staging) => stageActions(staging, actions),
    )
    return json({transactionId: id})
  })

  return app
}
