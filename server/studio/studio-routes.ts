/** The built Studio, below /studio: files, and its page for every address of its own. */
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** `folder`: what `sanity build` wrote. Without its index.html every address says how to make it. */
export const studioRoutes = (folder: string): Hono => {
  const routes = new Hono()
  const inFolder = (path: string): string => path.replace(/^\/studio/, '')
  routes.use('/*', async (context, next) => {
    await next()
    context.header('x-frame-options', 'SAMEORIGIN')
  })
  routes.get('/static/*', serveStatic({root: folder, rewriteRequestPath: inFolder}))
  routes.get('/vendor/*', serveStatic({root: folder, rewriteRequestPath: inFolder}))
  routes.get('/*', async (context, next) => {
    const page = join(folder, 'index.html')
    if (await isFile(page)) return next()
    return context.text(
      'The Studio is not built yet. Run npm run build:studio, then reload.\n',
      503,
    )
  })
  routes.get('/*', serveStatic({root: folder, path: 'index.html'}))
  return routes
}
