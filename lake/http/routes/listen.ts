/** /data/listen */
import {Hono} from 'hono'
import {BadRequest} from '../../bad-request.ts'
import {Listener, type ListenerOptions} from '../../listen/listener.ts'
import {seesOnlyPublished} from '../../query/perspective.ts'
import {LOCAL_EDITOR} from '../../users/local-editor.ts'
import type {LakeContext} from '../context.ts'
import type {ListenHosts} from '../listen-hosts.ts'
import {paramsOf} from './query.ts'

const layersOf = (version: string, all: boolean): ListenerOptions['layers'] => {
  if (all) return 'all'
  return seesOnlyPublished(version) ? 'published' : 'drafts'
}

export const listenRoutes = (lake: LakeContext, hosts: ListenHosts): Hono => {
  const app = new Hono()
  const {store, hub} = lake

  app.get('/:version/data/listen/:dataset', async (c) => {
    if (hosts.wants(c.req.raw.headers)) {
      return c.redirect(hosts.address(new URL(c.req.url)).href, 307)
    }
    const options = c.req.query()
    const {query = ''} = options
    if (query.trim() === '') throw new BadRequest('The query is empty')
    const listener = new Listener({
      query,
      params: paramsOf(options),
      identity: LOCAL_EDITOR.id,
      layers: layersOf(c.req.param('version'), options['includeAllVersions'] === 'true'),
      includeResult: options['includeResult'] === 'true',
      includePreviousRevision: options['includePreviousRevision'] === 'true',
      includeMutations: options['includeMutations'] !== 'false',
      includeEffects: options['effectFormat'] === 'mendoza',
      visibility: options['visibility'] ?? 'transaction',
      dereference: (id) => store.get(id),
    })
    await store.settled()
    const body = hub.connect({
      listener,
      enableResume: options['enableResume'] === 'true',
      lastEventId: c.req.header('last-event-id'),
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  })

  return app
}
