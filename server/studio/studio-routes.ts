/** The built Studio, below /studio: files, and its page for every address of its own. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'

export interface ServedStudio {
  /** What `sanity build` wrote, with `/studio` as its base path. */
  readonly folder: string
  /** The local lake's address; absent for a Studio of a hosted project. */
  readonly lake?: string
}

const UNBUILT = 'The Studio is not built yet. Run npm run build:studio, then reload.\n'

/** Sanity's own page loads a script of its hosted dashboard, which a lake has not. */
const DASHBOARD = /<script[^>]*src="https:\/\/core\.sanity-cdn\.com\/[^>]*><\/script>/g

/** Tells the Studio where its lake is, which a build cannot know. Icons are asked for below /studio, too. */
const pageFor = (html: string, lake: string | undefined): string => {
  const own = html.replaceAll('href="/static/', 'href="/studio/static/')
  if (lake === undefined) return own
  const meta = `<meta name="throwline-lake" content="${lake}">`
  return own.replace(DASHBOARD, '').replace('<head>', () => `<head>${meta}`)
}

const readPage = async (folder: string): Promise<string | undefined> => {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8')
  } catch {
    return undefined
  }
}

/** While there is no build, every address says how to make one. */
export const studioRoutes = ({folder, lake}: ServedStudio): Hono => {
  const routes = new Hono()
  const files = serveStatic({
    root: folder,
    rewriteRequestPath: (path) => path.replace(/^\/studio/, ''),
  })
  routes.use('/*', async (context, next) => {
    await next()
    // nobody else's page may put the newsroom in a frame of theirs
    context.header('x-frame-options', 'SAMEORIGIN')
  })
  routes.get('/static/*', files)
  routes.get('/vendor/*', files)
  routes.get('/*', async (context) => {
    const html = await readPage(folder)
    if (html === undefined) return context.text(UNBUILT, 503)
    return context.html(pageFor(html, lake), 200, {'cache-control': 'no-cache'})
  })
  return routes
}
