import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import PostalMime from 'postal-mime'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {launchChromium} from './chromium.ts'

const ROOT = join(import.meta.dirname, '../..')
const SCREENS = join(ROOT, 'out/screens')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.json': 'application/json',
}

let out = ''
let browser: Browser
let server: Server
let origin = ''
const mails = new Map<string, string>()

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'throwline-browser-'))
  const command = ['cli/throwline.ts', 'publish', '--dataset', 'examples/health.ndjson']
  execFileSync(process.execPath, [...command, '--out', out, '--today', '2026-11-23'], {cwd: ROOT})
  mkdirSync(SCREENS, {recursive: true})
  for (const name of ['ketamine', 'sleep', 'ar/low-mood']) {
    const {html} = await PostalMime.parse(readFileSync(join(out, `email/${name}.eml`)))
    mails.set(`/mail/${name}`, html ?? '')
  }
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const mail = mails.get(path)
    const file = join(out, 'web', path.endsWith('/') ? `${path}index.html` : path)
    if (mail === undefined && !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const type = mail === undefined ? (TYPES[extname(file)] ?? 'text/plain') : TYPES['.html']
    response.writeHead(200, {'content-type': type ?? 'text/plain'})
    response.end(mail ?? readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

interface Visit {
  readonly page: Page
  readonly errors: readonly string[]
  readonly foreign: readonly string[]
  close(): Promise<void>
}

const visit = async (path: string, width: number, scheme: 'light' | 'dark'): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: {width, height: 800},
    colorScheme: scheme,
  })
  const page = await context.newPage()
  const errors: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) foreign.push(request.url())
  })
  await page.goto(origin + path)
  return {page, errors, foreign, close: () => context.close()}
}

const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE)
  return page.evaluate(
    `axe.run(document, {runOnly: ${JSON.stringify(WCAG)}}).then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes.map(({target}) => target.join(' ')).join(', ')))`,
  )
}

/** Where the heading of the first notice begins and whether it is what a finger would hit. */
const noticeTop = async (page: Page): Promise<number> => {
  const box = await page.locator('[role=note]').first().boundingBox()
  return box?.y ?? Number.POSITIVE_INFINITY
}

const PAGES = ['/ketamine/', '/ar/low-mood/', '/es/sleep/', '/', '/help/', '/light-therapy/']

describe('pages in Chromium', () => {
  for (const path of PAGES) {
    for (const width of [320, 1280]) {
      for (const scheme of ['light', 'dark'] as const) {
        it(`${path} at ${width} px, ${scheme}`, async () => {
          const {page, errors, foreign, close} = await visit(path, width, scheme)
          expect(await noticeTop(page)).toBeLessThan(600)
          expect(await page.getByRole('link', {name: /911/}).first().isVisible()).toBe(true)
          expect(await violations(page)).toEqual([])
          expect(errors).toEqual([])
          expect(foreign).toEqual([])
          const overflow = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          expect(overflow).toBe(0)
          const name = path.replaceAll('/', '-').replace(/^-|-$/g, '') || 'index'
          await page.screenshot({path: join(SCREENS, `${name}-${width}-${scheme}.png`)})
          await close()
        })
      }
    }
  }

  it('the checks can fail', async () => {
    const {page, errors, close} = await visit('/no-such-page/', 320, 'light')
    expect(errors.length).toBeGreaterThan(0)
    await page.setContent(
      '<html><body><img src="data:,"><p style="color:#eee">faint</p></body></html>',
    )
    expect((await violations(page)).join(' ')).toContain('color-contrast')
    expect(await page.locator('[role=note]').count()).toBe(0)
    await close()
  })
})

describe('mails in Chromium', () => {
  for (const name of ['ketamine', 'sleep', 'ar/low-mood']) {
    for (const width of [375, 700]) {
      it(`${name} at ${width} px`, async () => {
        const {page, close} = await visit(`/mail/${name}`, width, 'light')
        expect(await noticeTop(page)).toBeLessThan(300)
        expect(await page.getByRole('link', {name: /911/}).first().isVisible()).toBe(true)
        await page.screenshot({
          path: join(SCREENS, `mail-${name.replaceAll('/', '-')}-${width}.png`),
        })
        await close()
      })
    }
  }
})
