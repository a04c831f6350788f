/** `npm start` for a test: Studio, site and lake on free ports, and editors with a browser each. */
import {execFileSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {openLiveSource} from '../../../content/live/live-source.ts'
import {deliveryReach} from '../../../cli/serve/reach.ts'
import {openReadyStore} from '../../support/ready-database.ts'
import {startLake} from '../../../lake/server.ts'
import {startServer} from '../../../server/server.ts'
import {Newsroom} from '../../../server/site/newsroom.ts'
import {launchChromium} from '../chromium.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SCREENS = join(ROOT, 'out/screens/studio')
const TODAY = '2026-11-23'

export interface StudioUnderTest {
  /** The site's address, with a final slash. */
  readonly site: string
  /** Reads and writes the lake past the Studio. */
  readonly lake: SanityClient
  /** A browser of its own, as if on another desk. */
  editor(): Promise<Editor>
  /** Closes the browsers; of a failed test, named, it keeps what they showed. */
  leave(failed?: string): Promise<void>
  close(): Promise<void>
}

export interface Editor {
  readonly page: Page
  /** What went wrong in the browser that the Studio, off-line, does not do by itself. */
  readonly complaints: readonly string[]
  open(type: string, id: string): Promise<void>
  /** As the button for a new document does. */
  create(type: string): Promise<void>
  /** Into out/screens/studio/, for people to look at. */
  screenshot(name: string): Promise<void>
}

/** What Sanity's Studio asks of its own servers, or of a socket that a lake has not. */
const OFFLINE =
  /sanity\.io|sanity-cdn\.com|\/socket\/|Failed to fetch version for package|WebSocket connection error|net::ERR_NAME_NOT_RESOLVED|net::ERR_INTERNET_DISCONNECTED/

const screenshot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SCREENS, {recursive: true})
  await page.screenshot({path: join(SCREENS, `${name}.png`)})
}

const editorOf = async (browser: Browser, site: string): Promise<Editor> => {
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    const said = `${message.text()} ${message.location().url}`
    if (message.type() === 'error' && !OFFLINE.test(said)) complaints.push(said)
  })
  page.on('pageerror', (error) => {
    if (!OFFLINE.test(String(error))) complaints.push(String(error))
  })
  return {
    page,
    complaints,
    open: async (type, id) => {
      await page.goto(`${site}studio/intent/edit/id=${id};type=${type}`)
      await page.getByTestId('document-panel-document-title').first().waitFor()
    },
    create: async (type) => {
      await page.goto(`${site}studio/intent/create/template=${type};type=${type}`)
      await page.getByTestId('document-panel-document-title').first().waitFor()
    },
    screenshot: (name) => screenshot(page, name),
  }
}

export const openStudio = async (): Promise<StudioUnderTest> => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-studio.ts')], {stdio: 'ignore'})
  const data = await mkdtemp(join(tmpdir(), 'throwline-studio-'))
  const dataset = join(ROOT, 'examples/health.ndjson')
  const lake = await startLake({data, dataset, port: 0})
  const project = {projectId: 'local', dataset: 'production', apiHost: lake.url}
  const source = await openLiveSource(project)
  const newsroom = new Newsroom({source, today: TODAY, onProblem: () => {}})
  const store = await openReadyStore()
  const studio = {
    folder: join(ROOT, '.sanity/studio'),
    lake: lake.url,
    reach: (helplineId: string) => deliveryReach({store, newsroom}, helplineId),
  }
  const onError = (error: unknown): void => {
    throw error
  }
  const server = await startServer({newsroom, studio, port: 0, onError})
  const browser = await launchChromium()
  return {
    site: `${server.url}/`,
    lake: createClient({
      ...project,
      apiVersion: '2025-02-19',
      useCdn: false,
      useProjectHostname: false,
      perspective: 'raw',
      token: 'test',
    }),
    editor: () => editorOf(browser, `${server.url}/`),
    leave: async (failed) => {
      for (const context of browser.contexts()) {
        if (failed !== undefined) {
          for (const [index, page] of context.pages().entries()) {
            await screenshot(page, `failed-${failed.replaceAll(/\W+/g, '-')}-${index}`)
          }
        }
        await context.close()
      }
    },
    close: async () => {
      await browser.close()
      await server.close()
      await source.close()
      await store.close()
      await lake.close()
      await rm(data, {recursive: true, force: true})
    },
  }
}
