/** /data/query and /data/doc */
import {Hono} from 'hono'
import {BadRequest} from '../../bad-request.ts'
import {isObject, parseJson, text, type JsonObject} from '../../json.ts'
import {parsePerspective} from '../../query/perspective.ts'
import {runQuery} from '../../query/query.ts'
import {viewOf} from '../../query/view.ts'
import {LOCAL_EDITOR} from '../../users/local-editor.ts'
import {readJsonObject} from '../body.ts'
import type {LakeContext} from '../context.ts'
import {json} from '../json-answer.ts'

/** `?$name=<JSON>`. Throws BadRequest. */
export const paramsOf = (query: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => name.startsWith('$'))
      .map(([name, value]) => {
        try {
          return [name.slice(1), parseJson(value)]
        } catch {
          throw new BadRequest(`The parameter ${name} is not JSON: ${value.slice(0, 100)}`)
        }
      }),
  )

interface Asked {
  readonly query: string
  readonly params: JsonObject
  readonly perspective: string | undefined
}

const askedBy = async (
  request: Request,
  query: Readonly<Record<string, string>>,
  limit: number,
): Promise<Asked> => {
  if (request.method === 'GET') {
    return {query: query['query'] ?? '', params: paramsOf(query), perspective: query['perspective']}
  }
  const body = await readJsonObject(request, limit)
  return {
    query: text(body['query']) ?? '',
    params: isObject(body['params']) ? body['params'] : {},
    perspective: query['perspective'],
  }
}

export const queryRoutes = (lake: LakeContext): Hono => {
  const app = new Hono()
  const {store, projectId, dataset} = lake

  app.on(['GET', 'POST'], '/:version/data/query/:dataset', async (c) => {
    const started = performance.now()
    const asked = await askedBy(c.req.raw, c.req.query(), lake.limits.json)
    if (asked.query.trim() === '') throw new BadRequest('The query is empty')
    const perspective = parsePerspective(asked.perspective, c.req.param('version'))
    const result = runQuery(asked.query, {
      store,
      view: viewOf(store, perspective),
      params: asked.params,
      identity: LOCAL_EDITOR.id,
      projectId,
      dataset,
    })
    // made before anything can change, sent when it cannot be lost
    const answer = json({
      ms: Math.round(performance.now() - started),
      query: asked.query,
      result,
      syncTags: [],
    })
    await store.settled()
    return answer
  })

  app.get('/:version/data/doc/:dataset/:ids', async (c) => {
    const ids = c.req.param('ids').split(',').map(decodeURIComponent)
    const all = c.req.query('includeAllVersions') === 'true'
    const wanted = all ? ids.flatMap((id) => [...store.indexes.ofGroup(id)].sort()) : ids
    const documents = wanted.flatMap((id) => store.get(id) ?? [])
    const omitted = ids
      .filter((id) => store.get(id) === undefined)
      .map((id) => ({id, reason: 'existence'}))
    const answer = json({
      documents: c.req.query('excludeContent') === 'true' ? [] : documents,
      omitted,
    })
    await store.settled()
    return answer
  })

  return app
}
