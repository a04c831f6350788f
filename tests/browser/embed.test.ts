/**
 * A partner's page with an article in it, on another origin than the server: the notice is in view, the frame is
 * as high as its content, and nobody but the server is asked for anything.
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, BrowserContext, FrameLocator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type LiveSource, openLiveSource} from '../../content/live/live-source.ts'
import {type Lake, startLake} from '../../lake/server.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {launchChromium} from './chromium.ts'

const ROOT = join(import.meta.dirname, '../..')
const SCREENS = join(ROOT, 'out/screens')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let data = ''
let lake: Lake
let source: LiveSource
let server: RunningServer
let partner: Server
let host = ''
let browser: Browser
/** What stands in the partner's page. */
let inside = ''

/** As on many sites: a strict policy of its own, which lets our script and our frames in. */
const policy = (): string =>
  `default-src 'none'; style-src 'nonce-own'; script-src ${server.url}; frame-src ${server.url}`

const hostPage = (): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A clinic</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style nonce="own">body{max-width:60rem;margin:0 auto;padding:1rem;font:1rem/1.5 sans-serif}</style>
<script type="module" src="${server.url}/embed/element.js"></script></head>
<body><main><h1>A clinic</h1>
${inside}
<p id="after">After the article.</p></main></body></html>`

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'throwline-embed-'))
  lake = await startLake({data, dataset: join(ROOT, 'examples/health.ndjson'), port: 0})
  source = await openLiveSource({projectId: 'local', dataset: 'production', apiHost: lake.url})
  const newsroom = new Newsroom({source, today: '2026-11-23', onProblem: () => {}})
  server = await startServer({newsroom, port: 0, onError: () => {}})
  partner = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(),
    })
    response.end(hostPage())
  })
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
  const address = partner.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  host = `http://127.0.0.1:${address.port}`
  mkdirSync(SCREENS, {recursive: true})
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  partner.close()
  await server.close()
  await source.close()
  await lake.close()
  rmSync(data, {recursive: true, force: true})
})

interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly frame: FrameLocator
  readonly errors: readonly string[]
  readonly asked: readonly string[]
}

