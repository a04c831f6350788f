/** /data/export: every document, a line each, as @sanity/export reads it. */
import {Hono} from 'hono'
import {encodeLines} from '../encode-lines.ts'
import type {LakeContext} from '../context.ts'

export const exportRoutes = (lake: LakeContext): Hono => {
  const app = new Hono()
  const {store} = lake

  app.get('/:version/data/export/:dataset', async (c) => {
    const types = c.req.query('types')?.split(',')
    const wanted = types === undefined ? undefined : new Set(types)
    await store.settled()
    const documents = store
      .ids()
      .flatMap((id) => store.get(id) ?? [])
      .filter(({_type}) => wanted === undefined || wanted.has(_type))
    return new Response(encodeLines(documents), {
      headers: {'content-type': 'application/x-ndjson'},
    })
  })

  return app
}
