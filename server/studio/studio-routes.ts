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
  /** What of a helpline has left the newsroom, as JSON; absent where there is no database. */
  readonly reach?: (helplineId: string) => Promise<DeliveryReach>
}

/** Numbers alone: whoever can open the Studio's page may see them. */
export interface DeliveryReach {
  readonly partners: number
  readonly queued: number
  readonly sent: number
  readonly days: number
}

const UNBUILT = 'The Studio is not built yet. Run npm run build:studio, then reload.\n'

/** Sanity's own page loads a script of its hosted dashboard, which a lake has not. */
const DASHBOARD = /<script[^>]*src="https:\/\/core\.sanity-cdn\.com\/[^>]*><\/script>/g

/** Tells the Studio where its lake is, which a build cannot know. Icons are asked for below /studio, too. */
const pageFor = (html: string, {lake, reach}: ServedStudio): string => {
  const own = html.replaceAll('href="/static/', 'href="/studio/static/')
  const metas = [
    ...(reach === undefined ? [] : ['<meta name="throwline-reach" content="/studio/reach.json">']),
    ...(lake === undefined ? [] : [`<meta name="throwline-lake" content="${lake}">`]),
  ]
  const page = own.replace('<head>', () => `<head>${metas.join('')}`)
  return lake === undefined ? page : page.replace(DASHBOARD, '')
}

const readPage = async (folder: string): Promise<string | undefined> => {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8')
  } catch {
    return undefined
  }
}

/** While there is no build, every address says how to make one. */
export const studioRoutes = (studio: ServedStudio): Hono => {
  const {folder, reach} = studio
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
  if (reach !== undefined) {
    routes.get('/reach.json', async (context) => {
      const helplineId = context.req.query('helpline') ?? ''
      return context.json(await reach(helplineId), 200, {'cache-control': 'no-store'})
    })
  }
  routes.get('/*', async (context) => {
    const html = await readPage(folder)
    if (html === undefined) return context.text(UNBUILT, 503)
    return context.html(pageFor(html, studio), 200, {'cache-control': 'no-cache'})
  })
  return routes
}