const visit = async (
  html: string,
  {width = 600, scheme = 'light'}: {width?: number; scheme?: 'light' | 'dark'} = {},
): Promise<Visit> => {
  inside = html
  const context = await browser.newContext({viewport: {width, height: 800}, colorScheme: scheme})
  const page = await context.newPage()
  const errors: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${host}/`)
  return {context, page, frame: page.frameLocator('throwline-article iframe'), errors, asked}
}

const FALLBACK =
  '<p>Call <a href="tel:988">988</a> now, or read <a href="https://health.example/ketamine/">Ketamine</a>.</p>'
const element = (attributes: string): string =>
  `<throwline-article ${attributes}>${FALLBACK}</throwline-article>`

/** Heights of the frame as it is shown and of what is in it, when they have come to be the same. */
const settled = async (page: Page): Promise<number> => {
  const frame = page.frames().find((each) => each.url().includes('/embed/'))
  if (frame === undefined) throw new Error('There is no frame')
  for (;;) {
    const shown = await page.locator('throwline-article iframe').boundingBox()
    const own = await frame.evaluate<number>(
      'Math.ceil(document.documentElement.getBoundingClientRect().height)',
    )
    if (shown !== null && own > 0 && Math.abs(shown.height - own) < 1) return own
    await page.waitForTimeout(20)
  }
}

const violations = async (page: Page): Promise<readonly string[]> => {
  const frame = page.frames().find((each) => each.url().includes('/embed/'))
  if (frame === undefined) throw new Error('There is no frame')
  await frame.evaluate(AXE)
  return frame.evaluate(
    `axe.run(document, {runOnly: ${JSON.stringify(WCAG)}}).then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes.map(({target}) => target.join(' ')).join(', ')))`,
  )
}

describe('an article in a page of a partner', () => {
  for (const width of [320, 600, 1000]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`grows to its height, the notice in view, at ${width} px, ${scheme}`, async () => {
        const {context, page, frame, errors, asked} = await visit(element('slug="ketamine"'), {
          width,
          scheme,
        })
        const height = await settled(page)
        expect(height).toBeGreaterThan(2000)
        const notice = frame.locator('[role=note]').first()
        const emergency = await frame.locator('a[href="tel:911"]').first().boundingBox()
        expect(await notice.isVisible()).toBe(true)
        const top = (await page.locator('throwline-article').boundingBox())?.y ?? 0
        // of a small phone, 640 px high, with room for the partner's own heading
        expect((emergency?.y ?? 1000) + (emergency?.height ?? 0) - top).toBeLessThan(540)
        expect(await page.locator('throwline-article > p').isVisible()).toBe(false)
        expect(await page.locator('#after').isVisible()).toBe(true)
        const overflow =
          'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        expect(await page.evaluate(overflow)).toBe(0)
        expect(await page.frames()[1]?.evaluate(overflow)).toBe(0)
        expect(await violations(page)).toEqual([])
        expect(errors).toEqual([])
        const origins = new Set(asked.map((url) => new URL(url).origin))
        expect(origins).toEqual(new Set([host, server.url]))
        expect(await context.cookies()).toEqual([])
        await page.screenshot({path: join(SCREENS, `embed-${width}-${scheme}.png`)})
        await page.screenshot({
          path: join(SCREENS, `embed-${width}-${scheme}-whole.png`),
          fullPage: true,
        })
        await context.close()
      })
    }
  }

  it('has its title as the name of the frame, and follows what is asked for', async () => {
    const {context, page, frame} = await visit(
      element('slug="sleep" country="GB" language="en" theme="dark"'),
      {width: 600},
    )
    await settled(page)
    const title = await page.locator('throwline-article iframe').getAttribute('title')
    expect(title).toContain('· Lantern Health')
    expect(await frame.locator('a[href="tel:999"]').first().isVisible()).toBe(true)
    const paper = 'getComputedStyle(document.documentElement).backgroundColor'
    expect(await page.frames()[1]?.evaluate(paper)).toBe('rgb(22, 36, 42)')
    await page.evaluate(
      `document.querySelector('throwline-article').setAttribute('slug', 'ketamine')`,
    )
    await frame.getByRole('heading', {name: /^Ketamine/}).waitFor()
    await settled(page)
    expect(page.frames()).toHaveLength(2)
    await context.close()
  })

  it('grows when its width or its text changes', async () => {
    const {context, page} = await visit(element('slug="sleep"'), {width: 1000})
    const wide = await settled(page)
    await page.setViewportSize({width: 320, height: 800})
    await page.waitForTimeout(100)
    const narrow = await settled(page)
    expect(narrow).toBeGreaterThan(wide)
    await context.close()
  })

  it('has its height far below the first screen, too', async () => {
    const {context, page} = await visit(
      `${'<p>Before.</p>'.repeat(200)}${element('slug="sleep"')}`,
      {width: 600},
    )
    expect(await settled(page)).toBeGreaterThan(1500)
    await context.close()
  })

  it('is right to left where its language is', async () => {
    const {context, page, frame} = await visit(element('slug="low-mood" language="ar"'), {
      width: 320,
    })
    await settled(page)
    expect(await frame.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await violations(page)).toEqual([])
    await page.screenshot({path: join(SCREENS, 'embed-ar-320.png'), fullPage: true})
    await context.close()
  })
})

describe('when the article does not come', () => {
  it('keeps what stands inside the element', async () => {
    inside = element('slug="ketamine"')
    const context = await browser.newContext({viewport: {width: 600, height: 800}})
    const page = await context.newPage()
    await page.route('**/embed/ketamine**', (route) => route.abort())
    await page.goto(`${host}/`)
    await page.locator('throwline-article iframe').waitFor({state: 'attached'})
    expect(await page.locator('throwline-article a[href="tel:988"]').isVisible()).toBe(true)
    expect(await page.locator('throwline-article iframe').isVisible()).toBe(false)
    await context.close()
  })

  it('has a link of its own where nothing stands inside', async () => {
    inside = '<throwline-article slug="ketamine" label="Ketamine"></throwline-article>'
    const context = await browser.newContext({viewport: {width: 600, height: 800}})
    const page = await context.newPage()
    await page.route('**/embed/ketamine**', (route) => route.abort())
    await page.goto(`${host}/`)
    const link = page.getByRole('link', {name: 'Ketamine'})
    await link.waitFor()
    expect(await link.getAttribute('href')).toBe(`${server.url}/embed/ketamine`)
    await context.close()
  })

  it('shows the notice for an article that is not there', async () => {
    const {context, page, frame} = await visit(element('slug="no-such-article"'))
    expect(await settled(page)).toBeGreaterThan(300)
    expect(await frame.getByRole('heading', {name: 'Page not found'}).isVisible()).toBe(true)
    expect(await frame.locator('a[href="tel:988"]').first().isVisible()).toBe(true)
    await page.screenshot({path: join(SCREENS, 'embed-absent.png')})
    await context.close()
  })

  it('shows the notice, and why, for an article that was retracted', async () => {
    const {context, page, frame} = await visit(element('slug="light-therapy"'))
    await settled(page)
    expect(await frame.getByRole('heading', {name: /^Retracted/}).isVisible()).toBe(true)
    expect(await frame.locator('a[href="tel:988"]').first().isVisible()).toBe(true)
    await page.screenshot({path: join(SCREENS, 'embed-retracted.png')})
    await context.close()
  })

  it('believes nobody but the frame about its height', async () => {
    const {context, page} = await visit(element('slug="sleep"'))
    const height = await settled(page)
    const tell = (message: string, origin: string, from: string): Promise<number> =>
      page.evaluate<number>(`(() => {
        const frame = document.querySelector('throwline-article').shadowRoot.querySelector('iframe')
        const source = ${from}
        dispatchEvent(new MessageEvent('message', {data: ${message}, origin: '${origin}', source}))
        return frame.getBoundingClientRect().height
      })()`)
    const small = `{throwline: 'height', height: 40, title: 'x'}`
    expect(await tell(small, host, 'frame.contentWindow')).toBe(height)
    expect(await tell(small, server.url, 'window')).toBe(height)
    expect(await tell(`{height: 40}`, server.url, 'frame.contentWindow')).toBe(height)
    const never = `{throwline: 'height', height: 0, title: 'x'}`
    expect(await tell(never, server.url, 'frame.contentWindow')).toBe(height)
    expect(await tell(small, server.url, 'frame.contentWindow')).toBe(40)
    await context.close()
  })
})
